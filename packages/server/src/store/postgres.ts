import { Kysely, PostgresAdapter, PostgresDialect, type PostgresPool, sql } from 'kysely'
import type { Logger } from 'pino'
import { migrate } from './migrations.js'
import { optimisticWrite } from './optimistic-write.js'
import { createListener } from './postgres-listener.js'
import { openPool } from './postgres-pool.js'
import { createWatchers } from './postgres-watchers.js'
import type { Schema } from './schema.js'
import { openSqlStore } from './sql-store.js'
import { DEFAULT_TABLE_PREFIX, type Store, type StoreOptions } from './store.js'
import { tablePrefix } from './table-prefix.js'

/** A notification holds less than 8,000 bytes, and a record id has 36 characters. */
const IDS_PER_NOTIFICATION = 200
/** A migration step may be slow on a large table, and other instances wait for it. */
const MIGRATION_LIMITS = { statementMs: 55_000, answerMs: 60_000 }

/**
 * Opens a PostgreSQL database that any number of instances can share: a commit at one instance wakes watchers at the
 * others. Listening begins with the first watch.
 */
export async function openPostgresStore(
  url: string,
  livemode: boolean,
  { prefix = DEFAULT_TABLE_PREFIX, log }: StoreOptions & { log?: Logger } = {},
): Promise<Store> {
  await bringUpToDate(url, prefix)
  const db = over(openPool(url), prefix)
  const channel = `${prefix}sessions`
  const watchers = createWatchers((ids) =>
    db.selectFrom('sessions').select(['id', 'revision']).where('id', '=', sql<string>`any(${ids})`).execute(),
  )
  const listener = createListener({
    url,
    channel,
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
        writeTogether: (write, { mode, now }) =>
          optimisticWrite({ db, mode, now, channel, committed: watchers.wake }, write),
        async lockName(tx, name) {
          await sql`select pg_advisory_xact_lock(hashtextextended(${prefix + name}, 0))`.execute(tx)
        },
        async announce(tx, ids) {
          for (let from = 0; from < ids.length; from += IDS_PER_NOTIFICATION) {
            const payload = ids.slice(from, from + IDS_PER_NOTIFICATION).join(',')
            await sql`select pg_notify(${channel}, ${payload})`.execute(tx)
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

function over(pool: PostgresPool, prefix: string): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new Dialect({ pool }, prefix), plugins: [tablePrefix(prefix)] })
}

async function bringUpToDate(url: string, prefix: string): Promise<void> {
  const db = over(openPool(url, MIGRATION_LIMITS, 1), prefix)
  try {
    await migrate(db, prefix)
  } finally {
    await db.destroy()
  }
}

class Dialect extends PostgresDialect {
  readonly #prefix: string

  constructor(config: { pool: PostgresPool }, prefix: string) {
    super(config)
    this.#prefix = prefix
  }

  override createAdapter(): PostgresAdapter {
    return new Adapter(this.#prefix)
  }
}

/** Locks migrations per prefix. Kysely's own lock covers the whole database, including the host's use of Kysely. */
class Adapter extends PostgresAdapter {
  readonly #name: string

  constructor(prefix: string) {
    super()
    this.#name = `${prefix}kysely_migration_lock`
  }

  override async acquireMigrationLock(db: Kysely<unknown>): Promise<void> {
    await sql`select pg_advisory_lock(hashtextextended(${this.#name}, 0))`.execute(db)
  }

  override async releaseMigrationLock(db: Kysely<unknown>): Promise<void> {
    await sql`select pg_advisory_unlock(hashtextextended(${this.#name}, 0))`.execute(db)
  }
}
