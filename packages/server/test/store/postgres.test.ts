import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPostgresStore } from '../../src/store/postgres.js'
import { reopening } from '../../src/store/reopening.js'
import type { Store } from '../../src/store/store.js'
import { StoreError } from '../../src/store/store-error.js'
import { gate } from '../support/gate.js'
import { createDatabase, type TestDatabase } from '../support/postgres.js'
import { storeSuite } from './suite.js'

storeSuite('PostgreSQL', async () => {
  const database = await createDatabase()
  return {
    open: (livemode = false) => openPostgresStore(database.url, livemode),
    // PostgreSQL keeps deleted rows until a vacuum, and its log for longer.
    bytes: async () => null,
    cleanUp: () => database.drop(),
  }
})

describe('a PostgreSQL store', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await createDatabase()
  })
  afterEach(() => database.drop())

  const stepsDone = () =>
    database.ask<{ name: string }>('select name from stripe_identity_kysely_migration order by name')
  const failure = (work: Promise<unknown>) =>
    work.then(() => null).catch((error: unknown) => error as StoreError)

  it('creates the tables once when ten stores open an empty database', async () => {
    const stores = await Promise.all(Array.from({ length: 10 }, () => openPostgresStore(database.url, false)))
    const names = (await stepsDone()).map(({ name }) => name)
    expect(names.length).toBeGreaterThan(0)
    expect(new Set(names).size).toBe(names.length)
    const [first, ...others] = stores as [Store, ...Store[]]
    const record = { id: 'a', user: 'ada', type: 'document', attemptsBefore: 0, reservedDay: null, now: 1 }
    await first.write(async (tx) => {
      const made = await tx.insert(record)
      if (made !== null) await tx.save({ ...made, stripeId: 'vs_1', status: 'requires_input' })
    })
    // Each finds the other's user, so they share one key.
    for (const other of others) expect((await other.newest('ada'))?.id).toBe('a')
    for (const store of stores) await store.close()
  })

  it('refuses a newer schema, and does not change it', async () => {
    await (await openPostgresStore(database.url, false)).close()
    const before = await stepsDone()
    await database.ask(
      `insert into stripe_identity_kysely_migration values ('9999_later', '2099-01-01T00:00:00.000Z')`,
    )
    const refused = await failure(openPostgresStore(database.url, false))
    expect(refused).toBeInstanceOf(StoreError)
    expect(refused?.reason).toContain('newer version')
    expect(await stepsDone()).toHaveLength(before.length + 1)
  })

  it("wraps database errors in one class with the database's error code", async () => {
    const wrong = Object.assign(new URL(database.url), { password: 'wrong' }).href
    const nowhere = Object.assign(new URL(database.url), { port: '1' }).href
    const missing = Object.assign(new URL(database.url), { pathname: '/missing' }).href
    const failures = await Promise.all(
      [wrong, nowhere, missing].map((url) => failure(openPostgresStore(url, false))),
    )
    expect(failures.map((error) => [error?.name, error?.code, error?.reason])).toEqual([
      ['StoreError', 'store_unavailable', '28P01'],
      ['StoreError', 'store_unavailable', 'ECONNREFUSED'],
      ['StoreError', 'store_unavailable', '3D000'],
    ])
  })

  it('can be closed twice, and leaves no connection open', async () => {
    const store = await openPostgresStore(database.url, false)
    const stop = store.watch('anything', () => {})
    const connections = async () => {
      const others = `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
      return (await database.ask(others)).length
    }
    await expect.poll(connections).toBe(2)
    await Promise.all([store.close(), store.close()])
    stop()
    await expect.poll(connections).toBe(0)
    expect(await failure(store.ping())).toBeInstanceOf(Error)
  })

  it('does not block its callers during a slow opening', async () => {
    const slow = gate()
    const store = reopening(async () => {
      await slow.opened
      return openPostgresStore(database.url, false)
    })
    expect((await failure(store.ping()))?.reason).toContain('still opening')
    slow.open()
    await store.ping()
    await store.close()
  })
})
