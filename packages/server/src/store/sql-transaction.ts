import type { RawBuilder, Transaction } from 'kysely'
import { sql } from 'kysely'
import { nextLook, type SessionRecord } from '../session.js'
import { effectRow } from './effect-row.js'
import { markedRow, stageOf } from './facet.js'
import { newestOf } from './newest.js'
import { fromRow, type Schema, type SessionRow, toRow } from './schema.js'
import { markSetAside } from './sql-effects.js'
import type { SqlStatements } from './sql-statements.js'
import type { StoreTransaction } from './store.js'

interface Surroundings {
  mode: number
  statements: SqlStatements
  userKey: (user: string) => string
  locksRows: boolean
  lockName: (tx: Transaction<Schema>, name: string) => Promise<void>
  nowMs: RawBuilder<number>
  /** The database's current time according to its last reading. */
  now: () => number
  onChange: (id: string) => void
  onErase: () => void
}

/** The scope of the daily limit that all users share. */
const ALL = 'all'

/** The writes of the SQL store, bound to one open transaction. */
export function sqlTransaction(tx: Transaction<Schema>, around: Surroundings): StoreTransaction {
  const { mode, statements, userKey, onChange, onErase } = around
  const sessions = () => {
    const query = tx.selectFrom('sessions').selectAll().where('livemode', '=', mode)
    return around.locksRows ? query.forUpdate() : query
  }
  /** Rows locked or inserted by this transaction. */
  const held = new Map<string, SessionRow>()
  const record = (row: SessionRow | undefined): SessionRecord | null => {
    if (row === undefined) return null
    held.set(row.id, row)
    return fromRow(row)
  }

  const lock = async (id: string) => record(await sessions().where('id', '=', id).executeTakeFirst())

  async function nowMs(): Promise<number> {
    const { rows } = await sql<{ now: number }>`select ${around.nowMs} as now`.execute(tx)
    return Number(rows[0]?.now)
  }

  /** The ordinal after all rows of the user, or before them. */
  const nextOrdinal = (key: string, behind: boolean) =>
    tx
      .selectFrom('sessions')
      .select((of) =>
        (behind
          ? sql<number>`coalesce(${of.fn.min('ordinal')}, 1) - 1`
          : sql<number>`coalesce(${of.fn.max('ordinal')}, 0) + 1`
        ).as('next'),
      )
      .where('livemode', '=', mode)
      .where('user_key', '=', key)

  return {
    now: nowMs,
    lock,
    lockByStripeId: async (stripeId) => record(await statements.lockByStripeId(tx, stripeId)),
    async lockNewest(user) {
      const key = userKey(user)
      // Without a row there is nothing to lock: two transactions would both find no row and count.
      await around.lockName(tx, `${mode}:${key}`)
      return record(await newestOf(() => sessions().where('user_key', '=', key)))
    },

    keyOf: async (user) => userKey(user),

    async insert({ id, user, type, attemptsBefore, reservedDay, now, adopted }) {
      const key = userKey(user)
      const begun: SessionRecord = {
        id,
        livemode: mode === 1,
        userKey: key,
        user,
        stripeId: adopted?.stripeId ?? null,
        status: null,
        basis: 'birth',
        lastError: null,
        redaction: null,
        type,
        open: adopted?.open ?? true,
        attemptsBefore,
        attempts: 0,
        version: 0,
        revision: 0,
        created: now,
        updated: now,
        // Stripe does not report the time of the verification, so its creation is the earliest bound.
        verifiedAt: adopted === undefined ? null : now,
        lastEventAt: 0,
        lastReplyAt: 0,
        doubt: null,
        createTry: 1,
        canceledBy: null,
        redactRequestedBy: null,
        reservedDay,
        watchedUntil: 0,
        lookAt: null,
      }
      const fresh = { ...begun, lookAt: nextLook(begun, now * 1000) }
      const isBehind = adopted?.behind ?? false
      const inserted = await tx
        .insertInto('sessions')
        .values({
          ...toRow(fresh),
          ordinal: nextOrdinal(key, isBehind),
          stage: stageOf(fresh),
          superseded: Number(isBehind),
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst()
      if (inserted === undefined) return null
      held.set(id, inserted)
      if (!isBehind) {
        await tx
          .updateTable('sessions')
          .set({ superseded: 1 })
          .where('livemode', '=', mode)
          .where('user_key', '=', key)
          .where('superseded', '=', 0)
          .where('id', '<>', id)
          .execute()
      }
      return fresh
    },

    async save(changed) {
      if (!held.has(changed.id)) await lock(changed.id)
      const before = held.get(changed.id)
      if (before === undefined) throw new Error('A session has to exist before it is saved.')
      const row = markedRow(changed, before)
      held.set(changed.id, { ...before, ...row })
      // Writing a column, even unchanged, also writes its indexes.
      const news = Object.entries(row).filter(([name, value]) => Reflect.get(before, name) !== value)
      await statements.update(tx, changed.id, Object.fromEntries(news))
      onChange(changed.id)
    },

    async touch(id, { watchedUntil, lookAt }) {
      await tx
        .updateTable('sessions')
        .set({
          ...(watchedUntil === undefined ? {} : { watched_until: watchedUntil }),
          ...(lookAt === undefined ? {} : { look_at: lookAt }),
        })
        .where('id', '=', id)
        .where('livemode', '=', mode)
        .execute()
    },

    async recordEvent(eventId, source) {
      const now = around.now()
      if (await statements.insertEvent(tx, eventId, source, now)) return true
      if (source === 'webhook') {
        // Already known from a listing. The signed delivery shows that webhooks arrive.
        await tx
          .updateTable('events')
          .set({ source, seen_at: now })
          .where('livemode', '=', mode)
          .where('event_id', '=', eventId)
          .execute()
      }
      return false
    },

    async recordAttempt(id, reportId) {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('attempts')
        .values({ session_id: id, report_id: reportId })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    recordTransition: (transition) => statements.insertTransition(tx, transition),

    async enqueueEffect(effect) {
      await tx.insertInto('effects').values(effectRow(effect, mode)).execute()
    },
    async enqueueEffectAgain(effect) {
      await tx
        .insertInto('effects')
        .values(effectRow(effect, mode))
        .onConflict((conflict) =>
          conflict.columns(['id', 'sink']).doUpdateSet({ failures: 0, due_at: 0, set_aside: 0 }),
        )
        .execute()
      await markSetAside(tx, effect.sessionId)
    },

    async used(day, user) {
      const key = userKey(user)
      const rows = await tx
        .selectFrom('ceilings')
        .select(['scope', 'used'])
        .where('livemode', '=', mode)
        .where('day', '=', day)
        .where('scope', 'in', [ALL, key])
        .execute()
      const usedBy = (scope: string) => rows.find((row) => row.scope === scope)?.used ?? 0
      return { user: usedBy(key), all: usedBy(ALL) }
    },

    async take(day, user, ceiling) {
      const scope = user === null ? ALL : userKey(user)
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('ceilings')
        .values({ livemode: mode, day, scope, used: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['livemode', 'day', 'scope'])
            .doUpdateSet({ used: sql<number>`${sql.ref('ceilings.used')} + 1` })
            .where('ceilings.used', '<', ceiling),
        )
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    async giveBack(day, record) {
      await tx
        .updateTable('ceilings')
        .set({ used: sql<number>`used - 1` })
        .where('livemode', '=', mode)
        .where('day', '=', day)
        .where('scope', 'in', [ALL, record.userKey])
        .where('used', '>', 0)
        .execute()
    },

    async erase(id) {
      await tx.deleteFrom('effects').where('session_id', '=', id).execute()
      await tx.deleteFrom('deliveries').where('session_id', '=', id).execute()
      await tx.deleteFrom('transitions').where('session_id', '=', id).execute()
      await tx.deleteFrom('attempts').where('session_id', '=', id).execute()
      await tx.updateTable('sessions').set({ taken_back: 0, set_aside: 0 }).where('id', '=', id).execute()
      onErase()
    },

    async setSetting(name, value) {
      await tx
        .insertInto('settings')
        .values({ name: `${mode}:${name}`, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute()
    },

    async prune(before) {
      await tx
        .deleteFrom('events')
        .where('livemode', '=', mode)
        .where('source', 'in', ['webhook', 'events'])
        .where('seen_at', '<', before)
        .execute()
      await tx
        .deleteFrom('ceilings')
        .where('livemode', '=', mode)
        .where('day', '<', new Date(before).toISOString().slice(0, 10))
        .execute()
    },
  }
}
