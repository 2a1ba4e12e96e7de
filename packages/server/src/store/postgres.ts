import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import type { Logger } from 'pino'
import { migrate } from './migrations.js'
import { createListener } from './postgres-listener.js'
import { openPool } from './postgres-pool.js'
import { createWatchers } from './postgres-watchers.js'
import type { Schema } from './schema.js'
import { openSqlStore } from './sql-store.js'
import type { Store } from './store.js'

const CHANNEL = 'stripe_identity_sessions'
/** Record ids have 36 characters, and a notification holds less than 8,000 bytes. */
const IDS_PER_NOTIFICATION = 200
/** A step of the schema may take its time on a large table; other instances wait for it. */
const MIGRATION_LIMITS = { statementMs: 55_000, answerMs: 60_000 }

/**
 * Opens a PostgreSQL database that any number of instances share: a commit at one wakes who waits at another. Listening
 * begins with the first watch.
 */
export async function openPostgresStore(url: string, livemode: boolean, log?: Logger): Promise<Store> {
  await bringUpToDate(url)
  const db = over(openPool(url))
  const watchers = createWatchers((ids) =>
    db.selectFrom('sessions').select(['id', 'revision']).where('id', '=', sql<string>`any(${ids})`).execute(),
  )
  const listener = createListener({
    url,
    channel: CHANNEL,
    onNotification: (payload) => watchers.wake(payload.split(',')),
    onListening: watchers.wakeAll,
    onLost: (reason) => log?.warn({ reason }, 'the listening connection is lost; changes come by polling'),
  })
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= (async () => {
      watchers.close()
      await Promise.all([listener.close(), db.destroy()])
    })()
    return closing
  }
  try {
    return await openSqlStore(
      {
        db,
        reads: db,
        nowMs: sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
        locksRows: true,
        // Transactions run side by side here, and PostgreSQL itself lets their commits share a write.
        groups: false,
        async lockName(tx, name) {
          await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
        },
        async announce(tx, ids) {
          for (let from = 0; from < ids.length; from += IDS_PER_NOTIFICATION) {
            const payload = ids.slice(from, from + IDS_PER_NOTIFICATION).join(',')
            await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(tx)
          }
        },
        committed: watchers.wake,
        scrub: async () => {},
        watch(id, wake) {
          listener.start()
          return watchers.watch(id, wake)
        },
        close,
      },
      livemode,
    )
  } catch (error) {
    await close()
    throw error
  }
}

function over(pool: PostgresPool): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

async function bringUpToDate(url: string): Promise<void> {
  const db = over(openPool(url, MIGRATION_LIMITS, 1))
  try {
    await migrate(db)
  } finally {
    await db.destroy()
  }
}
