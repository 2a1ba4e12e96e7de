import { type Insertable, type Kysely, sql } from 'kysely'
import { effectRow } from './effect-row.js'
import { marksOf } from './facet.js'
import { fromRow, type Schema, type SessionRow, toRow } from './schema.js'
import type { Store, StoreTransaction } from './store.js'
import { transitionRow } from './transition-row.js'

interface Surroundings {
  db: Kysely<Schema>
  mode: number
  /** The database's current time according to its last reading. */
  now: () => number
  /** The channel on which PostgreSQL notifies other instances of changed records. */
  channel: string
  committed: (ids: readonly string[]) => void
}

/** A work needs more than one statement can do. */
class NeedsTransaction extends Error {}

/**
 * Takes a delivery in two round trips to PostgreSQL instead of eight: reads the session without a lock, collects the
 * changes, and commits them in one statement if the session is still as it was read. Otherwise nothing is written,
 * and the work runs again in a transaction, as it does if it changes no known session, or needs another operation.
 */
export function optimisticWrite(around: Surroundings, write: Store['write']): Store['writeTogether'] {
  return async (work) => {
    const changes = new Changes()
    try {
      const value = await work(collecting(around, changes))
      if (await commit(around, changes)) {
        around.committed([changes.read?.id as string])
        return value
      }
    } catch (error) {
      if (!(error instanceof NeedsTransaction)) throw error
    }
    return write(work)
  }
}

/** The collected changes of one session and of the rows around it. */
class Changes {
  /** The session as it was read. */
  read: SessionRow | undefined
  saved: ReturnType<typeof toRow> | undefined
  marks: ReturnType<typeof marksOf> = {}
  event: Schema['events'] | undefined
  transitions: Schema['transitions'][] = []
  effects: Insertable<Schema['effects']>[] = []
}

function collecting({ db, mode, now }: Surroundings, changes: Changes): StoreTransaction {
  const refuse = () => Promise.reject(new NeedsTransaction())
  return {
    async lockByStripeId(stripeId) {
      changes.read ??= await db
        .selectFrom('sessions')
        .selectAll()
        .where('livemode', '=', mode)
        .where('stripe_id', '=', stripeId)
        .executeTakeFirst()
      if (changes.read?.stripe_id !== stripeId) throw new NeedsTransaction()
      return fromRow(changes.read)
    },
    async recordEvent(eventId, source) {
      changes.event = { event_id: eventId, livemode: mode, source, seen_at: now() }
      return true
    },
    async save(record) {
      if (changes.read === undefined || changes.saved !== undefined) throw new NeedsTransaction()
      changes.saved = { ...toRow(record), revision: record.revision + 1 }
      changes.marks = marksOf(record, changes.read)
    },
    async recordTransition(transition) {
      changes.transitions.push(transitionRow(transition))
    },
    async enqueueEffect(effect) {
      changes.effects.push(effectRow(effect, mode))
    },
    now: refuse,
    lock: refuse,
    lockNewest: refuse,
    keyOf: refuse,
    insert: refuse,
    touch: refuse,
    recordAttempt: refuse,
    enqueueEffectAgain: refuse,
    used: refuse,
    take: refuse,
    giveBack: refuse,
    erase: refuse,
    setSetting: refuse,
    prune: refuse,
  }
}

/**
 * Commits all changes in one statement, or none: each part depends on the session that `held` locks, if it is still as
 * it was read, and on the event, if it is new. Resolves with false if nothing was written.
 */
async function commit({ db, mode, channel }: Surroundings, changes: Changes): Promise<boolean> {
  const { read, saved, marks, event } = changes
  if (read === undefined || saved === undefined || event === undefined) return false
  const news = Object.entries(saved).filter(([name, value]) => Reflect.get(read, name) !== value)
  const move = db
    .updateTable('sessions')
    .set({ ...Object.fromEntries(news), ...marks })
    .where('id', 'in', sql<string>`(select held.id from held, seen)`)
    .returning('id')
  const { rows } = await sql`
    with held as (
      select id from ${sql.table('sessions')}
      where id = ${read.id} and livemode = ${mode} and revision = ${read.revision}
        and watched_until = ${read.watched_until} and look_at is not distinct from ${read.look_at}
      for update
    ), seen as (
      insert into ${sql.table('events')} select given.* from held, ${rowsOf('events', [event])}
      on conflict do nothing returning event_id
    ), moved as (${move}), noted as (
      insert into ${sql.table('transitions')} select given.* from moved, ${rowsOf('transitions', changes.transitions)}
    ), queued as (
      insert into ${sql.table('effects')} select given.* from moved, ${rowsOf('effects', changes.effects)}
    )
    select pg_notify(${channel}, id) from moved`.execute(db)
  return rows.length === 1
}

/** Rows as a relation with the columns of their table. */
function rowsOf<Table extends 'events' | 'transitions' | 'effects'>(
  table: Table,
  rows: Insertable<Schema[Table]>[],
) {
  return sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}) as given`
}
