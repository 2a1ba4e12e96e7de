import type { CompiledQuery, Kysely, Transaction, Updateable } from 'kysely'
import type { Schema, SessionRow } from './schema.js'
import type { StoreTransaction, Transition } from './store.js'
import { transitionRow } from './transition-row.js'

type Values = readonly unknown[]

/** Its values are replaced in each use of the compiled statement. */
const ANY_TRANSITION: Transition = {
  ...{ sessionId: '', version: 0, at: 0, cause: 'webhook', from: '', to: '' },
  ...{ errorCode: '', eventId: '', actor: '' },
}

/** The statements of a delivery, compiled once: compiling one takes longer than running it. */
export interface SqlStatements {
  lockByStripeId(tx: Transaction<Schema>, stripeId: string): Promise<SessionRow | undefined>
  /** Updates these columns of a session. */
  update(tx: Transaction<Schema>, id: string, columns: Partial<SessionRow>): Promise<void>
  /** Resolves with false if the event is known. */
  insertEvent(
    tx: Transaction<Schema>,
    id: string,
    source: Parameters<StoreTransaction['recordEvent']>[1],
    seenAt: number,
  ): Promise<boolean>
  insertTransition(tx: Transaction<Schema>, transition: Transition): Promise<void>
}

export function sqlStatements(db: Kysely<Schema>, mode: number, locksRows: boolean): SqlStatements {
  const byStripeId = db
    .selectFrom('sessions')
    .selectAll()
    .where('livemode', '=', mode)
    .where('stripe_id', '=', '')
  const lock = (locksRows ? byStripeId.forUpdate() : byStripeId).compile()
  const event = db
    .insertInto('events')
    .values({ event_id: '', livemode: mode, source: 'webhook', seen_at: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .compile()
  const transition = db.insertInto('transitions').values(transitionRow(ANY_TRANSITION)).compile()
  /** One for each set of columns that changes together. There are few such sets. */
  const updates = new Map<string, CompiledQuery<SessionRow>>()

  function updateOf(columns: Partial<SessionRow>): CompiledQuery<SessionRow> {
    const names = Object.keys(columns).join()
    const known = updates.get(names)
    if (known !== undefined) return known
    const made = db
      .updateTable('sessions')
      .set(columns as Updateable<Schema['sessions']>)
      .where('id', '=', '')
      .where('livemode', '=', mode)
      .compile() as unknown as CompiledQuery<SessionRow>
    updates.set(names, made)
    return made
  }

  const run = <Row>(tx: Transaction<Schema>, statement: CompiledQuery<Row>, parameters: Values) =>
    tx.executeQuery<Row>({ ...statement, parameters })

  return {
    async lockByStripeId(tx, stripeId) {
      const { rows } = await run(tx, lock, [mode, stripeId])
      return rows[0] as SessionRow | undefined
    },
    async update(tx, id, columns) {
      await run(tx, updateOf(columns), [...Object.values(columns), id, mode])
    },
    async insertEvent(tx, id, source, seenAt) {
      const { numAffectedRows } = await run(tx, event, [id, mode, source, seenAt])
      return numAffectedRows === 1n
    },
    async insertTransition(tx, made) {
      await run(tx, transition, Object.values(transitionRow(made)))
    },
  }
}
