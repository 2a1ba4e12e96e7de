import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reaches, type TestServer, World } from './support/world.js'

const SECRET = 'whsec_thin'
const stripe = new Stripe('sk_test_x')

describe('thin events', () => {
  let world: World
  let server: TestServer
  beforeEach(async () => {
    world = await World.create()
    server = await world.serve({ stripe: { webhookSecrets: [SECRET] } })
  })
  afterEach(() => world.close())

  const deliver = async (event: object) => {
    const payload = JSON.stringify(event)
    const answer = await server.as(null).send('/webhook', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Stripe-Signature': stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET }),
      },
      body: payload,
    })
    return answer.status
  }
  const thin = (id: string, change: object = {}) => ({
    ...{ id: 'evt_thin_1', object: 'v2.core.event', livemode: false, created: new Date().toISOString() },
    type: 'v1.identity.verification_session.verified',
    context: null,
    reason: null,
    related_object: {
      id,
      type: 'identity.verification_session',
      url: `/v1/identity/verification_sessions/${id}`,
    },
    ...change,
  })
  const verifiedAtStripe = async () => {
    const { id } = (await server.as('ada').open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await world.forgetCalls()
    return id
  }

  it('are acknowledged at once and settled by one retrieve', async () => {
    const id = await verifiedAtStripe()
    expect(await deliver(thin(id))).toBe(200)
    await reaches(server.as('ada'), id, 'verified')
    expect(await deliver(thin(id))).toBe(200)
    expect(await world.callsForUsers()).toEqual([`GET /v1/identity/verification_sessions/${id}`])
  })

  it('are settled later while Stripe is unavailable, also by another process', async () => {
    const id = await verifiedAtStripe()
    await world.control('POST', 'faults', {
      ...{ method: 'GET', path: `/v1/identity/verification_sessions/${id}`, times: 100, when: 'before' },
      status: 400,
      body: { error: { type: 'invalid_request_error', message: 'away' } },
    })
    expect(await deliver(thin(id))).toBe(200)
    await expect.poll(() => world.callsForUsers()).not.toEqual([])
    await server.close()
    await world.control('DELETE', 'faults')
    await world.control('PUT', 'deliveries/policy', { drop: true })
    server = await world.serve({ stripe: { webhookSecrets: [SECRET] } })
    await reaches(server.as('ada'), id, 'verified')
  })

  it('are applied once together with their classic events, in either order', async () => {
    const id = await verifiedAtStripe()
    const session = (await (
      await fetch(`${world.sandbox.url}/v1/identity/verification_sessions/${id}`, {
        headers: { Authorization: `Bearer ${world.sandbox.secretKey}` },
      })
    ).json()) as object
    const classic = {
      ...{ id: 'evt_classic_1', object: 'event', type: 'identity.verification_session.verified' },
      ...{ livemode: false, created: Math.floor(Date.now() / 1000) + 10, data: { object: session } },
    }
    expect(await deliver(classic)).toBe(200)
    await world.forgetCalls()
    expect(await deliver(thin(id, { snapshot_event: 'evt_classic_1' }))).toBe(200)
    expect(await deliver(thin(id, { id: 'evt_thin_2', snapshot_event: 'evt_classic_2' }))).toBe(200)
    expect(await deliver({ ...classic, id: 'evt_classic_2' })).toBe(200)
    expect((await server.as('ada').get(id)).body.status).toBe('verified')
    await expect.poll(() => world.callsForUsers()).toEqual([`GET /v1/identity/verification_sessions/${id}`])
  })

  it.each<[string, (id: string) => object]>([
    ['a ping', () => ({ ...thin(''), type: 'v2.core.event_destination.ping', related_object: null })],
    ['another type', (id) => thin(id, { type: 'v1.billing.meter.error_report_triggered' })],
    ['an unknown session', () => thin('vs_of_others')],
    ['no related object', () => thin('', { related_object: undefined })],
    ['an invalid id', () => thin('../../v1/customers')],
    ['the other mode', (id) => thin(id, { livemode: true })],
    ['a connected account', (id) => thin(id, { context: 'acct_1' })],
  ])('%s: responds 200 and has no effect', async (_what, event) => {
    const id = await verifiedAtStripe()
    expect(await deliver(event(id))).toBe(200)
    expect((await server.as('ada').get(id)).body.status).toBe('requires_input')
    expect(await world.callsForUsers()).toEqual([])
  })

  it('are never followed to the URL that they contain', async () => {
    const id = await verifiedAtStripe()
    const url = `${world.sandbox.url}/v1/elsewhere`
    expect(await deliver(thin(id, { related_object: { id, type: 'x', url } }))).toBe(200)
    await reaches(server.as('ada'), id, 'verified')
    expect(await world.callsForUsers()).toEqual([`GET /v1/identity/verification_sessions/${id}`])
  })

  it.each<[string, (session: object) => object]>([
    [
      'an error without a code',
      (session) => ({ data: { object: { ...session, last_error: { reason: 'x' } } } }),
    ],
    ['no time', (session) => ({ created: undefined, data: { object: session } })],
  ])('a classic event that cannot be read causes a retrieve as well: %s', async (_what, change) => {
    const id = await verifiedAtStripe()
    const event = {
      ...{ id: 'evt_1', object: 'event', type: 'identity.verification_session.requires_input' },
      ...{ livemode: false, created: Math.floor(Date.now() / 1000) },
      ...change({ id, object: 'identity.verification_session', status: 'requires_input' }),
    }
    expect(await deliver(event)).toBe(200)
    await reaches(server.as('ada'), id, 'verified')
  })
})
