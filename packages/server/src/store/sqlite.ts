import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely'
import { groupCommit } from './group-commit.js'
import { migrate } from './migrations.js'
import type { Schema } from './schema.js'
import { openSqlStore } from './sql-store.js'
import { openSqliteDatabase } from './sqlite-database.js'
import { beforeCreating, logSize, type SqliteFile } from './sqlite-file.js'
import { createScrubber, type Scrubber } from './sqlite-scrubber.js'
import { DEFAULT_TABLE_PREFIX, type Store, type StoreOptions } from './store.js'
import { StoreError } from './store-error.js'
import { tablePrefix } from './table-prefix.js'

/** The wait of one statement for another process. Short, because the driver blocks this process meanwhile. */
const BUSY_TIMEOUT_MS = 50
/** The wait of a transaction for its turn and for other processes, outside of the driver. */
const PATIENCE_MS = 5_000

/**
 * Opens a SQLite file. Creates it if it is missing, except when it existed before (`again`). Commits survive a crash
 * of the process and of the machine (WAL, `synchronous=FULL`), and erased content is overwritten (`secure_delete`).
 * One connection writes and another one reads, so that reads do not wait for a transaction that waits for another
 * process.
 */
export async function openSqliteStore(
  path: string,
  livemode: boolean,
  { prefix = DEFAULT_TABLE_PREFIX, again = false }: StoreOptions & { again?: boolean } = {},
): Promise<Store> {
  const file = beforeCreating(path, again)
  const opened: SqliteDatabase[] = []
  const connect = async () => {
    const database = await openSqliteDatabase(path)
    opened.push(database)
    const pragmas = [
      `busy_timeout = ${BUSY_TIMEOUT_MS}`,
      'journal_mode = WAL',
      'synchronous = FULL',
      'secure_delete = ON',
    ]
    for (const pragma of pragmas) {
      const statement = database.prepare(`pragma ${pragma}`)
      if (statement.reader) statement.all([])
      else statement.run([])
    }
    return new Kysely<Schema>({ dialect: new Dialect(database, file), plugins: [tablePrefix(prefix)] })
  }
  const changes = new EventEmitter().setMaxListeners(0)
  let closed = false
  let scrubber: Scrubber | undefined
  try {
    const db = await connect()
    file.opened()
    await migrate(db, prefix)
    const reads = await connect()
    scrubber = createScrubber(db)
    // A killed process may have left erased data in the log.
    if (logSize(path) > 0) await scrubber.scrub()
    const { scrub, close: endScrubbing } = scrubber
    return await openSqlStore(
      {
        db,
        reads,
        nowMs: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
        locksRows: false,
        // One transaction is written at a time, so concurrent ones share a commit.
        writeTogether: groupCommit,
        lockName: async () => {},
        announce: async () => {},
        committed: (ids) => {
          for (const id of ids) changes.emit(id)
        },
        scrub,
        watch(id, wake) {
          changes.on(id, wake)
          return () => changes.off(id, wake)
        },
        async close() {
          if (closed) return
          closed = true
          changes.removeAllListeners()
          await endScrubbing()
          for (const database of opened) database.close()
        },
      },
      livemode,
    )
  } catch (error) {
    await scrubber?.close()
    for (const database of opened) database.close()
    throw error
  }
}

class Dialect extends SqliteDialect {
  readonly #database: SqliteDatabase
  readonly #file: SqliteFile

  constructor(database: SqliteDatabase, file: SqliteFile) {
    super({ database })
    this.#database = database
    this.#file = file
  }

  override createDriver(): SqliteDriver {
    return new Driver(this.#database, this.#file)
  }

  override createAdapter(): SqliteAdapter {
    return new Adapter()
  }
}

/** SQLite's DDL is transactional. This setting lets migrations of two processes wait for each other. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class Driver extends SqliteDriver {
  readonly #file: SqliteFile
  /** The deadline of the current holder, including the wait for the connection. */
  #deadline = 0
  /** True within a transaction, whose statements already hold the lock and cannot be retried individually. */
  #inTransaction = false

  constructor(database: SqliteDatabase, file: SqliteFile) {
    super({ database })
    this.#file = file
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const deadline = Date.now() + PATIENCE_MS
    const connection = await super.acquireConnection()
    this.#deadline = deadline
    this.#inTransaction = false
    return {
      executeQuery: (query) =>
        this.#inTransaction
          ? connection.executeQuery(query)
          : this.#patiently(() => connection.executeQuery(query)),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    }
  }

  /** Takes the write lock at once: a transaction that first read and then writes could not be retried. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#file.check()
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    this.#inTransaction = true
  }

  /** Retries while another process holds the lock, until the holder's deadline. */
  async #patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
      try {
        return await work()
      } catch (error) {
        if (!isBusy(error) || Date.now() + pause > this.#deadline) throw error
      }
      await delay(pause)
    }
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // On a full or failing disk SQLite has already rolled back; the first error has the cause.
    await super.rollbackTransaction(connection).catch(() => {})
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof StoreError && /SQLITE_BUSY|database is locked/.test(error.reason)
}
