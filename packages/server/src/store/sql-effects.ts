import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from './schema.js'
import type { Effect, Store } from './store.js'

type EffectQueue = Pick<Store, 'claimEffects' | 'finishEffect' | 'failEffect'>

/** The outbox. Its entries were committed together with the changes they report. */
export function effectQueue(
  db: Kysely<Schema>,
  mode: number,
  { nowMs, locksRows }: { nowMs: RawBuilder<number>; locksRows: boolean },
): EffectQueue {
  const nowSeconds = sql<number>`${nowMs} / 1000`
  const later = (ms: number) => sql<number>`${nowMs} + ${sql.lit(Math.trunc(ms))}`

  return {
    claimEffects: (sink, limit, leaseMs) =>
      db.transaction().execute(async (tx) => {
        const due = tx
          .selectFrom('effects as effect')
          .selectAll()
          .where('livemode', '=', mode)
          .where('sink', '=', sink)
          .where('set_aside', '=', 0)
          .where('due_at', '<=', nowMs)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('effects as earlier')
                  .select('earlier.id')
                  .whereRef('earlier.session_id', '=', 'effect.session_id')
                  .whereRef('earlier.sink', '=', 'effect.sink')
                  .whereRef('earlier.version', '<', 'effect.version')
                  .where('earlier.set_aside', '=', 0),
              ),
            ),
          )
          .orderBy('due_at')
          .limit(limit)
        const rows = await (locksRows ? due.forUpdate().skipLocked() : due).execute()
        for (const { id, sink } of rows) {
          await tx
            .updateTable('effects')
            .set({ due_at: later(leaseMs) })
            .where('id', '=', id)
            .where('sink', '=', sink)
            .execute()
        }
        return rows.map(
          (row): Effect => ({
            id: row.id,
            sink: row.sink,
            sessionId: row.session_id,
            version: row.version,
            stripeId: row.stripe_id,
            user: row.user_ref,
            from: row.from_status,
            to: row.to_status,
            errorCode: row.error_code,
            at: row.at,
            failures: row.failures,
          }),
        )
      }),

    finishEffect: ({ id, sink, sessionId, version, failures }) =>
      db.transaction().execute(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('effects')
          .where('id', '=', id)
          .where('sink', '=', sink)
          .executeTakeFirst()
        // The session was erased during the delivery, so the delivery is not recorded either.
        if (numDeletedRows === 0n) return
        const told = { failures, told_at: nowSeconds }
        await tx
          .insertInto('deliveries')
          .values({ effect_id: id, sink, session_id: sessionId, version, ...told })
          .onConflict((conflict) => conflict.columns(['effect_id', 'sink']).doUpdateSet(told))
          .execute()
      }),

    failEffect: ({ id, sink, sessionId }, retryInMs) =>
      db.transaction().execute(async (tx) => {
        const session = tx.selectFrom('sessions').select('id').where('id', '=', sessionId)
        // The session is locked before the effect, as in every transaction, to avoid deadlocks.
        if (retryInMs === null && locksRows) await session.forUpdate().execute()
        await tx
          .updateTable('effects')
          .set({
            failures: sql<number>`failures + 1`,
            ...(retryInMs === null ? { set_aside: 1 } : { due_at: later(retryInMs) }),
          })
          .where('id', '=', id)
          .where('sink', '=', sink)
          .execute()
        if (retryInMs === null) await markSetAside(tx, sessionId)
      }),
  }
}

/** Stores in the session row whether one of its changes is set aside, for the search. */
export async function markSetAside(tx: Kysely<Schema>, sessionId: string): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({
      set_aside: sql<number>`case when exists (
        select 1 from ${sql.table('effects')} where session_id = ${sessionId} and ${sql.ref('effects.set_aside')} = 1)
        then 1 else 0 end`,
    })
    .where('id', '=', sessionId)
    .execute()
}
