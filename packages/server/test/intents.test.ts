import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attemptsExhausted, createIntents, keyOf } from '../src/services/intents.js'
import type { Limits } from '../src/services/limits.js'
import type { SessionRecord } from '../src/session.js'
import { someId, TestStore } from './support/sqlite-store.js'

const FREE: Limits = { maxAttempts: 0, maxSessionsPerUserPerDay: 0, maxSessionsPerDay: 0 }
const CANCELED = { status: 'canceled', basis: 'word', open: false } as const
const VERIFIED = { status: 'verified', basis: 'word', open: false } as const

let db: TestStore
beforeAll(async () => {
  db = await TestStore.open()
})
afterAll(() => db.close())

const intentsOf = (limits: Partial<Limits> = {}, lapsed: (record: SessionRecord) => boolean = () => false) =>
  createIntents(db.store, { ...FREE, ...limits }, lapsed)
const used = (day: string, user: string) => db.store.write((tx) => tx.used(day, user))

describe('a claim', () => {
  it('inserts a new record before Stripe is called', async () => {
    const user = someId('')
    const { record, fresh } = await intentsOf().claim(user)
    expect(fresh).toBe(true)
    expect(record).toEqual(await db.present(record.id))
    expect(record).toMatchObject({
      ...{ user, type: 'document', open: true, stripeId: null, status: null },
      ...{ attemptsBefore: 0, attempts: 0, reservedDay: null, createTry: 1 },
    })
    expect(Math.abs(record.created - Date.now() / 1000)).toBeLessThan(60)
    expect(Number.isInteger(record.created)).toBe(true)
  })

  it.each<[string, Partial<SessionRecord>]>([
    ['open', { status: 'requires_input', basis: 'word' }],
    ['verified', VERIFIED],
  ])('returns the record that is %s', async (_what, change) => {
    const user = someId('')
    const record = await db.record(user, { stripeId: someId('vs_'), ...change })
    expect(await intentsOf().claim(user)).toEqual({ record, fresh: false })
  })

  it('ignores a verification beyond the maximum age, and its attempts', async () => {
    const user = someId('')
    const old = await db.record(user, { ...VERIFIED, attempts: 3 })
    const { record, fresh } = await intentsOf({ maxAttempts: 3 }, ({ id }) => id === old.id).claim(user)
    expect([fresh, record.attemptsBefore]).toEqual([true, 0])
  })

  it('returns an open record regardless of the maximum age', async () => {
    const user = someId('')
    const record = await db.record(user)
    expect(await intentsOf({}, () => true).claim(user)).toEqual({ record, fresh: false })
  })

  it('carries over the failed attempts of a session that the user canceled', async () => {
    const user = someId('')
    await db.record(user, { ...CANCELED, canceledBy: 'user', attemptsBefore: 1, attempts: 1 })
    const { record } = await intentsOf({ maxAttempts: 3 }).claim(user)
    expect(record.attemptsBefore).toBe(2)
  })

  it('is refused without remaining attempts, and stores nothing', async () => {
    const user = someId('')
    await db.record(user, { ...CANCELED, canceledBy: 'limit', attemptsBefore: 2, attempts: 1 })
    await expect(intentsOf({ maxAttempts: 3 }).claim(user)).rejects.toMatchObject({
      code: 'attempts_exhausted',
    })
    expect(await db.store.allOf(user)).toHaveLength(1)
    expect((await intentsOf({ maxAttempts: 4 }).claim(user)).fresh).toBe(true)
  })

  it('is counted on its day, and refused at the limit without storing anything', async () => {
    const [ada, bob] = [someId(''), someId('')]
    const intents = intentsOf({ maxSessionsPerUserPerDay: 1 })
    const { record } = await intents.claim(ada)
    const day = record.reservedDay as string
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect((await used(day, ada)).user).toBe(1)
    await db.store.write((tx) => tx.save({ ...record, ...CANCELED }))
    await expect(intents.claim(ada)).rejects.toMatchObject({ code: 'user_limit_reached' })
    expect(await db.store.allOf(ada)).toHaveLength(1)
    expect((await intents.claim(bob)).fresh).toBe(true)
  })

  it("that loses to another instance returns the other one's record and counts nothing", async () => {
    const user = someId('')
    const record = await db.record(user)
    const blind = createIntents(
      {
        ...db.store,
        write: (work) =>
          db.store.write((tx) => {
            let isFirst = true
            return work({
              ...tx,
              async lockNewest(of) {
                if (!isFirst) return tx.lockNewest(of)
                isFirst = false
                return null
              },
            })
          }),
      },
      { ...FREE, maxSessionsPerUserPerDay: 5 },
      () => false,
    )
    expect(await blind.claim(user)).toEqual({ record, fresh: false })
    expect((await used(new Date().toISOString().slice(0, 10), user)).user).toBe(0)
  })

  it('fails if the conflicting record has disappeared', async () => {
    const user = someId('')
    await db.record(user)
    const blind = createIntents(
      { ...db.store, write: (work) => db.store.write((tx) => work({ ...tx, lockNewest: async () => null })) },
      FREE,
      () => false,
    )
    await expect(blind.claim(user)).rejects.toMatchObject({
      code: 'server_error',
      message: 'A session was created and has disappeared.',
    })
  })
})

describe('giving up a record', () => {
  it('closes it and returns its share of the daily limits once', async () => {
    const user = someId('')
    const intents = intentsOf({ maxSessionsPerUserPerDay: 5 })
    const { record } = await intents.claim(user)
    const day = record.reservedDay as string
    await db.store.write((tx) => tx.take(day, user, 5))
    await intents.giveUp(record)
    expect(await db.present(record.id)).toMatchObject({ open: false, reservedDay: null, lookAt: null })
    expect((await used(day, user)).user).toBe(1)
    await intents.giveUp(record)
    expect((await used(day, user)).user).toBe(1)
  })

  it('works without a daily limit', async () => {
    const { record } = await intentsOf().claim(someId(''))
    await intentsOf().giveUp(record)
    expect((await db.present(record.id)).open).toBe(false)
  })

  it('does nothing if its session was found or the record no longer exists', async () => {
    const record = await db.record(someId(''), { stripeId: someId('vs_') })
    await intentsOf().giveUp({ ...record, stripeId: null })
    expect(await db.present(record.id)).toEqual(record)
    await intentsOf().giveUp({ ...record, id: 'gone' })
  })

  it('does nothing if the record is closed', async () => {
    const record = await db.record(someId(''), { open: false, reservedDay: '2026-01-31' })
    await intentsOf().giveUp(record)
    expect(await db.present(record.id)).toEqual(record)
  })
})

describe('the next try', () => {
  it('stores and uses the next idempotency key', async () => {
    const record = await db.record(someId(''))
    const next = (await intentsOf().nextTry(record)) as SessionRecord
    expect(next).toEqual(await db.present(record.id))
    expect(keyOf(record)).toBe(`identity-session-${record.id}-1`)
    expect(keyOf(next)).toBe(`identity-session-${record.id}-2`)
  })

  it('returns the stored record if another try came first', async () => {
    const record = await db.record(someId(''))
    await intentsOf().nextTry(record)
    const now = await db.present(record.id)
    expect(await intentsOf().nextTry(record)).toEqual(now)
    expect(await db.present(record.id)).toEqual(now)
  })

  it('returns the record if its session was found, and null if the record no longer exists', async () => {
    const record = await db.record(someId(''), { stripeId: someId('vs_') })
    expect(await intentsOf().nextTry(record)).toEqual(record)
    expect(await db.present(record.id)).toEqual(record)
    expect(await intentsOf().nextTry({ ...record, id: 'gone' })).toBeNull()
  })
})

it('refers a user without remaining attempts to an operator', () => {
  expect(attemptsExhausted()).toMatchObject({
    code: 'attempts_exhausted',
    message: 'No attempts are left; an operator can help.',
  })
})
