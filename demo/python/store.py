"""The durable storage: one row per session, in SQLite. Browser requests always look rows up by owner."""

import json
import sqlite3
import time
import uuid
from contextlib import closing, contextmanager

SCHEMA = """
pragma journal_mode = wal;
create table if not exists sessions (
  mark text primary key,                -- made before the create: idempotency key, and mark in Stripe's metadata
  owner text not null,
  id text unique,                       -- Stripe's vs_…; null until its reply
  view text,                            -- the view for browsers, as JSON; null until the first reply
  last_report text,                     -- report of the last failed attempt that was counted
  closed integer not null default 0,    -- ended: the owner's next session is a new one
  revision integer not null default 0,  -- increases with every write of the view
  updated integer not null              -- last change of the view, in unix seconds
);
create unique index if not exists one_session on sessions (owner) where not closed;
"""


class Row:
    def __init__(self, row):
        self.mark, self.owner, self.id, view, self.last_report, self.closed, self.revision, _ = row
        self.view = None if view is None else json.loads(view)
        self.status = self.view and self.view["status"]


class Store:
    def __init__(self, file):
        self._file = file
        with closing(self._connect()) as db:
            db.executescript(SCHEMA)

    def reserve(self, owner):
        """Returns the owner's row, and creates it if there is none. Concurrent requests get the same row."""
        with self._transaction() as db:
            db.execute(
                "insert into sessions (mark, owner, updated) values (?, ?, ?) on conflict do nothing",
                (str(uuid.uuid4()), owner, int(time.time())),
            )
            return Row(db.execute("select * from sessions where owner = ? and not closed", (owner,)).fetchone())

    def current(self, owner):
        return self._find("owner = ? and not closed and view is not null", owner)

    def owned(self, owner, session_id):
        return self._find("owner = ? and id = ? and view is not null", owner, session_id)

    def by_mark(self, mark):
        return self._find("mark = ?", mark)

    def of_event(self, session_id, mark):
        """Finds the row of a Stripe event, by its mark if the reply to the create is still missing."""
        return self._find("id = ? or (id is null and mark = ?)", session_id, mark)

    def open_marks(self, since):
        """Rows that changed since then and may change again."""
        with closing(self._connect()) as db:
            rows = db.execute("select * from sessions where not closed and id is not null and updated > ?", (since,))
            return [row.mark for row in map(Row, rows) if row.status != "verified"]

    def attach(self, mark, session_id):
        with self._transaction() as db:
            db.execute("update sessions set id = ? where mark = ? and id is null", (session_id, mark))

    def close(self, mark):
        with self._transaction() as db:
            db.execute("update sessions set closed = 1 where mark = ?", (mark,))

    def write(self, row, view, last_report, closed):
        """Writes the view. Returns False and writes nothing if it was written since the row was read."""
        with self._transaction() as db:
            done = db.execute(
                "update sessions set view = ?, last_report = ?, closed = ?, revision = revision + 1, updated = ?"
                " where mark = ? and revision = ?",
                (json.dumps(view), last_report, closed, view["updated"], row.mark, row.revision),
            )
            return done.rowcount == 1

    def _find(self, condition, *values):
        with closing(self._connect()) as db:
            row = db.execute(f"select * from sessions where {condition}", values).fetchone()
            return None if row is None else Row(row)

    @contextmanager
    def _transaction(self):
        with closing(self._connect()) as db:
            db.execute("begin immediate")
            try:
                yield db
                db.execute("commit")
            except BaseException:
                db.execute("rollback")
                raise

    def _connect(self):
        return sqlite3.connect(self._file, timeout=5, isolation_level=None)
