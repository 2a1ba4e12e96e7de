import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attemptsLeft, attemptsToCarry, ceilingsFor, type Limits } from '../src/services/limits.js'
import type { StoreTransaction } from '../src/store/store.js'
import { newRecord } from './support/records.js'
import { someId, TestStore } from './support/sqlite-store.js'

describe('the remaining attempts', () => {
  it.each([
    [0, 3, 4, null],
    [5, 0, 0, 5],
    [5, 1, 2, 2],
    [5, 3, 2, 0],
    [5, 3, 3, 0],
  ])('of %i, with %i before and %i now, are %s', (maxAttempts, attemptsBefore, attempts, left) => {
    expect(attemptsLeft({ attemptsBefore, attempts }, { maxAttempts })).toBe(left)
  })
})

describe('the attempts carried over to the next session', () => {
  const ended = newRecord({ attemptsBefore: 1, attempts: 2 })
  it.each([
    [0, { status: 'verified' }],
    [3, { status: 'canceled', canceledBy: 'user' }],
    [3, { status: null }],
    [0, { status: 'canceled', canceledBy: 'operator' }],
  ] as const)('are %i after %o', (expected, change) => {
    expect(attemptsToCarry({ ...ended, ...change })).toBe(expected)
  })
})

describe('the daily limits', () => {
  let db: TestStore
  beforeAll(async () => {
    db = await TestStore.open()
  })
  afterAll(() => db.close())

  // Each test has a day of its own, because one row counts for all users.
  let days = 0
  const nextDay = () => Date.UTC(2026, 0, 1 + days++, 18, 30, 15, 500)
  const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10)

  /** Claims one session at this time and returns the day that it was counted on. */
  const claim = (now: number, user: string, each: number, all: number) =>
    db.store.write(async (tx) => {
      const limits: Limits = { maxAttempts: 0, maxSessionsPerUserPerDay: each, maxSessionsPerDay: all }
      const ceilings = await ceilingsFor(at(now, tx), user, limits)
      await ceilings.take()
      return ceilings.day
    })
  const at = (now: number, tx: StoreTransaction): StoreTransaction => ({ ...tx, now: async () => now })
  const used = (now: number, user: string) => db.store.write((tx) => tx.used(dayOf(now), user))

  it('count nothing if none are set', async () => {
    const [now, user] = [nextDay(), someId('')]
    expect(await claim(now, user, 0, 0)).toBeNull()
    expect(await used(now, user)).toEqual({ user: 0, all: 0 })
  })

  it.each([
    [2, 0],
    [0, 2],
    [2, 5],
  ])('of %i per user and %i in total both count a session on its UTC day', async (each, all) => {
    const [now, user] = [nextDay(), someId('')]
    expect(await claim(now, user, each, all)).toBe(dayOf(now))
    expect(await used(now, user)).toEqual({ user: 1, all: 1 })
    expect(await used(now + 86_400_000, user)).toEqual({ user: 0, all: 0 })
  })

  it('per user refuse further sessions until the next UTC day', async () => {
    const [now, user] = [nextDay(), someId('')]
    for (let count = 0; count < 2; count++) await claim(now, user, 2, 0)
    await expect(claim(now, user, 2, 0)).rejects.toMatchObject({
      ...{ code: 'user_limit_reached', message: 'You have reached the daily limit of verifications.' },
      // 5 hours, 29 minutes and 44.5 seconds.
      headers: { 'Retry-After': '19785' },
    })
    expect(await claim(now, someId(''), 2, 0)).toBe(dayOf(now))
  })

  it('in total refuse further sessions of all users', async () => {
    const now = nextDay()
    for (let count = 0; count < 2; count++) await claim(now, someId(''), 0, 2)
    await expect(claim(now, someId(''), 0, 2)).rejects.toMatchObject({
      ...{ code: 'daily_limit_reached', message: 'No more verifications can be started today.' },
      headers: { 'Retry-After': '19785' },
    })
  })

  it('report the total limit if both are reached', async () => {
    const [now, user] = [nextDay(), someId('')]
    await claim(now, user, 1, 1)
    await expect(claim(now, user, 1, 1)).rejects.toMatchObject({ code: 'daily_limit_reached' })
  })

  it('are checked before a session is counted', async () => {
    const [now, user] = [nextDay(), someId('')]
    await claim(now, user, 1, 0)
    const late = db.store.write((tx) =>
      ceilingsFor(at(now, tx), user, { maxAttempts: 0, maxSessionsPerUserPerDay: 1, maxSessionsPerDay: 0 }),
    )
    await expect(late).rejects.toMatchObject({ code: 'user_limit_reached' })
    const alsoLate = db.store.write((tx) =>
      ceilingsFor(at(now, tx), someId(''), {
        ...{ maxAttempts: 0, maxSessionsPerUserPerDay: 0, maxSessionsPerDay: 1 },
      }),
    )
    await expect(alsoLate).rejects.toMatchObject({ code: 'daily_limit_reached' })
  })

  it.each([
    ['user_limit_reached', 1, 0],
    ['daily_limit_reached', 0, 1],
  ])('refuse a session if another one took the last place after the check: %s', async (code, each, all) => {
    const [now, user] = [nextDay(), someId('')]
    const raced = db.store.write(async (tx) => {
      const limits = { maxAttempts: 0, maxSessionsPerUserPerDay: each, maxSessionsPerDay: all }
      const ceilings = await ceilingsFor(at(now, tx), user, limits)
      await tx.take(dayOf(now), user, 9)
      await tx.take(dayOf(now), null, 9)
      await ceilings.take()
    })
    await expect(raced).rejects.toMatchObject({ code })
    expect(await used(now, user)).toEqual({ user: 0, all: 0 })
  })
})
