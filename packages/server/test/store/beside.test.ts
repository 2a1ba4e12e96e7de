import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, type Migration, Migrator, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionRecord } from '../../src/session.js'
import { openPostgresStore } from '../../src/store/postgres.js'
import { openSqliteStore } from '../../src/store/sqlite.js'
import { openSqliteDatabase } from '../../src/store/sqlite-database.js'
import type { Store } from '../../src/store/store.js'
import { createDatabase, type TestDatabase } from '../support/postgres.js'

interface Place {
  open(prefix?: string): Promise<Store>
  /** The host's own Kysely over the same database. */
  host(): Promise<Kysely<never>>
  cleanUp(): Promise<void>
}

/** A host with its own sessions in tables with the most likely names. */
const HOSTS: Record<string, Migration> = {
  '0001_host': {
    async up(db) {
      await db.schema.createTable('sessions').addColumn('sid', 'text').addColumn('sess', 'text').execute()
      await db.schema.createIndex('sessions_created').on('sessions').column('sid').execute()
      for (const name of ['events', 'settings', 'leases', 'attempts', 'effects', 'transitions', 'ceilings'])
        await db.schema.createTable(name).addColumn('of_the_host', 'text').execute()
    },
  },
}

async function sqlite(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'identity-beside-'))
  const path = join(folder, 'host.db')
  return {
    open: (prefix) => openSqliteStore(path, false, prefix === undefined ? {} : { prefix }),
    host: async () => {
      const database: SqliteDatabase = await openSqliteDatabase(path)
      return new Kysely({ dialect: new SqliteDialect({ database }) })
    },
    cleanUp: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  }
}

async function postgres(): Promise<Place> {
  const database: TestDatabase = await createDatabase()
  return {
    open: (prefix) => openPostgresStore(database.url, false, prefix === undefined ? {} : { prefix }),
    host: async () =>
      new Kysely({
        dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: database.url, max: 1 }) }),
      }),
    cleanUp: () => database.drop(),
  }
}

describe.each([
  { database: 'SQLite', prepare: sqlite },
  { database: 'PostgreSQL', prepare: postgres },
])('$database shared with others', ({ prepare }) => {
  let place: Place
  let host: Kysely<never>
  const opened: Store[] = []
  const open = async (prefix?: string) => {
    const store = await place.open(prefix)
    opened.push(store)
    return store
  }
  beforeEach(async () => {
    place = await prepare()
    host = await place.host()
  })
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close()
    await host.destroy()
    await place.cleanUp()
  })

  async function hostMigrates(): Promise<unknown> {
    const migrator = new Migrator({ db: host, provider: { getMigrations: async () => HOSTS } })
    return (await migrator.migrateToLatest()).error
  }
  const insert = (store: Store, user: string, id: string) =>
    store.write((tx) =>
      tx.insert({ id, user, type: 'document', attemptsBefore: 0, reservedDay: null, now: 1 }),
    )
  /** Rows of every kind, so that each table is written to. */
  async function useAll(store: Store): Promise<void> {
    const record = (await insert(store, 'ada', 'a')) as SessionRecord
    const at = { sessionId: 'a', version: 1, at: 1, from: null, errorCode: null }
    await store.write(async (tx) => {
      await tx.save({ ...record, stripeId: 'vs_1', status: 'requires_input' })
      await tx.recordEvent('evt_1', 'webhook')
      await tx.recordAttempt('a', 'vr_1')
      await tx.recordTransition({ ...at, to: 'requires_input', cause: 'create', eventId: null, actor: null })
      await tx.enqueueEffect({ ...at, id: 'a:1', sink: 'hook', stripeId: 'vs_1', user: 'ada', to: 'x' })
      expect([await tx.take('2026-01-01', null, 2), await tx.take('2026-01-01', null, 2)]).toEqual([
        true,
        true,
      ])
      expect(await tx.take('2026-01-01', null, 2)).toBe(false)
      await tx.setSetting('cursor', '1')
    })
    expect((await store.owned('ada', 'vs_1'))?.id).toBe('a')
    expect((await store.claimEffects('hook', 5, 1_000)).map(({ id }) => id)).toEqual(['a:1'])
    expect(await store.history('a')).toHaveLength(1)
    expect((await store.summary(0)).byStatus).toEqual({ requires_input: 1 })
    expect(await store.lease('reconciler', 'a', 60_000)).toBe(true)
    expect(await store.lease('reconciler', 'b', 60_000)).toBe(false)
  }

  it("works beside a host's existing tables with the same names and its own Kysely migrations", async () => {
    expect(await hostMigrates()).toBeUndefined()
    const store = await open()
    await useAll(store)
    await store.close()
    await open()
    expect(await hostMigrates()).toBeUndefined()
  })

  it("works beside a host's tables that are created later", async () => {
    await useAll(await open())
    expect(await hostMigrates()).toBeUndefined()
    expect((await (await open()).newest('ada'))?.stripeId).toBe('vs_1')
  })

  it('works beside a second server with another prefix', async () => {
    const [age, kyc] = [await open('age_'), await open('kyc_')]
    await useAll(age)
    expect(await kyc.newest('ada')).toBeNull()
    await useAll(kyc)
    await kyc.write((tx) => tx.erase('a'))
    expect([await age.history('a'), await kyc.history('a')]).toMatchObject([[{ cause: 'create' }], []])
  })
})

it('announces changes per prefix on PostgreSQL', async () => {
  const database = await createDatabase()
  const stores = await Promise.all(
    ['age_', 'kyc_'].map((prefix) => openPostgresStore(database.url, false, { prefix })),
  )
  const listening = new pg.Client(database.url)
  await listening.connect()
  const received: string[] = []
  listening.on('notification', ({ channel, payload }) => received.push(`${channel} ${payload}`))
  try {
    await listening.query('listen age_sessions; listen kyc_sessions; listen stripe_identity_sessions')
    for (const [index, store] of stores.entries())
      await store.write(async (tx) => {
        const at = { type: 'document', attemptsBefore: 0, reservedDay: null, now: 1 }
        const record = await tx.insert({ id: `record-${index}`, user: 'ada', ...at })
        await tx.save(record as SessionRecord)
      })
    await expect.poll(() => received).toEqual(['age_sessions record-0', 'kyc_sessions record-1'])
  } finally {
    await listening.end()
    for (const store of stores) await store.close()
    await database.drop()
  }
})
