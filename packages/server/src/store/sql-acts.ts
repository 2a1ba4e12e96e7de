import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ActQueue, QueuedAct } from './operator-store.js'
import type { Schema } from './schema.js'

/** Batches are deleted after this time. */
const KEPT_MS = 7 * 86_400_000

export function actQueue(
  db: Kysely<Schema>,
  mode: number,
  { nowMs, locksRows }: { nowMs: RawBuilder<number>; locksRows: boolean },
): ActQueue {
  const later = (ms: number) => sql<number>`${nowMs} + ${sql.lit(Math.trunc(ms))}`
  const one = ({ batch, position }: QueuedAct) =>
    db.updateTable('acts').where('batch', '=', batch).where('position', '=', position)

  return {
    enqueueActs: (batch, act, actor, stripeIds) =>
      db.transaction().execute(async (tx) => {
        await tx.deleteFrom('acts').where('due_at', '<', later(-KEPT_MS)).execute()
        const rows = stripeIds.map((stripe_id, position) => ({
          ...{ batch, position, livemode: mode, stripe_id, act, actor },
          ...{ state: 'waiting', code: null, tries: 0, due_at: later(0) },
        }))
        await tx.insertInto('acts').values(rows).execute()
      }),

    claimActs: (limit, leaseMs) =>
      db.transaction().execute(async (tx) => {
        const due = tx
          .selectFrom('acts')
          .selectAll()
          .where('livemode', '=', mode)
          .where('state', '=', sql.lit('waiting'))
          .where('due_at', '<=', nowMs)
          .orderBy('due_at')
          .orderBy('position')
          .limit(limit)
        const rows = await (locksRows ? due.forUpdate().skipLocked() : due).execute()
        for (const { batch, position } of rows) {
          await tx
            .updateTable('acts')
            .set({ due_at: later(leaseMs) })
            .where('batch', '=', batch)
            .where('position', '=', position)
            .execute()
        }
        return rows.map(fromActRow)
      }),

    async endAct(act, code) {
      await one(act)
        .set({ state: code === null ? 'done' : 'refused', code })
        .execute()
    },

    async delayAct(act, code, retryInMs) {
      await one(act)
        .set({ code, tries: act.tries + 1, due_at: later(retryInMs) })
        .execute()
    },

    async actsOf(batch) {
      const rows = await db
        .selectFrom('acts')
        .selectAll()
        .where('livemode', '=', mode)
        .where('batch', '=', batch)
        .orderBy('position')
        .execute()
      return rows.map(fromActRow)
    },
  }
}

function fromActRow({ stripe_id, livemode: _, due_at: __, state, ...row }: Schema['acts']): QueuedAct {
  return { ...row, stripeId: stripe_id, state: state as QueuedAct['state'] }
}
