import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSqliteStore } from '../packages/server/src/store/sqlite.js'
import { openSqliteDatabase } from '../packages/server/src/store/sqlite-database.js'
import { World } from '../packages/server/test/support/world.js'
import { tableAfter } from './support/tables.js'

type SqliteDatabase = Awaited<ReturnType<typeof openSqliteDatabase>>

/** The prefix of table names that the page's headings omit. */
const PREFIX = 'stripe_identity_'
const page = readFileSync(new URL('../docs/data.md', import.meta.url), 'utf8')
const tables = [...page.matchAll(/^## ([a-z_]+)$/gm)].map(([heading, name = '']) => ({
  name,
  rows: tableAfter(page, heading).map(([column = '', why = '', redacted = '']) => ({
    column: column.replaceAll('`', ''),
    why,
    redacted,
  })),
}))

function all(database: SqliteDatabase, query: string): Record<string, unknown>[] {
  return database.prepare(query).all([]) as Record<string, unknown>[]
}

describe('docs/data.md', () => {
  let folder: string
  let database: SqliteDatabase
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'identity-docs-'))
    const path = join(folder, 'identity.db')
    await (await openSqliteStore(path, false)).close()
    database = await openSqliteDatabase(path)
  })
  afterAll(async () => {
    database.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  it('has every table of a new database, and no other', () => {
    const there = all(
      database,
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
    )
    expect(tables.map(({ name }) => PREFIX + name).toSorted()).toEqual(
      there.map(({ name }) => name).toSorted(),
    )
  })

  it.each(tables)('has every column of $name, with a reason', ({ name, rows }) => {
    const there = all(database, `pragma table_xinfo(${PREFIX}${name})`).map((column) => column.name)
    expect(rows.map(({ column }) => column).toSorted()).toEqual(there.toSorted())
    for (const { why } of rows) expect(why).toMatch(/\w/)
  })
})

describe('the redaction described in docs/data.md', () => {
  let world: World
  let database: SqliteDatabase
  beforeAll(async () => {
    world = await World.create()
    const path = join(world.folder, 'identity.db')
    const server = await world.serve({
      database: `sqlite:${path}`,
      limits: { maxSessionsPerDay: 10 },
      // The first change is delivered; those that fail stay in the outbox.
      onStatusChange: async ({ version }) => {
        if (version > 2) throw new Error('not now')
      },
    })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await vi.waitFor(async () => expect((await ada.get(id)).body.attempts).toBe(1), 60_000)
    database = await openSqliteDatabase(path)
    await vi.waitFor(() => expect(rowsOf('deliveries')).not.toEqual([]), 60_000)
    for (const name of ['sessions', 'attempts', 'transitions', 'effects', 'deliveries'])
      rowsBefore[name] = rowsOf(name)
    await server.identity.redact('ada')
    await server.close()
  })
  afterAll(async () => {
    database.close()
    await world.close()
  })
  const rowsBefore: Record<string, Record<string, unknown>[]> = {}
  const rowsOf = (name: string) => all(database, `select * from ${PREFIX}${name}`)

  it('matches the columns of sessions', () => {
    const [before] = rowsBefore.sessions ?? []
    const [after] = rowsOf('sessions')
    for (const { column, redacted } of tables.find(({ name }) => name === 'sessions')?.rows ?? []) {
      if (redacted === 'erased') expect([column, after?.[column]]).toEqual([column, null])
      if (redacted === 'stays' && before?.[column] === null) continue
      if (redacted === 'stays') expect([column, after?.[column]]).not.toEqual([column, null])
    }
    expect(before).toMatchObject({ user_ref: 'ada', error_code: 'document_unverified_other' })
    expect(after).toMatchObject({ open: 0, redaction: 'processing', user_key: before?.user_key })
  })

  it('matches the other tables', () => {
    const erased = tables.filter(({ rows }) => rows.every(({ redacted }) => redacted === 'row erased'))
    expect(erased.map(({ name }) => name)).toEqual(['attempts', 'transitions', 'effects', 'deliveries'])
    for (const { name } of erased) expect([name, rowsBefore[name]?.length]).not.toEqual([name, 0])
    expect([rowsOf('attempts'), rowsOf('effects'), rowsOf('deliveries')]).toEqual([[], [], []])
    expect(rowsOf('transitions')).toMatchObject([{ cause: 'redact', actor: 'host' }])
  })
})
