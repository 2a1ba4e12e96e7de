import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteDatabase } from '../../src/store/sqlite-database.js'
import { createDatabase } from './postgres.js'

/** A new database of one of the two kinds, with direct access to its contents. */
export interface SqlDatabase {
  url: string
  rows<T>(query: string): Promise<T[]>
  run(statement: string): Promise<void>
  drop(): Promise<void>
}

export const DATABASES: [name: string, create: () => Promise<SqlDatabase>][] = [
  ['SQLite', createSqlite],
  ['PostgreSQL', createPostgres],
]

async function createSqlite(): Promise<SqlDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'identity-database-'))
  const file = join(folder, 'identity.db')
  async function use<T>(work: (database: Awaited<ReturnType<typeof openSqliteDatabase>>) => T): Promise<T> {
    const database = await openSqliteDatabase(file)
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  return {
    url: `sqlite:${file}`,
    rows: (query) => use((database) => database.prepare(query).all([]) as never),
    run: (statement) => use((database) => void database.prepare(statement).run([])),
    drop: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  }
}

async function createPostgres(): Promise<SqlDatabase> {
  const { url, ask, drop } = await createDatabase()
  return {
    url,
    rows: (query) => ask(query),
    run: async (statement) => void (await ask(statement)),
    drop,
  }
}
