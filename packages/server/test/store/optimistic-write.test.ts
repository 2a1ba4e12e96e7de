import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Alongside, createApply } from '../../src/services/apply.js'
import type { SessionRecord, Snapshot } from '../../src/session.js'
import { openPostgresStore } from '../../src/store/postgres.js'
import type { Store, StoreTransaction } from '../../src/store/store.js'
import { createDatabase, type TestDatabase } from '../support/postgres.js'
import { TcpProxy } from '../support/tcp-proxy.js'

const NOW = 1_700_000_000

let database: TestDatabase
let proxy: TcpProxy
let store: Store
/** A session that was just created at Stripe. */
let record: SessionRecord
beforeEach(async () => {
  database = await createDatabase()
  proxy = await TcpProxy.before(database.url)
  store = await openPostgresStore(proxy.url, false)
  record = await store.write(async (tx) => {
    const made = await tx.insert({
      ...{ id: 'record', user: 'ada', type: 'document', attemptsBefore: 0, reservedDay: null, now: NOW },
    })
    await tx.save({ ...(made as SessionRecord), stripeId: 'vs_1', status: 'requires_input' })
    return (await tx.lock('record')) as SessionRecord
  })
})
afterEach(async () => {
  await store.close()
  await proxy.close()
  await database.drop()
})

const processing: Snapshot = {
  ...{ stripeId: 'vs_1', mark: null, status: 'processing', lastError: null, redaction: null },
  ...{ type: 'document', livemode: false, created: NOW, report: null },
}
const event = (id: string, snapshot = processing) =>
  ({ kind: 'event', id, created: NOW + 5, birth: false, snapshot, cause: 'webhook' }) as const

const queue: Alongside = (tx, before, after) =>
  tx.enqueueEffect({
    ...{ id: `${after.id}:${after.version}`, sink: 'host', sessionId: after.id, version: after.version },
    ...{
      stripeId: 'vs_1',
      user: 'ada',
      from: before.status,
      to: String(after.status),
      errorCode: null,
      at: NOW,
    },
  })

const count = async (table: string) =>
  (await database.ask<{ n: number }>(`select count(*)::int as n from stripe_identity_${table}`))[0]?.n

it('applies a delivery with all its rows without a transaction', async () => {
  const transactions = proxy.countSent('begin')
  const { outcome, record: after } = await createApply(store, 5, [queue])(event('evt_1'))
  expect(proxy.countSent('begin')).toBe(transactions)
  expect(outcome).toBe('applied')
  expect(await store.byId('record')).toEqual(after)
  expect(after).toMatchObject({ status: 'processing', revision: record.revision + 1 })
  expect(await store.history('record')).toMatchObject([
    { from: 'requires_input', to: 'processing', eventId: 'evt_1' },
  ])
  expect(await store.claimEffects('host', 10, 1_000)).toMatchObject([
    { sessionId: 'record', to: 'processing' },
  ])
  expect(await count('events')).toBe(1)
})

const OTHERS: [
  what: string,
  change: (tx: StoreTransaction) => Promise<unknown>,
  left: Partial<SessionRecord>,
][] = [
  ['changed', (tx) => tx.save({ ...record, attempts: 3 }), { attempts: 3 }],
  ['watched', (tx) => tx.touch('record', { watchedUntil: 77 }), { watchedUntil: 77 }],
  ['marked for a check', (tx) => tx.touch('record', { lookAt: 1 }), {}],
]
it.each(OTHERS)(
  'runs again if the session was %s after it was read, without losing a change',
  async (_, other, left) => {
    let runs = 0
    const between: Alongside = async () => {
      if (runs++ === 0) await store.write(other)
    }
    const { outcome } = await createApply(store, 5, [between, queue])(event('evt_1'))
    expect(runs).toBe(2)
    expect(outcome).toBe('applied')
    expect(await store.byId('record')).toMatchObject({ status: 'processing', ...left })
    expect([await count('events'), await count('transitions'), await count('effects')]).toEqual([1, 1, 1])
  },
)

it('applies an event once, however many deliveries contain it at the same time', async () => {
  const apply = createApply(store, 5, [queue])
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => apply(event('evt_1'))))
  expect(outcomes.filter(({ outcome }) => outcome === 'applied')).toHaveLength(1)
  expect(outcomes.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(9)
  expect((await apply(event('evt_1'))).outcome).toBe('duplicate')
  expect((await store.byId('record'))?.revision).toBe(record.revision + 1)
  expect(await count('transitions')).toBe(1)
})

it('applies simultaneous events of one session once each', async () => {
  const apply = createApply(store, 5)
  const ids = Array.from({ length: 10 }, (_, index) => `evt_${index}`)
  const outcomes = await Promise.all(ids.map((id) => apply(event(id))))
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(ids.map(() => 'applied'))
  expect((await store.byId('record'))?.revision).toBe(record.revision + 10)
  expect(await count('events')).toBe(10)
})

it('counts a failed attempt once, inside a transaction', async () => {
  const failed: Snapshot = {
    ...processing,
    ...{ status: 'requires_input', lastError: { code: 'document_expired', reason: null }, report: 'vr_1' },
  }
  const apply = createApply(store, 5)
  await Promise.all(['evt_1', 'evt_2', 'evt_3'].map((id) => apply(event(id, failed))))
  expect(await store.byId('record')).toMatchObject({ attempts: 1, status: 'requires_input' })
})

it('records an event of an unknown session, and applies it once', async () => {
  const apply = createApply(store, 5)
  const unknown = event('evt_1', { ...processing, stripeId: 'vs_2' })
  expect((await apply(unknown)).outcome).toBe('unknown')
  expect((await apply(unknown)).outcome).toBe('duplicate')
})

it('wakes the polls of this instance and of others', async () => {
  const other = await openPostgresStore(database.url, false)
  const ear = new pg.Client(database.url)
  await ear.connect()
  await ear.query('listen stripe_identity_sessions')
  const notified: unknown[] = []
  ear.on('notification', ({ payload }) => notified.push(payload))
  const woken: string[] = []
  store.watch('record', () => woken.push('this'))
  other.watch('record', () => woken.push('other'))
  const listening = `select 1 from pg_stat_activity where datname = current_database() and query ilike 'listen%'`
  await expect.poll(async () => (await database.ask(listening)).length).toBe(3)
  woken.length = 0
  await createApply(store, 5)(event('evt_1'))
  await expect.poll(() => [...new Set(woken)].toSorted()).toEqual(['other', 'this'])
  await expect.poll(() => notified).toEqual(['record'])
  await ear.end()
  await other.close()
})
