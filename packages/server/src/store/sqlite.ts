import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely'
import { migrate } from './migrations.js'
import type { Schema } from './schema.js'
import { openSqlStore } from './sql-store.js'
import { openSqliteDatabase } from './sqlite-database.js'
import type { Store } from './store.js'
import { StoreError } from './store-error.js'

/** How long one statement waits for another process. Short, because the driver blocks the whole process meanwhile. */
const BUSY_TIMEOUT_MS = 50
/** How long a transaction keeps trying to begin, waiting outside the driver between tries. */
const BEGIN_PATIENCE_MS = 5_000

/**
 * Opens (and makes, if it is not there) a SQLite file. Commits survive a crash of the process and of the machine
 * (WAL, `synchronous=FULL`), and erased content is overwritten (`secure_delete`).
 */
export async function openSqliteStore(path: string, livemode: boolean): Promise<Store> {
  const database = await openSqliteDatabase(path)
  const pragmas = [
    `busy_timeout = ${BUSY_TIMEOUT_MS}`,
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
  ]
  const changes = new EventEmitter().setMaxListeners(0)
  let closed = false
  try {
    for (const pragma of pragmas) {
      const statement = database.prepare(`pragma ${pragma}`)
      if (statement.reader) statement.all([])
      else statement.run([])
    }
    const db = new Kysely<Schema>({ dialect: new Dialect({ database }) })
    await migrate(db)
    return await openSqlStore(
      {
        db,
        nowMs: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
        locksRows: false,
        announce: async () => {},
        committed: (ids) => {
          for (const id of ids) changes.emit(id)
        },
        async scrub() {
          await sql`pragma wal_checkpoint(TRUNCATE)`.execute(db)
        },
        watch(id, wake) {
          changes.on(id, wake)
          return () => changes.off(id, wake)
        },
        async close() {
          if (closed) return
          closed = true
          changes.removeAllListeners()
          await db.destroy()
        },
      },
      livemode,
    )
  } catch (error) {
    database.close()
    throw error
  }
}

class Dialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0]

  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config)
    this.#config = config
  }

  override createDriver(): SqliteDriver {
    return new Driver(this.#config)
  }

  override createAdapter(): SqliteAdapter {
    return new Adapter()
  }
}

/** SQLite's DDL is transactional; saying so lets migrations of two processes wait for each other. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class Driver extends SqliteDriver {
  /** Takes the write lock at once: a transaction that read first and writes later could not be repeated. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const deadline = Date.now() + BEGIN_PATIENCE_MS
    for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
        return
      } catch (error) {
        if (!isBusy(error) || Date.now() + pause > deadline) throw error
      }
      await delay(pause)
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof StoreError && /SQLITE_BUSY|database is locked/.test(error.reason)
}
