import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Alongside, createApply } from '../../src/services/apply.js'
import type { SessionRecord, Snapshot } from '../../src/session.js'
import { openPostgresStore } from '../../src/store/postgres.js'
import type { Store, StoreTransaction } from '../../src/store/store.js'
import { StoreError } from '../../src/store/store-error.js'
import { gate } from '../support/gate.js'
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
  record = await started('record', 'vs_1')
})
afterEach(async () => {
  await store.close()
  await proxy.close()
  await database.drop()
})

/** Stores a session of Stripe's that was just created. */
const started = (id: string, stripeId: string) =>
  store.write(async (tx) => {
    const made = await tx.insert({
      ...{ id, user: `user of ${id}`, type: 'document', attemptsBefore: 0, reservedDay: null, now: NOW },
    })
    await tx.save({ ...(made as SessionRecord), stripeId, status: 'requires_input' })
    return (await tx.lock(id)) as SessionRecord
  })

const processing: Snapshot = {
  ...{ stripeId: 'vs_1', mark: null, status: 'processing', lastError: null, redaction: null },
  ...{ type: 'document', livemode: false, created: NOW, report: null },
}
/** Deliveries that arrive in the same moment are one group, except several of the same session. */
const event = (id: string, snapshot = processing) =>
  ({ kind: 'event', id, created: NOW + 5, birth: false, snapshot, cause: 'webhook' }) as const

/** The same event of another session. */
const of = (stripeId: string, snapshot = processing): Snapshot => ({ ...snapshot, stripeId })

/** Notifies the host of each change of the status. */
const queue: Alongside = async (tx, before, after) => {
  if (before.status === after.status) return
  await tx.enqueueEffect({
    ...{ id: `${after.id}:${after.version}`, sink: 'host', sessionId: after.id, version: after.version },
    ...{ stripeId: String(after.stripeId), user: 'ada', errorCode: null, at: NOW },
    ...{ from: before.status, to: String(after.status) },
  })
}

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

it('takes deliveries of several sessions with one read and one statement', async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `vs_group${index}`)
  for (const id of ids) await started(`record of ${id}`, id)
  const asked = () => ['begin', 'any(', 'skip locked'].map((word) => proxy.countSent(word))
  const before = asked()
  const apply = createApply(store, 5, [queue])
  const applied = await Promise.all(ids.map((id) => apply(event(`evt_${id}`, of(id)))))
  expect(asked().map((times, index) => times - Number(before[index]))).toEqual([0, 1, 1])
  for (const [index, { outcome, record: after }] of applied.entries()) {
    expect(outcome).toBe('applied')
    expect(await store.byStripeId(String(ids[index]))).toEqual(after)
  }
  expect([await count('events'), await count('transitions'), await count('effects')]).toEqual([20, 20, 20])
})

it('does not read the known events to take a new one, even without statistics of the database', async () => {
  const columns = await database.ask<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_name = 'stripe_identity_sessions' and is_generated = 'NEVER'`,
  )
  const names = columns.map(({ name }) => name)
  const unique: Record<string, string> = {
    id: "'other' || n",
    stripe_id: "'vs_other' || n",
    user_key: 'n::text',
  }
  await database.ask(
    `insert into stripe_identity_sessions (${names.join()})
     select ${names.map((name) => unique[name] ?? name).join()}
     from stripe_identity_sessions, generate_series(1, 20000) as n`,
  )
  await database.ask(
    `insert into stripe_identity_events
     select 'evt_known' || n, 0, 'webhook', ${NOW} from generate_series(1, 12000) as n`,
  )
  const apply = createApply(store, 5)
  for (const id of ['evt_1', 'evt_2', 'evt_3']) expect((await apply(event(id))).outcome).toBe('applied')
  const reads = () =>
    database.ask<{ looked: boolean; rows: string }>(
      `select idx_scan > 0 as looked, seq_tup_read + idx_tup_fetch as rows from pg_stat_user_tables
       where relname = 'stripe_identity_events'`,
    )
  // A connection reports its reads when it ends, at the latest.
  await store.close()
  await expect.poll(reads).toEqual([{ looked: true, rows: '0' }])
})

it('does not let a session that another transaction has locked delay the others', async () => {
  await started('beside', 'vs_2')
  const locked = gate()
  const go = gate()
  const holder = store.write(async (tx) => {
    await tx.lock('record')
    locked.open()
    await go.opened
  })
  await locked.opened
  const apply = createApply(store, 5)
  let isOver = false
  const late = apply(event('evt_1')).finally(() => {
    isOver = true
  })
  expect((await apply(event('evt_2', of('vs_2')))).outcome).toBe('applied')
  await started('later', 'vs_3')
  expect((await apply(event('evt_3', of('vs_3')))).outcome).toBe('applied')
  expect(isOver).toBe(false)
  go.open()
  await holder
  expect((await late).outcome).toBe('applied')
})

it('takes the other deliveries of a group in which one needs a transaction', async () => {
  for (const index of [2, 3, 4]) await started(`record ${index}`, `vs_${index}`)
  const failed: Snapshot = {
    ...of('vs_2'),
    ...{ status: 'requires_input', lastError: { code: 'document_expired', reason: null }, report: 'vr_1' },
  }
  const transactions = proxy.countSent('begin')
  const facts = [
    event('evt_1'),
    event('evt_2', failed),
    event('evt_3', of('vs_3')),
    event('evt_4', of('vs_4')),
  ]
  const apply = createApply(store, 5)
  const applied = await Promise.all(facts.map((fact) => apply(fact)))
  expect(applied.map(({ outcome }) => outcome)).toEqual(facts.map(() => 'applied'))
  expect(proxy.countSent('begin')).toBe(transactions + 1)
  expect(await store.byStripeId('vs_2')).toMatchObject({ attempts: 1 })
})

it('refuses only the delivery whose data the database refuses', async () => {
  await started('beside', 'vs_2')
  const apply = createApply(store, 5, [queue])
  const results = await Promise.allSettled([
    apply(event('evt_1')),
    apply(event('evt_\u0000', of('vs_2'))),
    apply(event('evt_3', of('vs_unknown'))),
  ])
  expect(results).toMatchObject([
    { value: { outcome: 'applied' } },
    { reason: expect.any(StoreError) },
    { value: { outcome: 'unknown' } },
  ])
  expect(await store.byStripeId('vs_2')).toMatchObject({ status: 'requires_input' })
  expect([await count('events'), await count('effects')]).toEqual([2, 1])
})

it('rejects hundreds of waiting deliveries in bounded time if the database does not answer', async () => {
  const apply = createApply(store, 5)
  proxy.swallow()
  const begun = performance.now()
  const waiting = Array.from({ length: 500 }, (_, index) => apply(event(`evt_${index}`, of(`vs_${index}`))))
  for (const result of await Promise.allSettled(waiting)) {
    expect(result).toMatchObject({ status: 'rejected', reason: expect.any(StoreError) })
  }
  expect(performance.now() - begun).toBeLessThan(25_000)
}, 60_000)

it('keeps the marks of a verification that is taken back', async () => {
  const apply = createApply(store, 5)
  await apply(event('evt_1', { ...processing, status: 'verified' }))
  const canceled: Snapshot = { ...processing, status: 'canceled' }
  await apply({ ...event('evt_2', canceled), created: NOW + 60 })
  const marks = await database.ask('select status, stage, taken_back from stripe_identity_sessions')
  expect(marks).toEqual([{ status: 'canceled', stage: 4, taken_back: 1 }])
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
    const between: Alongside = async (_, { id }) => {
      if (id === 'record' && runs++ === 0) await store.write(other)
    }
    await started('beside', 'vs_2')
    const apply = createApply(store, 5, [between, queue])
    const applied = await Promise.all([apply(event('evt_1')), apply(event('evt_2', of('vs_2')))])
    expect(runs).toBe(2)
    expect(applied.map(({ outcome }) => outcome)).toEqual(['applied', 'applied'])
    expect(await store.byId('record')).toMatchObject({ status: 'processing', ...left })
    expect(await store.byId('beside')).toEqual(applied[1]?.record)
    expect([await count('events'), await count('transitions'), await count('effects')]).toEqual([2, 2, 2])
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

it('takes each event once, though two instances receive all of them at the same time', async () => {
  const other = await openPostgresStore(database.url, false)
  const ids = Array.from({ length: 40 }, (_, index) => `vs_race${index}`)
  for (const id of ids) await started(`record of ${id}`, id)
  const facts = [1, 2, 3, 4, 5].flatMap((turn) => ids.map((id) => event(`evt_${id}_${turn}`, of(id))))
  const instances = [store, other].map((at) => createApply(at, 5, [queue]))
  const applied = await Promise.all(facts.flatMap((fact) => instances.map((apply) => apply(fact))))
  const outcomes = applied.map(({ outcome }) => outcome)
  for (const index of facts.keys()) {
    expect(outcomes.slice(index * 2, index * 2 + 2).toSorted()).toEqual(['applied', 'duplicate'])
  }
  expect([await count('events'), await count('transitions'), await count('effects')]).toEqual([200, 40, 40])
  for (const id of ids) {
    expect(await store.byStripeId(id)).toMatchObject({ revision: record.revision + 5, status: 'processing' })
  }
  await other.close()
}, 60_000)

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
  await started('beside', 'vs_2')
  const other = await openPostgresStore(database.url, false)
  const ear = new pg.Client(database.url)
  await ear.connect()
  await ear.query('listen stripe_identity_sessions')
  const notified: unknown[] = []
  ear.on('notification', ({ payload }) => notified.push(payload))
  const woken: string[] = []
  store.watch('record', () => woken.push('this'))
  other.watch('record', () => woken.push('other'))
  other.watch('beside', () => woken.push('other of the group'))
  const listening = `select 1 from pg_stat_activity where datname = current_database() and query ilike 'listen%'`
  await expect.poll(async () => (await database.ask(listening)).length).toBe(3)
  woken.length = 0
  const apply = createApply(store, 5)
  await Promise.all([apply(event('evt_1')), apply(event('evt_2', of('vs_2')))])
  await expect.poll(() => [...new Set(woken)].toSorted()).toEqual(['other', 'other of the group', 'this'])
  await expect
    .poll(() => notified.map((payload) => String(payload).split(',').toSorted()))
    .toEqual([['beside', 'record']])
  await ear.end()
  await other.close()
})
