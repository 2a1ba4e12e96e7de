import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { StoreError } from './store-error.js'

/** Prepared statements cached per connection; the store has a few dozen. */
const STATEMENT_CACHE_SIZE = 200
/** SQLite's codes for READONLY, IOERR, CORRUPT, CANTOPEN and NOTADB. */
const BROKEN = [8, 10, 11, 14, 26]

/** Opens a SQLite file through `node:sqlite` if Node has it, otherwise through the optional package better-sqlite3. */
export async function openSqliteDatabase(path: string): Promise<SqliteDatabase> {
  const builtIn: typeof import('node:sqlite') | undefined = process.getBuiltinModule?.('node:sqlite')
  try {
    return cachingStatements(builtIn === undefined ? await throughPackage(path) : throughNode(builtIn, path))
  } catch (cause) {
    throw new StoreError(cause, { broken: true })
  }
}

function throughNode(sqlite: typeof import('node:sqlite'), path: string): SqliteDatabase {
  const database = new sqlite.DatabaseSync(path)
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = database.prepare(text)
      const run = <T>(work: (...parameters: never[]) => T, parameters: readonly unknown[]) =>
        work.apply(statement, parameters as never[])
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => run(statement.all, parameters),
        run: (parameters) => run(statement.run, parameters),
        iterate: (parameters) => run(statement.iterate, parameters) as IterableIterator<unknown>,
      }
    },
  }
}

async function throughPackage(path: string): Promise<SqliteDatabase> {
  let Database: typeof import('better-sqlite3')
  try {
    Database = (await import('better-sqlite3')).default
  } catch (cause) {
    throw new Error(
      'SQLite needs Node 22.13 or newer, or the package better-sqlite3 beside this one: npm install better-sqlite3',
      { cause },
    )
  }
  return new Database(path) as unknown as SqliteDatabase
}

function cachingStatements(database: SqliteDatabase): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(text) {
      const known = statements.get(text)
      if (known !== undefined) return known
      const statement = guarded(attempt(() => database.prepare(text)))
      if (statements.size >= STATEMENT_CACHE_SIZE) statements.clear()
      statements.set(text, statement)
      return statement
    },
  }
}

/** Wraps a statement so that its failures are `StoreError`s. */
function guarded(statement: SqliteStatement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => attempt(() => statement.all(parameters)),
    run: (parameters) => attempt(() => statement.run(parameters)),
    iterate: (parameters) => attempt(() => statement.iterate(parameters)),
  }
}

function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw new StoreError(cause, { broken: isBroken(cause) })
  }
}

/** True if the file cannot be read or written properly, so that the open database is unreliable. */
function isBroken(cause: unknown): boolean {
  const { code, errcode } = Object(cause) as { code?: string; errcode?: number }
  if (errcode !== undefined) return BROKEN.includes(errcode & 0xff)
  return /^SQLITE_(READONLY|IOERR|CORRUPT|CANTOPEN|NOTADB)/.test(code ?? '')
}
