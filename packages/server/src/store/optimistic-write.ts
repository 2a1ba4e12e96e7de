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
 * Commits all changes in one statement, or none: it updates the session if that is still as it was read and the event
 * is new, and each other part depends on this update. Resolves with false if nothing was written.
 */
async function commit({ db, mode, channel }: Surroundings, changes: Changes): Promise<boolean> {
  const { read, saved, marks, event } = changes
  if (read === undefined || saved === undefined || event === undefined) return false
  const news = Object.entries(saved).filter(([name, value]) => Reflect.get(read, name) !== value)
  const move = db
    .updateTable('sessions')
    .set({ ...Object.fromEntries(news), ...marks })
    .where('id', '=', read.id)
    .where('livemode', '=', mode)
    .where('revision', '=', read.revision)
    .where('watched_until', '=', read.watched_until)
    .where('look_at', 'is not distinct from', read.look_at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('events')
            .select('event_id')
            .where('livemode', '=', mode)
            .where('event_id', '=', event.event_id),
        ),
      ),
    )
    .returning('id')
  const inserts = [
    // A transaction that does not know the session may record the same event at this moment.
    sql`${insertBeside('events', event)} on conflict do nothing`,
    ...changes.transitions.map((row) => insertBeside('transitions', row)),
    ...changes.effects.map((row) => insertBeside('effects', row)),
  ]
  const parts = inserts.map((insert, index) => sql`${sql.ref(`part${index}`)} as (${insert})`)
  const { rows } = await sql`
    with moved as (${move}), ${sql.join(parts)}
    select pg_notify(${channel}, id) from moved`.execute(db)
  return rows.length === 1
}

/** Inserts a row if the session was updated. */
function insertBeside<Table extends 'events' | 'transitions' | 'effects'>(
  table: Table,
  row: Insertable<Schema[Table]>,
) {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  return sql`insert into ${sql.table(table)} (${columns}) select ${sql.join(Object.values(row))} from moved`
}
