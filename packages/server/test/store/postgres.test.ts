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
    // Its files keep what was deleted until they are vacuumed, and its log for longer.
    bytes: async () => null,
    cleanUp: () => database.drop(),
  }
})

describe('PostgreSQL alone', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await createDatabase()
  })
  afterEach(() => database.drop())

  const stepsDone = () =>
    database.ask<{ name: string }>('select name from stripe_identity_kysely_migration order by name')
  const failure = (work: Promise<unknown>) =>
    work.then(() => null).catch((error: unknown) => error as StoreError)

  it('opens an empty database ten times at once, and makes its tables once', async () => {
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
    // They know each other's users, so they have one key.
    for (const other of others) expect((await other.newest('ada'))?.id).toBe('a')
    for (const store of stores) await store.close()
  })

  it('refuses a schema of a newer version, and leaves it as it is', async () => {
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

  it('says in one class of error what the database refused, by its own code', async () => {
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

  it('closes twice, and leaves no connection behind', async () => {
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

  it('does not let its callers wait for an opening that takes long', async () => {
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
