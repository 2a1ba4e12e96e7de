import { afterEach, beforeEach, expect, it } from 'vitest'
import { createApply } from '../src/services/apply.js'
import type { SessionRecord, Snapshot } from '../src/session.js'
import { openPostgresStore } from '../src/store/postgres.js'
import type { Store, StoreTransaction } from '../src/store/store.js'
import { gate } from './support/gate.js'
import { createDatabase, type TestDatabase } from './support/postgres.js'

const NOW = 1_700_000_000
const WAITING = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`

let database: TestDatabase
let store: Store
beforeEach(async () => {
  database = await createDatabase()
  store = await openPostgresStore(database.url, false)
})
afterEach(async () => {
  await store.close()
  await database.drop()
})

const insert = (id: string) => (tx: StoreTransaction) =>
  tx.insert({ id, user: 'ada', type: 'document', attemptsBefore: 0, reservedDay: null, now: NOW })

/** Runs `first` up to its commit, then `second` until it waits for the first, then commits the first. */
async function overlap<T>(
  first: (tx: StoreTransaction) => Promise<unknown>,
  second: () => Promise<T>,
): Promise<T> {
  const ready = gate()
  const go = gate()
  const committed = store.write(async (tx) => {
    await first(tx)
    ready.open()
    await go.opened
  })
  await ready.opened
  const result = second()
  await expect.poll(async () => (await database.ask(WAITING)).length).toBeGreaterThan(0)
  go.open()
  await committed
  return result
}

it('finds the session of an event that arrives while the reply to its create is being written', async () => {
  const record = (await store.write(insert('record'))) as SessionRecord
  const snapshot: Snapshot = {
    ...{ stripeId: 'vs_1', mark: 'record', status: 'processing', lastError: null, redaction: null },
    ...{ type: 'document', livemode: false, created: NOW, report: null },
  }
  const apply = createApply(store, 0)
  const applied = await overlap(
    (tx) => tx.save({ ...record, stripeId: 'vs_1', status: 'requires_input' }),
    () => apply({ kind: 'event', id: 'evt_1', created: NOW + 5, birth: false, snapshot, cause: 'webhook' }),
  )
  expect(applied).toMatchObject({ outcome: 'applied', record: { status: 'processing', stripeId: 'vs_1' } })
})

it('returns the existing row to the loser of an insert, in the same transaction', async () => {
  const seen = await overlap(insert('winner'), () =>
    store.write(async (tx) => [await insert('loser')(tx), (await tx.lockNewest('ada'))?.id]),
  )
  expect(seen).toEqual([null, 'winner'])
})

it("finds a user's newest row even if it was inserted during the wait for the lock", async () => {
  const first = (await store.write(insert('first'))) as SessionRecord
  const newest = await overlap(
    async (tx) => {
      await tx.lockNewest('ada')
      await tx.save({ ...first, open: false, status: 'canceled', stripeId: 'vs_1' })
      await insert('second')(tx)
    },
    () => store.write(async (tx) => (await tx.lockNewest('ada'))?.id),
  )
  expect(newest).toBe('second')
})

it('returns the session in creation to a double click, even if it was the last of the day', async () => {
  const claim = (id: string) => async (tx: StoreTransaction) => {
    const newest = await tx.lockNewest('ada')
    if (newest !== null) return newest.id
    return (await tx.take('2026-01-01', 'ada', 1)) ? (await insert(id)(tx))?.id : 'refused'
  }
  expect(await overlap(claim('first'), () => store.write(claim('second')))).toBe('first')
})

it('retries a transaction that the database aborted because of a deadlock', async () => {
  for (const id of ['a', 'b']) {
    await store.write((tx) =>
      tx.insert({ id, user: id, type: 'document', attemptsBefore: 0, reservedDay: null, now: NOW }),
    )
  }
  const both = [gate(), gate()] as const
  const raise = (ids: [string, string], mine: 0 | 1) =>
    store.write(async (tx) => {
      for (const [index, id] of ids.entries()) {
        const locked = (await tx.lock(id)) as SessionRecord
        await tx.save({ ...locked, attempts: locked.attempts + 1 })
        if (index > 0) continue
        both[mine].open()
        await both[mine === 0 ? 1 : 0].opened
      }
    })
  await Promise.all([raise(['a', 'b'], 0), raise(['b', 'a'], 1)])
  expect([(await store.byId('a'))?.attempts, (await store.byId('b'))?.attempts]).toEqual([2, 2])
})
