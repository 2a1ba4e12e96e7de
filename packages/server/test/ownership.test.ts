import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request, Response } from 'express'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Authenticate } from '../src/options.js'
import type { SessionRecord } from '../src/session.js'
import { openSqliteStore } from '../src/store/sqlite.js'
import { isUser, isUserId, userFrom, userId, userOf } from '../src/user.js'
import { someId, TestStore } from './support/sqlite-store.js'

const OPEN = { status: 'requires_input', basis: 'word' } as const
const CANCELED = { status: 'canceled', basis: 'word', open: false } as const
const VERIFIED = { status: 'verified', basis: 'word', open: false } as const
const GUESSED = { status: 'canceled', basis: 'guess', open: false } as const

let db: TestStore
beforeAll(async () => {
  db = await TestStore.open()
})
afterAll(() => db.close())

/** A record with a session at Stripe. */
const made = (user: string, changes: Partial<SessionRecord>) =>
  db.record(user, { stripeId: someId('vs_'), ...changes })

describe('a session', () => {
  it('is returned to its owner and to no other user', async () => {
    const [ada, bob] = [someId(''), someId('')]
    const { stripeId, ...record } = await made(ada, OPEN)
    expect(await db.store.owned(ada, stripeId as string)).toEqual({ stripeId, ...record })
    expect(await db.store.owned(bob, stripeId as string)).toBeNull()
    expect(await db.store.owned(ada, someId('vs_'))).toBeNull()
    expect(await db.store.owned(ada, '')).toBeNull()
  })

  it('stays assigned to its owner after a redaction by a hash that does not reveal the user', async () => {
    const ada = someId('')
    const { stripeId, userKey } = await made(ada, { ...CANCELED, user: null, redaction: 'redacted' })
    expect((await db.store.owned(ada, stripeId as string))?.user).toBeNull()
    expect((await db.store.newest(ada))?.stripeId).toBe(stripeId)
    expect(userKey).not.toContain(ada)
    expect(userKey).toMatch(/^[\w-]{43}$/)
    expect(await db.store.write((tx) => tx.keyOf(ada))).toBe(userKey)
  })

  it('of the other mode is not found', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'identity-modes-'))
    const open = (livemode: boolean) => openSqliteStore(join(folder, 'one.db'), livemode)
    const stores = [await open(false), await open(true)]
    const ids = []
    for (const store of stores) {
      const stripeId = someId('vs_')
      await store.write(async (tx) => {
        const session = { id: someId(''), user: 'ada', type: 'document', attemptsBefore: 0 }
        const record = await tx.insert({ ...session, reservedDay: null, now: 1_700_000_000 })
        if (record !== null) await tx.save({ ...record, stripeId })
      })
      ids.push(stripeId)
    }
    for (const [index, store] of stores.entries()) {
      const [ours, other] = index === 0 ? ids : ids.toReversed()
      expect((await store.newest('ada'))?.stripeId).toBe(ours)
      expect((await store.allOf('ada')).map(({ stripeId }) => stripeId)).toEqual([ours])
      expect(await store.owned('ada', ours as string)).not.toBeNull()
      expect(await store.owned('ada', other as string)).toBeNull()
      await store.close()
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  it('has an owner hash that depends on the database and survives a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'identity-owners-'))
    const keyIn = async (file: string) => {
      const store = await openSqliteStore(join(folder, file), false)
      const key = await store.write((tx) => tx.keyOf('ada'))
      await store.close()
      return key
    }
    const key = await keyIn('one.db')
    expect(await keyIn('one.db')).toBe(key)
    expect(await keyIn('other.db')).not.toBe(key)
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })
})

describe('the newest session', () => {
  it("is the user's last one that exists at Stripe", async () => {
    const ada = someId('')
    expect(await db.store.newest(ada)).toBeNull()
    const first = await made(ada, CANCELED)
    const second = await made(ada, OPEN)
    await made(someId(''), OPEN)
    expect(await db.store.newest(ada)).toEqual(second)
    await db.store.write((tx) => tx.save({ ...second, ...CANCELED }))
    const begun = await db.record(ada)
    expect((await db.store.newest(ada))?.id).toBe(second.id)
    expect((await db.store.write((tx) => tx.lockNewest(ada)))?.id).toBe(begun.id)
    expect((await db.store.allOf(ada)).map(({ id }) => id)).toEqual([begun.id, second.id, first.id])
  })

  it.each<[string, Partial<SessionRecord>, Partial<SessionRecord>, 'first' | 'second']>([
    ['a guess does not replace an earlier verification', VERIFIED, GUESSED, 'first'],
    ['a guess replaces an earlier cancel', CANCELED, GUESSED, 'second'],
    ['a guess replaces an earlier guess', GUESSED, GUESSED, 'second'],
    ['a cancel replaces an earlier verification', VERIFIED, CANCELED, 'second'],
    ['a closed failure replaces an earlier verification', VERIFIED, { ...OPEN, open: false }, 'second'],
    ['a guess replaces an earlier closed failure', { ...OPEN, open: false }, GUESSED, 'second'],
  ])('%s', async (_what, before, after, expected) => {
    const ada = someId('')
    const first = await made(ada, before)
    const second = await made(ada, after)
    const { id } = expected === 'first' ? first : second
    expect((await db.store.newest(ada))?.id).toBe(id)
    expect((await db.store.write((tx) => tx.lockNewest(ada)))?.id).toBe(id)
  })

  it('is an earlier open one if the last was closed as a guess', async () => {
    const ada = someId('')
    const first = await made(ada, CANCELED)
    await made(ada, GUESSED)
    await db.store.write((tx) => tx.save({ ...first, ...OPEN, open: true }))
    expect((await db.store.newest(ada))?.id).toBe(first.id)
  })
})

describe('the user returned by the host', () => {
  const origin = 'authenticate returned'
  const LONGEST = 'x'.repeat(5000)

  it.each([
    ['ada', 'ada'],
    [7, '7'],
    [0, '0'],
    [LONGEST, LONGEST],
    ['ü ✓ 😀', 'ü ✓ 😀'],
  ])('%j is a valid id', async (given, id) => {
    expect([isUser(given), isUserId(id)]).toEqual([true, true])
    expect(userFrom(given, origin)).toBe(id)
    const asked = { req: {} as Request, res: {} as Response }
    const authenticate = async (req: Request, res: Response) =>
      req === asked.req && res === asked.res ? given : null
    expect(await userOf(authenticate, asked.req, asked.res)).toBe(id)
  })

  it.each<[unknown, string]>([
    [undefined, 'undefined (is a return missing?)'],
    [Number.NaN, 'a number that is not finite'],
    [Number.POSITIVE_INFINITY, 'a number that is not finite'],
    [true, 'a value of the type boolean'],
    [{ id: 'ada' }, 'a value of the type object'],
    [['ada'], 'a value of the type object'],
    ['', 'an empty string'],
    [`${LONGEST}x`, 'a string of more than 5000 characters'],
    ['a\0b', 'a string with a NUL character, which no database takes'],
    ['\ud800', 'a string that is not well-formed Unicode'],
  ])('%j is an error of the host', (given, fault) => {
    expect(isUser(given)).toBe(false)
    if (typeof given === 'string') expect(isUserId(given)).toBe(false)
    expect(() => userFrom(given, origin)).toThrow(
      expect.objectContaining({
        code: 'server_error',
        message: `authenticate returned ${fault}, which is not a valid user id.`,
      }),
    )
  })

  it('is unauthenticated for null, which a host may return', async () => {
    const missing = { code: 'unauthenticated', message: 'No user is signed in.' }
    await expect(userOf(() => null, {} as Request, {} as Response)).rejects.toMatchObject(missing)
    expect(isUser(null)).toBe(false)
    expect(() => userId(null, origin)).toThrow('authenticate returned null, which is not a valid user id.')
  })

  it('fails when the host function fails', async () => {
    const asked = (authenticate: Authenticate) => userOf(authenticate, {} as Request, {} as Response)
    const failed = asked(() => Promise.reject(new Error('the host failed')))
    await expect(failed).rejects.toThrow('the host failed')
    await expect(asked(() => '')).rejects.toThrow('authenticate returned an empty string, which')
    vi.useFakeTimers()
    const silent = asked(() => new Promise(() => {}))
    const late = expect(silent).rejects.toThrow('authenticate did not answer within 10 seconds.')
    await vi.advanceTimersByTimeAsync(10_000)
    await late
    vi.useRealTimers()
  })
})
