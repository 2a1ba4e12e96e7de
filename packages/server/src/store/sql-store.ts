import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { SessionRecord } from '../session.js'
import { newestOf } from './newest.js'
import { remembering } from './remembering.js'
import { fromRow, type Schema, type SessionRow } from './schema.js'
import { actQueue } from './sql-acts.js'
import { effectQueue } from './sql-effects.js'
import { operatorQueries } from './sql-operators.js'
import { readHistory, readSummary } from './sql-reports.js'
import { sqlStatements } from './sql-statements.js'
import { sqlTransaction } from './sql-transaction.js'
import type { Store } from './store.js'
import { StoreError } from './store-error.js'
import { URGENT } from './urgent.js'

/** The differences between the databases; everything else is the same SQL. */
export interface Backend {
  db: Kysely<Schema>
  /** The connection for reads outside of transactions, which do not wait for writes. */
  reads: Kysely<Schema>
  /** The database's current time, in unix milliseconds. */
  nowMs: RawBuilder<number>
  /** True if a read in a transaction must lock its row. SQLite runs transactions one at a time. */
  locksRows: boolean
  /** The way to write deliveries, which are most of the writes. */
  writeTogether(write: Store['write'], around: { mode: number; now: () => number }): Store['writeTogether']
  /** Locks a name until the end of the transaction; waits for other transactions that hold it. */
  lockName(tx: Kysely<Schema>, name: string): Promise<void>
  /** Notifies other instances, as part of the transaction, of the records that change with its commit. */
  announce(tx: Kysely<Schema>, ids: readonly string[]): Promise<void>
  /** Called after the commit, to wake watchers in this process. */
  committed(ids: readonly string[]): void
  /** Called after a commit that erased data, to remove its last traces from the database files. */
  scrub(): Promise<void>
  watch(id: string, wake: () => void): () => void
  close(): Promise<void>
}

/** PostgreSQL's codes for a transaction that lost a conflict and left nothing, so that it can be retried. */
const CONFLICTS = ['40001', '40P01']
const TRIES = 4

/** Opens the store on a database with a current schema, and reads the key for hashing owners. */
export async function openSqlStore(backend: Backend, livemode: boolean): Promise<Store> {
  const { db, reads } = backend
  const ownerKey = createSecretKey(await readOwnerKey(db), 'utf8')
  const mode = Number(livemode)
  const userKey = remembering((user) => createHmac('sha256', ownerKey).update(user).digest('base64url'))
  const sessions = () => reads.selectFrom('sessions').selectAll().where('livemode', '=', mode)

  /** Milliseconds by which the database's clock is ahead of ours. */
  let ahead = 0
  const now = () => Date.now() + ahead
  async function readClock(): Promise<void> {
    const before = Date.now()
    const { rows } = await sql<{ now: number }>`select ${backend.nowMs} as now`.execute(reads)
    ahead = Math.round(Number(rows[0]?.now) - (before + Date.now()) / 2)
  }
  await readClock()

  async function records(query: { execute(): Promise<Parameters<typeof fromRow>[0][]> }) {
    return (await query.execute()).map(fromRow)
  }
  async function record(query: {
    executeTakeFirst(): Promise<Parameters<typeof fromRow>[0] | undefined>
  }): Promise<SessionRecord | null> {
    const row = await query.executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  }

  /** The query of every poll, compiled once. */
  const ownedQuery = sessions().where('user_key', '=', '').where('stripe_id', '=', '').compile()

  const statements = sqlStatements(db, mode, backend.locksRows)

  const write: Store['write'] = async (work) => {
    const changed = new Set<string>()
    let erased = false
    const result = await again(() => {
      changed.clear()
      erased = false
      return db.transaction().execute(async (tx) => {
        const transaction = sqlTransaction(tx, {
          mode,
          statements,
          userKey,
          locksRows: backend.locksRows,
          lockName: backend.lockName,
          nowMs: backend.nowMs,
          now,
          onChange: (id) => changed.add(id),
          onErase: () => {
            erased = true
          },
        })
        const value = await work(transaction)
        if (changed.size > 0) await backend.announce(tx, [...changed])
        return value
      })
    })
    backend.committed([...changed])
    if (erased) await backend.scrub()
    return result
  }

  return {
    write,
    writeTogether: backend.writeTogether(write, { mode, now }),

    async newest(user) {
      const known = () => sessions().where('user_key', '=', userKey(user)).where('stripe_id', 'is not', null)
      const row = await newestOf(known)
      return row === undefined ? null : fromRow(row)
    },
    async owned(user, stripeId) {
      const { rows } = await reads.executeQuery<SessionRow>({
        ...ownedQuery,
        parameters: [mode, userKey(user), stripeId],
      })
      return rows[0] === undefined ? null : fromRow(rows[0])
    },
    allOf: (user) => records(sessions().where('user_key', '=', userKey(user)).orderBy('ordinal', 'desc')),
    byId: (id) => record(sessions().where('id', '=', id)),
    byStripeId: (stripeId) => record(sessions().where('stripe_id', '=', stripeId)),
    history: (id) => readHistory(reads, id),
    summary: (since) => readSummary(reads, mode, since),
    ...operatorQueries(reads, mode, userKey),
    ...actQueue(db, mode, backend),

    watched: (now, limit) =>
      records(
        sessions()
          .where('open', '=', 1)
          .where('watched_until', '>', now)
          .orderBy('watched_until', 'desc')
          .limit(limit),
      ),
    urgent: (now, limit) =>
      records(sessions().where('look_at', '<=', now).where(URGENT).orderBy('look_at').limit(limit)),
    due: (now, limit) =>
      records(
        sessions()
          .where('look_at', '<=', now)
          .where(sql<boolean>`not ${URGENT}`)
          .orderBy('look_at')
          .limit(limit),
      ),

    ...effectQueue(db, mode, backend),
    watch: (id, wake) => backend.watch(id, wake),

    now,
    async lease(name, holder, ttlMs) {
      await readClock()
      const expires = sql<number>`${backend.nowMs} + ${sql.lit(Math.trunc(ttlMs))}`
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('leases')
        .values({ name: `${mode}:${name}`, holder, expires_at: expires })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, expires_at: expires })
            .where((or) =>
              or.or([or('leases.holder', '=', holder), or('leases.expires_at', '<', backend.nowMs)]),
            ),
        )
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },
    async lastSignedAt() {
      const row = await reads
        .selectFrom('events')
        .select('seen_at')
        .where('livemode', '=', mode)
        .where('source', '=', 'webhook')
        .orderBy('seen_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.seen_at ?? 0
    },
    async getSetting(name) {
      const row = await reads
        .selectFrom('settings')
        .select('value')
        .where('name', '=', `${mode}:${name}`)
        .executeTakeFirst()
      return row?.value ?? null
    },

    async ping() {
      await sql`select 1`.execute(reads)
    },
    close: () => backend.close(),
  }
}

/** Retries a transaction that lost a conflict, after a random pause. */
async function again<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction()
    } catch (error) {
      const conflict = error instanceof StoreError && CONFLICTS.includes(error.reason)
      if (!conflict || tries === TRIES) throw error
    }
    await delay(Math.random() * 20 * 2 ** tries)
  }
}

/**
 * The key for hashing owners: created once per database and shared by its instances. Without the database the hashes
 * reveal nothing.
 */
async function readOwnerKey(db: Kysely<Schema>): Promise<string> {
  const key = () => db.selectFrom('settings').select('value').where('name', '=', 'owner-key')
  const known = await key().executeTakeFirst()
  if (known !== undefined) return known.value
  await db
    .insertInto('settings')
    .values({ name: 'owner-key', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return (await key().executeTakeFirstOrThrow()).value
}
