import type { Kysely } from 'kysely'
import type { ActQueue, Delivery, OperatorStore } from './operator-store.js'
import type { Schema } from './schema.js'
import { readFunnel } from './sql-funnel.js'
import { searchQueries } from './sql-search.js'

/** The operators' queries. */
export function operatorQueries(
  db: Kysely<Schema>,
  mode: number,
  userKey: (user: string) => string,
): Omit<OperatorStore, keyof ActQueue> {
  return {
    ...searchQueries(db, mode, userKey),

    async deliveries(ids) {
      if (ids.length === 0) return []
      const told = await db.selectFrom('deliveries').selectAll().where('session_id', 'in', ids).execute()
      const waiting = await db.selectFrom('effects').selectAll().where('session_id', 'in', ids).execute()
      const still = new Set(waiting.map(({ id, sink }) => `${id} ${sink}`))
      const all = [
        // A change that is being delivered again counts as waiting.
        ...told
          .filter(({ effect_id, sink }) => !still.has(`${effect_id} ${sink}`))
          .map(
            (row): Delivery => ({
              id: row.effect_id,
              sink: row.sink,
              sessionId: row.session_id,
              version: row.version,
              state: 'told',
              failures: row.failures,
              at: row.told_at,
            }),
          ),
        ...waiting.map(
          (row): Delivery => ({
            id: row.id,
            sink: row.sink,
            sessionId: row.session_id,
            version: row.version,
            state: row.set_aside === 1 ? 'set_aside' : 'waiting',
            failures: row.failures,
            at: row.set_aside === 1 ? null : Math.floor(row.due_at / 1000),
          }),
        ),
      ]
      return all.sort((a, b) => a.version - b.version || (a.sink < b.sink ? -1 : 1))
    },

    funnel: (from, until) => readFunnel(db, mode, from, until),
  }
}
