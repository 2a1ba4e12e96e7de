import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reaches, type TestServer, World } from './support/world.js'

const stripe = new Stripe('sk_test_x')

describe('the sources of verified', () => {
  let world: World
  let server: TestServer
  beforeEach(async () => {
    world = await World.create()
    server = await world.serve({ stripe: { webhookSecrets: ['whsec_one', 'whsec_two'] } })
  })
  afterEach(() => world.close())

  const event = (id: string, more: object = {}, session: object = {}) =>
    JSON.stringify({
      id: 'evt_1',
      object: 'event',
      type: 'identity.verification_session.verified',
      created: Math.floor(Date.now() / 1000) + 10,
      livemode: false,
      data: {
        object: {
          id,
          object: 'identity.verification_session',
          status: 'verified',
          type: 'document',
          livemode: false,
          created: 1,
          metadata: {},
          ...session,
        },
      },
      ...more,
    })
  const deliver = (payload: string, secret: string | null, ageSeconds = 0) => {
    const timestamp = Math.floor(Date.now() / 1000) - ageSeconds
    const signature =
      secret === null
        ? {}
        : { 'Stripe-Signature': stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }) }
    return server.as(null).send('/webhook', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...signature },
      body: payload,
    })
  }

  it.each<[string, string | null, number, object, number, string]>([
    ['no signature', null, 0, {}, 400, 'signature_invalid'],
    ['another secret', 'whsec_three', 0, {}, 400, 'signature_invalid'],
    ['a signature of ten minutes ago', 'whsec_one', 600, {}, 400, 'signature_invalid'],
    ['a signature of ten minutes ahead', 'whsec_one', -600, {}, 400, 'signature_invalid'],
  ])('refuses %s', async (_what, secret, age, more, status, code) => {
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    const answer = await deliver(event(id, more), secret, age)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
    expect((await ada.get(id)).body.status).toBe('requires_input')
    expect(await server.identity.isVerified('ada')).toBe(false)
  })

  it.each([
    ['is not JSON', 'verified'],
    ['is not an event', '{"id":"vs_1","object":"identity.verification_session"}'],
    ['is null', 'null'],
  ])('distinguishes a signed payload that %s from a bad signature', async (_what, payload) => {
    const answer = await deliver(payload, 'whsec_one')
    expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid_request'])
  })

  it('accepts each of several secrets, and applies the same event once', async () => {
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    expect((await deliver(event(id), 'whsec_two')).status).toBe(200)
    const { body } = await ada.get(id)
    expect(body.status).toBe('verified')
    expect((await deliver(event(id), 'whsec_one')).status).toBe(200)
    expect((await ada.get(id)).body).toEqual(body)
  })

  it('ignores sessions created elsewhere, even if they name our user', async () => {
    const ada = server.as('ada')
    await ada.open()
    expect((await deliver(event('vs_foreign', {}, { client_reference_id: 'ada' }), 'whsec_one')).status).toBe(
      200,
    )
    expect((await ada.current()).body.status).toBe('requires_input')
    expect(await server.identity.isVerified('ada')).toBe(false)
  })

  it('does not show an unknown status as verified', async () => {
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    expect((await deliver(event(id, {}, { status: 'verified_probably' }), 'whsec_one')).status).toBe(200)
    expect((await ada.get(id)).body.status).toBe('processing')
    expect(await server.identity.isVerified('ada')).toBe(false)
  })

  it('acknowledges other event types without logging', async () => {
    expect((await deliver(event('vs_1', { type: 'payment_intent.created' }), 'whsec_one')).status).toBe(200)
  })

  it('refuses every delivery if no secret is set', async () => {
    const open = await world.serve({ stripe: { webhookSecrets: [] } })
    const answer = await open.as(null).send('/webhook', { method: 'POST', body: '{}' })
    expect([answer.status, answer.body.error.code]).toEqual([503, 'webhook_not_configured'])
  })

  it('names the body parser that is mounted before the webhook', async () => {
    const { default: express } = await import('express')
    const parsed = await world.serve({ host: (app) => app.use(express.json()) })
    const answer = await parsed.as(null).send('/webhook', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect([answer.status, answer.body.error.code]).toEqual([500, 'webhook_body_parsed'])
    expect(answer.body.error.message).toContain('identity.webhook')
  })

  it('accepts a webhook mounted before a global parser', async () => {
    const { default: express } = await import('express')
    const mounted = await world.serve({
      host: (app, identity) => {
        app.post('/identity/webhook', identity.webhook)
        app.use(express.json())
      },
    })
    const ada = mounted.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified' })
    await reaches(ada, id, 'verified')
  })

  it.each<[string, (buffer: Buffer) => unknown]>([
    ['bytes', (buffer) => buffer],
    ['text', (buffer) => buffer.toString()],
  ])('verifies the raw body that a global parser stored as %s', async (_kind, kept) => {
    const { default: express } = await import('express')
    const keeping = await world.serve({
      host: (app) =>
        app.use(
          express.json({ verify: (req, _res, buffer) => Object.assign(req, { rawBody: kept(buffer) }) }),
        ),
      reconcileIntervalMs: 600_000,
    })
    const ada = keeping.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified' })
    await reaches(ada, id, 'verified')
    const forged = await ada.send('/webhook', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Stripe-Signature': 't=1,v1=00' },
      body: '{}',
    })
    expect([forged.status, forged.body.error.code]).toEqual([400, 'signature_invalid'])
  })

  it('protects a host route with requireVerified', async () => {
    const guarded = await world.serve({
      host: (app, identity) =>
        app.post('/book', identity.requireVerified(), (_req, res) => void res.json({ booked: true })),
    })
    const book = async (user: string | null) => {
      const answer = await fetch(`${guarded.url}/book`, {
        method: 'POST',
        headers: user === null ? {} : { 'X-User': user },
      })
      return [answer.status, ((await answer.json()) as { error?: { code: string } }).error?.code]
    }
    expect(await book(null)).toEqual([401, 'unauthenticated'])
    expect(await book('ada')).toEqual([403, 'identity_verification_required'])
    const ada = guarded.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified' })
    await reaches(ada, id, 'verified')
    expect(await book('ada')).toEqual([200, undefined])
  })

  it.each<[unknown, string]>([
    [undefined, 'undefined (is a return missing?)'],
    ['', 'an empty string'],
    [{}, 'a value of the type object'],
    [Number.NaN, 'a number that is not finite'],
    [true, 'a value of the type boolean'],
    ['a\0b', 'a NUL character'],
    ['\ud800', 'not well-formed Unicode'],
    ['a'.repeat(5_001), 'more than 5000 characters'],
  ])('refuses %o as a user and describes the fault', async (user, why) => {
    const strange = await world.serve({ authenticate: () => user as string })
    const answer = await strange.as(null).send('/sessions/current')
    expect([answer.status, answer.body.error.code]).toEqual([500, 'server_error'])
    expect(answer.body.error.message).toContain(why)
    const { identity } = strange
    for (const asking of [identity.isVerified, identity.getStatus, identity.redact])
      await expect(asking(user as string)).rejects.toThrow(why)
  })
})
