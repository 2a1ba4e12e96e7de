import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reaches, type TestServer, World } from './support/world.js'

const CREATE = 'POST /v1/identity/verification_sessions'

describe('a single session at Stripe', () => {
  let world: World
  let server: TestServer
  beforeEach(async () => {
    world = await World.create()
    server = await world.serve()
  })
  afterEach(() => world.close())

  it('is created for 200 simultaneous clicks at two instances on one database', async () => {
    const other = await world.serve()
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? server : other).as('ada').open()),
    )
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(
      answers.every(({ status, body }) => [200, 201].includes(status) && body.client_secret !== null),
    ).toBe(true)
    expect(await world.sessionsAtStripe()).toHaveLength(1)
  })

  it.each([
    ['the connection breaks after the effect', { when: 'after', reset: true, times: 1 }],
    ['the response is cut off', { when: 'after', truncate: 20, times: 1 }],
    ['Stripe fails before the effect', { when: 'before', status: 500, times: 1 }],
    [
      'Stripe is overloaded for a moment',
      { when: 'before', status: 429, headers: { 'Retry-After': '1' }, times: 1 },
    ],
    ['Stripe fails after the effect and stores the failure', { when: 'after', status: 500, times: 1 }],
  ])('is created when %s', async (_what, fault) => {
    await world.control('POST', 'faults', {
      method: 'POST',
      path: '/v1/identity/verification_sessions',
      ...fault,
    })
    const { status, body } = await server.as('ada').open()
    expect(status).toBe(201)
    expect(body.client_secret).toMatch(/^vs_/)
    expect(await world.sessionsAtStripe()).toEqual([expect.objectContaining({ id: body.id })])
    await world.sandbox.submit(body.id, { outcome: 'verified' })
    await reaches(server.as('ada'), body.id, 'verified')
  })

  it('is created after a create that hung: the first request fails in bounded time, the next continues it', async () => {
    const server = await world.serve({ stripeTimeouts: { request: 2_000, call: 5_000, pause: 2_000 } })
    const path = '/v1/identity/verification_sessions'
    await world.control('POST', 'faults', { method: 'POST', path, when: 'after', hang: true, times: 10 })
    const started = performance.now()
    const hung = await server.as('ada').open()
    expect([hung.status, hung.body]).toMatchObject([503, { error: { code: 'stripe_unavailable' } }])
    expect(performance.now() - started).toBeLessThan(24_000)
    await world.control('DELETE', 'faults')
    // The calls that hung still hold the idempotency key for a moment.
    await expect.poll(async () => (await server.as('ada').open()).status).toBeOneOf([200, 201])
    const { body } = await server.as('ada').current()
    expect(await world.sessionsAtStripe()).toEqual([expect.objectContaining({ id: body.id })])
  })

  it.each([
    [
      'the key',
      401,
      { error: { type: 'invalid_request_error', message: 'Invalid API Key provided: sk_test_****' } },
    ],
    ['the permission', 403, { error: { type: 'invalid_request_error', message: 'secret words of Stripe' } }],
    [
      'a parameter',
      400,
      { error: { type: 'invalid_request_error', code: 'parameter_unknown', message: 'secret words' } },
    ],
  ])(
    "is not created when Stripe refuses %s, and Stripe's message stays internal",
    async (_what, status, body) => {
      const path = '/v1/identity/verification_sessions'
      await world.control('POST', 'faults', { method: 'POST', path, when: 'before', status, body, times: 1 })
      const answer = await server.as('ada').open()
      expect([answer.status, answer.body]).toMatchObject([502, { error: { code: 'stripe_rejected' } }])
      expect(JSON.stringify(answer.body)).not.toMatch(/secret words|sk_test/)
      expect(await world.sessionsAtStripe()).toEqual([])
      expect((await server.as('ada').current()).status).toBe(204)
      expect((await server.as('ada').open()).status).toBe(201)
      expect((await world.calls()).filter((call) => call === CREATE)).toHaveLength(2)
    },
  )
})
