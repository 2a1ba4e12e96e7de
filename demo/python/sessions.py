"""Keeps a user's session in step with Stripe's. One rule: only a reply from Stripe decides its state."""

import time

from stripe_api import StripeRejected, StripeUnavailable

STATUSES = ("requires_input", "processing", "verified", "canceled")
ROUNDS = 5


class Sessions:
    def __init__(self, store, stripe, return_url):
        self._store, self._stripe, self._return_url = store, stripe, return_url

    def open(self, owner):
        """Gets or creates a session. Returns its view, Stripe's reply if it is open for input, and if it is new."""
        for _ in range(ROUNDS):
            row = self._store.reserve(owner)
            if row.status == "verified":
                return row.view, None, False
            new = row.id is None
            try:
                if new:
                    self._store.attach(row.mark, self._stripe.create(row.mark, owner, self._return_url)["id"])
                reply = self._follow(row.mark)
            except StripeRejected as error:
                self._store.close(row.mark)
                if error.status == 404 and not new:
                    continue
                raise
            # If the session had already ended at Stripe, the next round creates another.
            now = self._store.by_mark(row.mark)
            if not now.closed:
                return now.view, reply if now.status == "requires_input" else None, new
        raise StripeUnavailable

    def cancel(self, row):
        """Cancels the session and returns its view afterwards."""
        if row.status == "requires_input":
            try:
                self._stripe.cancel(row.id)
            except StripeRejected:
                pass  # It may have been submitted meanwhile; the retrieve below shows.
            self._follow(row.mark)
        return self._store.by_mark(row.mark).view

    def hear(self, session):
        """Handles a signed event, which may be late or a duplicate, by retrieving its session from Stripe."""
        row = self._store.of_event(session["id"], (session.get("metadata") or {}).get("identity_session"))
        if row is not None:  # Otherwise the session was created elsewhere.
            self._store.attach(row.mark, session["id"])
            self._follow(row.mark)

    def repair(self):
        """Retrieves sessions that may have changed unnoticed: a long downtime loses webhooks."""
        for mark in self._store.open_marks(since=time.time() - 86_400):
            try:
                self._follow(mark)
            except StripeRejected:
                pass  # The session is gone; the owner's next request closes it.

    def _follow(self, mark):
        """
        The only writer: updates a row from Stripe. A reply has no timestamp, so it counts only if the row was not
        written since the request; otherwise the session is retrieved again.
        """
        reply = None
        for _ in range(ROUNDS):
            row = self._store.by_mark(mark)
            if reply and view_after(row.view, reply, new_attempt=False) == row.view:
                return reply  # A concurrent write had the same content.
            reply = self._stripe.retrieve(row.id)
            attempt = failed_attempt(reply)
            view = view_after(row.view, reply, attempt is not None and attempt != row.last_report)
            closed = view["status"] == "canceled" or (view["redaction"] and view["status"] != "verified")
            if self._store.write(row, view, attempt or row.last_report, bool(closed)):
                return reply
        raise StripeUnavailable


def failed_attempt(reply):
    """The report of a failed submission, or None."""
    failed = reply["status"] == "requires_input" and reply["last_error"] is not None
    return reply["last_verification_report"] if failed else None


def view_after(known, reply, new_attempt):
    """The view for browsers: fields are listed one by one, never copied from Stripe's reply as a whole."""
    error, redaction, status = reply["last_error"], reply["redaction"], reply["status"]
    view = {
        "id": reply["id"],
        "status": status if status in STATUSES else "processing",
        "last_error": None if not error or redaction else {"code": error["code"], "reason": error["reason"]},
        "redaction": None if not redaction else {"status": redaction["status"]},
        "type": reply["type"],
        "livemode": reply["livemode"],
        "attempts": (known["attempts"] if known else 0) + (1 if new_attempt else 0),
        "attempts_left": None,
        "created": reply["created"],
    }
    if known and all(known[name] == value for name, value in view.items()):
        return known
    return {**view, "version": known["version"] + 1 if known else 1, "updated": int(time.time())}
