import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { World } from './support/world.js'

describe('limits', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  it('of a user apply across closed sessions', async () => {
    const server = await world.serve({ limits: { maxSessionsPerUserPerDay: 2 } })
    const ada = server.as('ada')
    for (let count = 0; count < 2; count++) await ada.cancel((await ada.open()).body.id)
    const refused = await ada.open()
    expect([refused.status, refused.body]).toMatchObject([429, { error: { code: 'user_limit_reached' } }])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await server.as('bob').open()).status).toBe(201)
    expect(await world.sessionsAtStripe()).toHaveLength(3)
  })

  it('in total are exact under simultaneous requests at several instances', async () => {
    const servers = await Promise.all([1, 2, 3].map(() => world.serve({ limits: { maxSessionsPerDay: 40 } })))
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, index) => servers[index % 3]?.as(`user-${index}`).open()),
    )
    expect(answers.filter((answer) => answer?.status === 201)).toHaveLength(40)
    const refused = answers.filter((answer) => answer?.status === 429)
    expect(refused).toHaveLength(110)
    expect(refused[0]?.body).toMatchObject({ error: { code: 'daily_limit_reached' } })
    expect(await world.sessionsAtStripe()).toHaveLength(40)
  })

  it('do not count creates that Stripe refused, but count those that may have succeeded', async () => {
    const server = await world.serve({ limits: { maxSessionsPerDay: 1 } })
    const path = '/v1/identity/verification_sessions'
    await world.control('POST', 'faults', { method: 'POST', path, when: 'before', status: 403, times: 3 })
    for (let count = 0; count < 3; count++) expect((await server.as('ada').open()).status).toBe(502)
    expect((await server.as('ada').open()).status).toBe(201)
    expect((await server.as('bob').open()).status).toBe(429)
  })
})

describe('the rate limit per address', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  it('does not apply to signed webhooks', async () => {
    const server = await world.serve({ limits: { rateLimitPerMinute: 5 } })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    for (let count = 0; count < 4; count++) expect((await ada.get(id)).status).toBe(200)
    const refused = await ada.get(id)
    expect([refused.status, refused.body]).toMatchObject([429, { error: { code: 'rate_limited' } }])
    expect(refused.headers.get('retry-after')).not.toBeNull()
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await expect.poll(() => server.identity.isVerified('ada')).toBe(true)
    const forged = await server.as(null).send('/webhook', { method: 'POST', body: '{}' })
    expect(forged.body.error.code).toBe('rate_limited')
  })

  it('uses the address forwarded by a trusted proxy, and by no other', async () => {
    const from = (server: Awaited<ReturnType<World['serve']>>, address: string) =>
      server.as('ada').send('/sessions/current', { headers: { 'X-Forwarded-For': address } })
    for (const trust of [{}, { trustProxy: 0 }]) {
      const plain = await world.serve({ limits: { rateLimitPerMinute: 2 }, ...trust })
      for (const address of ['10.0.0.1', '10.0.0.2']) expect((await from(plain, address)).status).toBe(204)
      expect((await from(plain, '10.0.0.3')).status).toBe(429)
    }
    const proxied = await world.serve({ limits: { rateLimitPerMinute: 2 }, trustProxy: 1 })
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3'])
      expect((await from(proxied, address)).status).toBe(204)
  })
})

describe('while Stripe is unavailable', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  it('creates fail at once after repeated failures, and work again soon after it recovers', async () => {
    const server = await world.serve({ stripeTimeouts: { request: 6_000, call: 10_000, pause: 3_000 } })
    const path = '/v1/identity/*'
    await world.control('POST', 'faults', { method: 'POST', path, when: 'before', reset: true, times: 1000 })
    await Promise.all(Array.from({ length: 6 }, (_, index) => server.as(`user-${index}`).open()))
    const before = await world.calls()
    const refused = await server.as('ada').open()
    expect([refused.status, refused.body]).toMatchObject([503, { error: { code: 'stripe_unavailable' } }])
    expect(refused.headers.get('retry-after')).not.toBeNull()
    const creates = (calls: string[]) => calls.filter((call) => call.startsWith('POST '))
    expect(creates(await world.calls())).toEqual(creates(before))
    await world.control('DELETE', 'faults')
    await expect
      .poll(async () => (await server.as('ada').open()).status, { timeout: 30_000, interval: 500 })
      .toBe(201)
    expect(await world.sessionsAtStripe()).toHaveLength(1)
  })
})
