import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApply } from '../src/services/apply.js'
import { createAsk } from '../src/services/ask.js'
import { createCancel } from '../src/services/cancel.js'
import { createKnownKey, notingKey } from '../src/services/known-key.js'
import type { Limits } from '../src/services/limits.js'
import { createSessions, type OpenRequest } from '../src/services/sessions.js'
import type { SessionRecord } from '../src/session.js'
import { StripeFailure } from '../src/stripe.js'
import { ScriptedStripe } from './support/scripted-stripe.js'
import { someId, TestStore } from './support/sqlite-store.js'

const FREE: Limits = { maxAttempts: 0, maxSessionsPerUserPerDay: 0, maxSessionsPerDay: 0 }
const FAILED = { lastError: { code: 'document_expired', reason: null }, report: 'vr_1' }
const log = pino({ level: 'silent' })

let db: TestStore
let stripe: ScriptedStripe
let user: string
beforeAll(async () => {
  db = await TestStore.open()
})
afterAll(() => db.close())
beforeEach(() => {
  stripe = new ScriptedStripe()
  user = someId('')
})

/** The sessions of a server whose secret key is new to the store. */
function sessionsOf(limits: Partial<Limits> = {}, verificationMaxAge: number | null = null) {
  const { store } = db
  const all = { ...FREE, ...limits }
  const key = createKnownKey(store, someId(''), log)
  const apply = notingKey(createApply(store, all.maxAttempts), key)
  const ask = createAsk({ stripe: stripe.api, apply, key, log })
  const cancel = createCancel({ store, stripe: stripe.api, apply, ask, key })
  const parts = { store, stripe: stripe.api, apply, ask, cancel, key, limits: all, verificationMaxAge }
  return createSessions(parts)
}
const asked = (change: Partial<OpenRequest> = {}): OpenRequest => ({
  ...{ user, returnUrl: null, params: async () => ({ type: 'document' }) },
  ...change,
})
const records = () => db.store.allOf(user)
/** A record of the user whose session is at Stripe. */
async function known(change: Partial<SessionRecord> = {}) {
  const { stripeId } = stripe.add({})
  return db.record(user, { stripeId, status: 'requires_input', basis: 'word', ...change })
}
const failure = (kind: ConstructorParameters<typeof StripeFailure>[0], more = {}) =>
  new StripeFailure(kind, 'Stripe said no.', more)

describe('opening', () => {
  it('creates a session for the stored record', async () => {
    const request = asked({ returnUrl: 'https://shop.example/done' })
    const { record, made, clientSecret, url } = await sessionsOf().open(request)
    expect([made, record.user, record.status]).toEqual([true, user, 'requires_input'])
    expect(clientSecret).toMatch(new RegExp(`^${record.stripeId}_secret_`))
    expect(url).toContain(record.stripeId)
    const key = `identity-session-${record.id}-1`
    expect(stripe.calls).toEqual([
      ['create', { id: record.id, user }, { type: 'document' }, 'https://shop.example/done', key],
    ])
    expect(await db.present(record.id)).toEqual(record)
    expect(await db.store.history(record.id)).toMatchObject([{ cause: 'create', to: 'requires_input' }])
  })

  it('resumes an open session with a new secret, without requesting parameters from the host', async () => {
    const record = await known()
    const params = () => Promise.reject(new Error('not needed'))
    const opened = await sessionsOf().open(asked({ params }))
    expect([opened.made, opened.record.id]).toEqual([false, record.id])
    expect(opened.clientSecret).toMatch(new RegExp(`^${record.stripeId}_secret_`))
    expect(opened.url).toContain(record.stripeId)
    expect(stripe.calls).toEqual([['retrieve', record.stripeId]])
  })

  it.each([
    ['processing', true],
    ['verified', false],
  ])('returns no secret for a session that is %s, and makes no call', async (status, open) => {
    const record = await known({ status, open })
    expect(await sessionsOf().open(asked())).toEqual({
      ...{ record, made: false, clientSecret: null, url: null },
    })
    expect(stripe.calls).toEqual([])
  })

  it('returns no secret for a session that is processing at Stripe in the meantime', async () => {
    const record = await known()
    stripe.change(record.stripeId as string, { status: 'processing' })
    const opened = await sessionsOf().open(asked())
    expect(opened).toMatchObject({ made: false, clientSecret: null, url: null })
    expect(opened.record.status).toBe('processing')
  })

  it('shares one session among simultaneous requests of a user', async () => {
    const sessions = sessionsOf()
    const [first, second] = await Promise.all([sessions.open(asked()), sessions.open(asked())])
    expect(stripe.names).toEqual(['create'])
    expect([first?.made, second?.made]).toEqual([true, false])
    expect(second).toEqual({ ...first, made: false })
    expect((await sessions.open(asked())).clientSecret).not.toBe(first?.clientSecret)
    expect(stripe.names).toEqual(['create', 'retrieve'])
  })

  it('can be retried after a failure', async () => {
    const sessions = sessionsOf()
    const params = () => Promise.reject(new Error('the host failed'))
    await expect(sessions.open(asked({ params }))).rejects.toThrow('the host failed')
    expect((await sessions.open(asked())).made).toBe(true)
  })

  it.each([{ status: 'canceled' }, { status: 'requires_input', redaction: 'processing' }])(
    'replaces a session that has %o at Stripe',
    async (change) => {
      const record = await known()
      stripe.change(record.stripeId as string, change)
      const opened = await sessionsOf().open(asked())
      expect(opened.made).toBe(true)
      expect(opened.record.id).not.toBe(record.id)
      expect(stripe.names).toEqual(['retrieve', 'create'])
    },
  )

  it('fails after several new sessions ended at once', async () => {
    stripe.born = { status: 'canceled' }
    await expect(sessionsOf().open(asked())).rejects.toMatchObject({
      ...{ code: 'stripe_unavailable', message: 'Stripe ended the session each time it was opened.' },
    })
    expect(stripe.names).toEqual(Array(5).fill('create'))
  })
})

describe('opening with an attempt limit', () => {
  it('makes no call without remaining attempts', async () => {
    await known({ attempts: 2 })
    const open = sessionsOf({ maxAttempts: 2 }).open(asked())
    await expect(open).rejects.toMatchObject({ code: 'attempts_exhausted' })
    expect(stripe.calls).toEqual([])
  })

  it('is refused if Stripe shows that the last attempt failed', async () => {
    const { stripeId } = await known({ attempts: 1 })
    stripe.change(stripeId as string, FAILED)
    const open = sessionsOf({ maxAttempts: 2 }).open(asked())
    await expect(open).rejects.toMatchObject({ code: 'attempts_exhausted' })
  })

  it('continues with an attempt left', async () => {
    const { stripeId } = await known({ attempts: 1 })
    stripe.change(stripeId as string, FAILED)
    const opened = await sessionsOf({ maxAttempts: 3 }).open(asked())
    expect([opened.record.attempts, opened.clientSecret === null]).toEqual([2, false])
  })
})

describe('a session that Stripe reports as missing', () => {
  it('is replaced if this key has returned one of our sessions before', async () => {
    const record = await known()
    const sessions = sessionsOf()
    await sessions.open(asked())
    stripe.fail('retrieve', failure('missing'))
    const opened = await sessions.open(asked())
    expect([opened.made, opened.record.id === record.id]).toEqual([true, false])
    expect(await db.present(record.id)).toMatchObject({ status: 'canceled', canceledBy: 'missing' })
  })

  it('is not changed if this key has not returned one of our sessions yet', async () => {
    const record = await known()
    stripe.fail('retrieve', failure('missing'))
    await expect(sessionsOf().open(asked())).rejects.toMatchObject({ code: 'stripe_unavailable' })
    expect(await db.present(record.id)).toMatchObject({ status: 'requires_input', open: true, version: 0 })
  })
})

describe('parameters that the host fails to provide', () => {
  const params = () => Promise.reject(new Error('the host failed'))

  it('close a new record', async () => {
    await expect(sessionsOf().open(asked({ params }))).rejects.toThrow('the host failed')
    expect((await records()).map(({ open }) => open)).toEqual([false])
  })

  it('do not close a record whose session may exist', async () => {
    await db.record(user)
    await expect(sessionsOf().open(asked({ params }))).rejects.toThrow('the host failed')
    expect((await records()).map(({ open }) => open)).toEqual([true])
    expect(stripe.calls).toEqual([])
  })
})

describe('a failed create', () => {
  it('that has certainly created no session closes the record, and the next one is new', async () => {
    stripe.fail('create', failure('rejected'))
    await expect(sessionsOf().open(asked())).rejects.toMatchObject({ code: 'stripe_rejected' })
    expect((await records()).map(({ open }) => open)).toEqual([false])
    expect(stripe.names).toEqual(['create'])
  })

  it('that may have created a session keeps the record, and the next one uses the same key', async () => {
    const sessions = sessionsOf()
    stripe.fail('create', failure('unavailable'))
    await expect(sessions.open(asked())).rejects.toMatchObject({ code: 'stripe_unavailable' })
    expect(stripe.names).toEqual(['create'])
    const opened = await sessions.open(asked())
    expect(opened.made).toBe(true)
    expect(await records()).toHaveLength(1)
    expect(stripe.calls.map((call) => call[4])).toEqual(
      Array(2).fill(`identity-session-${opened.record.id}-1`),
    )
  })

  it('that is refused after an uncertain try is followed by a search, and the record stays open without a match', async () => {
    const record = await db.record(user)
    stripe.fail('create', failure('rejected'))
    await expect(sessionsOf().open(asked())).rejects.toMatchObject({ code: 'stripe_rejected' })
    expect(stripe.calls.slice(1)).toEqual([['findByMark', user, record.id]])
    expect((await db.present(record.id)).open).toBe(true)
  })

  it('with an unreadable response continues with the session found by its mark', async () => {
    const record = await db.record(user)
    const { stripeId } = stripe.add({ mark: record.id })
    stripe.fail('create', failure('unavailable', { garbled: true }))
    const opened = await sessionsOf().open(asked())
    expect(opened).toMatchObject({ made: true, record: { id: record.id, stripeId } })
    expect(opened.clientSecret).toMatch(/_secret_/)
    expect(stripe.names).toEqual(['create', 'findByMark'])
  })

  it('fails with the error of the search if the search fails', async () => {
    await db.record(user)
    stripe.fail('create', failure('unavailable', { garbled: true }))
    stripe.fail('findByMark', failure('unavailable', { retryAfter: 7 }))
    await expect(sessionsOf().open(asked())).rejects.toMatchObject({
      ...{ code: 'stripe_unavailable', headers: { 'Retry-After': '7' } },
    })
  })

  it('with a used-up idempotency key is retried once with the next key', async () => {
    stripe.fail('create', failure('reused_key'))
    const opened = await sessionsOf().open(asked())
    const { id } = opened.record
    expect(opened.made).toBe(true)
    expect(stripe.names).toEqual(['create', 'findByMark', 'create'])
    expect(stripe.calls[2]?.[4]).toBe(`identity-session-${id}-2`)
    expect((await records()).map(({ createTry }) => createTry)).toEqual([2])
  })

  it('with two used-up idempotency keys fails', async () => {
    stripe.fail('create', failure('reused_key'))
    stripe.fail('create', failure('reused_key'))
    await expect(sessionsOf().open(asked())).rejects.toMatchObject({
      ...{ code: 'stripe_unavailable', message: 'Stripe could not create the session.' },
    })
    expect(stripe.names.filter((name) => name === 'create')).toHaveLength(2)
  })

  it('that is refused after a used-up key keeps the record, because an earlier try may have succeeded', async () => {
    stripe.fail('create', failure('reused_key'))
    stripe.fail('create', failure('rejected'))
    await expect(sessionsOf().open(asked())).rejects.toMatchObject({ code: 'stripe_rejected' })
    expect((await records()).map(({ open }) => open)).toEqual([true])
  })

  it('is a server error if the reply belongs to another record', async () => {
    stripe.born = { mark: null }
    await expect(sessionsOf().open(asked())).rejects.toMatchObject({
      ...{ code: 'server_error', message: 'The session belongs to another record.' },
    })
  })

  it('returns no secret if the session is processing at once', async () => {
    stripe.born = { status: 'processing' }
    expect(await sessionsOf().open(asked())).toMatchObject({ made: true, clientSecret: null, url: null })
  })
})

describe('the current session', () => {
  /** Seconds of the store's clock, in the middle of a second. */
  const nowS = () => Math.floor(db.store.now() / 1000)

  it('is the user’s newest, or null', async () => {
    expect(await sessionsOf().current(user)).toBeNull()
    const record = await known()
    expect(await sessionsOf().current(user)).toEqual(record)
    expect(await sessionsOf().current(someId(''))).toBeNull()
  })

  it.each([
    ['verified', null, 100_000, true],
    ['verified', 3600, 3_500, true],
    ['verified', 3600, 3_700, false],
    ['processing', 3600, 3_700, true],
  ])(
    'that is %s, with a maximum age of %s, is current after %i seconds: %s',
    async (status, maxAge, age, counts) => {
      await known({ status, open: status !== 'verified', verifiedAt: nowS() - age })
      expect((await sessionsOf({}, maxAge).current(user)) !== null).toBe(counts)
    },
  )

  it('is replaced once it exceeds the maximum age', async () => {
    const record = await known({ status: 'verified', open: false, verifiedAt: null })
    const opened = await sessionsOf({}, 3600).open(asked())
    expect([opened.made, opened.record.id === record.id]).toEqual([true, false])
  })

  it('is current in the last second of its maximum age', async () => {
    // Repeated until both reads fall into one second of the store's clock.
    await expect
      .poll(async () => {
        const before = nowS()
        const record = await known({ status: 'verified', open: false, verifiedAt: before - 3600 })
        const current = await sessionsOf({}, 3600).current(user)
        return nowS() === before ? current?.id === record.id : null
      })
      .toBe(true)
  })
})

describe('canceling', () => {
  it('is allowed only for the owner', async () => {
    const { stripeId } = await known()
    await expect(sessionsOf().cancel(someId(''), stripeId as string)).rejects.toMatchObject({
      ...{ code: 'not_found', message: 'There is no such session.' },
    })
    expect(stripe.calls).toEqual([])
    const canceled = await sessionsOf().cancel(user, stripeId as string)
    expect(canceled).toMatchObject({ status: 'canceled', canceledBy: 'user', open: false })
    expect(stripe.names).toEqual(['cancel'])
  })

  it('a canceled session makes no call', async () => {
    const record = await known({ status: 'canceled', open: false })
    expect(await sessionsOf().cancel(user, record.stripeId as string)).toEqual(record)
    expect(stripe.calls).toEqual([])
  })

  it.each(['processing', 'verified'])('is refused while the session is %s', async (status) => {
    const { stripeId } = await known({ status, open: status !== 'verified' })
    await expect(sessionsOf().cancel(user, stripeId as string)).rejects.toMatchObject({
      ...{ code: 'not_cancelable', message: `A session that is ${status} cannot be canceled.` },
    })
  })
})
