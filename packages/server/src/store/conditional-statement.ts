import { CompiledQuery, type Kysely, sql } from 'kysely'
import type { Changes } from './collected-changes.js'
import type { Schema } from './schema.js'

/**
 * Returns a function that commits the changes of several sessions in one statement. It writes the changes of each
 * session that is still as it was read and whose event is new, and resolves to the ids of these sessions. It writes
 * nothing of the others, and never waits for a session that another transaction has locked.
 */
export function conditionalStatement(
  db: Kysely<Schema>,
  mode: number,
  channel: string,
): (group: Changes[]) => Promise<string[]> {
  /** Compiled once, since the rows are parameters: compiling takes longer than running. */
  let text: string | undefined
  return async (group) => {
    const [first] = group
    if (first === undefined) return []
    text ??= compile(db, mode, channel, Object.keys(first.saved))
    const parameters = [
      group.map(({ read, event }) => ({
        ...{ session_id: read.id, revision: read.revision },
        ...{ watched_until: read.watched_until, look_at: read.look_at, ...event },
      })),
      group.map(({ saved }) => saved),
      group.flatMap(({ transitions }) => transitions),
      group.flatMap(({ effects }) => effects),
    ].map((rows) => JSON.stringify(rows))
    const { rows } = await db.executeQuery<{ ids: string[] }>(CompiledQuery.raw(text, parameters))
    return rows[0]?.ids ?? []
  }
}

/**
 * `$1` has a row for each session as it was read, and its event; `$2`, `$3` and `$4` have the rows to write. The insert
 * of an event may have a conflict, since a transaction that does not know the session may record it at this moment.
 *
 * The events are found by a scalar subquery, which uses their index. PostgreSQL turns `not exists` into a join, and reads
 * all events for it where its statistics are old.
 */
function compile(db: Kysely<Schema>, mode: number, channel: string, columns: string[]): string {
  const sessions = sql.table('sessions')
  const events = sql.table('events')
  const changes = columns
    .filter((name) => name !== 'id' && name !== 'livemode')
    .map((name) => sql`${sql.ref(name)} = saved.${sql.ref(name)}`)
  const { sql: text } = sql`
    with delivery as (
      select * from json_to_recordset($1::json) as delivery (
        session_id text, revision bigint, watched_until bigint, look_at bigint,
        event_id text, livemode integer, source text, seen_at bigint)
    ), unchanged as (
      select session.id from ${sessions} as session join delivery on delivery.session_id = session.id
      where session.revision = delivery.revision
        and session.watched_until = delivery.watched_until
        and session.look_at is not distinct from delivery.look_at
        and (
          select true from ${events} as event
          where event.livemode = ${sql.lit(mode)} and event.event_id = delivery.event_id) is null
      for update of session skip locked
    ), moved as (
      update ${sessions} as session set ${sql.join(changes)}
      from unchanged join json_populate_recordset(null::${sessions}, $2::json) as saved on saved.id = unchanged.id
      where session.id = unchanged.id
      returning session.id
    ), new_events as (
      insert into ${events} (event_id, livemode, source, seen_at)
      select event_id, livemode, source, seen_at from delivery join moved on moved.id = delivery.session_id
      on conflict do nothing
    ), new_transitions as (
      insert into ${sql.table('transitions')}
      select made.* from json_populate_recordset(null::${sql.table('transitions')}, $3::json) as made
      join moved on moved.id = made.session_id
    ), new_effects as (
      insert into ${sql.table('effects')}
      select made.* from json_populate_recordset(null::${sql.table('effects')}, $4::json) as made
      join moved on moved.id = made.session_id
    )
    select array_agg(id) as ids, pg_notify(${sql.lit(channel)}, string_agg(id, ',')) from moved having count(*) > 0`.compile(
    db,
  )
  return text
}
