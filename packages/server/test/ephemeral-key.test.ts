import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestServer, World } from './support/world.js'

const VERSION = '2026-10-28.endive'
const MAKE = 'POST /v1/ephemeral_keys'

describe('an ephemeral key', () => {
  let world: World
  let server: TestServer
  beforeEach(async () => {
    world = await World.create()
    server = await world.serve({ limits: { maxAttempts: 1 } })
  })
  afterEach(() => world.close())

  const ask = (user: string | null, id: string, body: unknown = { api_version: VERSION }) =>
    server.as(user).send(`/sessions/${id}/ephemeral_key`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })

  it('is available only to the owner of an open session', async () => {
    const { id } = (await server.as('ada').open()).body
    expect(await ask('ada', id)).toMatchObject({
      status: 201,
      body: { session: id, secret: expect.stringMatching(/^ek_test_/), expires: expect.any(Number) },
    })
    const options = { apiVersion: VERSION }
    expect(await server.identity.ephemeralKey('ada', options)).toMatchObject({ session: id })
    await world.forgetCalls()
    expect((await ask('bob', id)).body.error.code).toBe('not_found')
    expect((await ask(null, id)).body.error.code).toBe('unauthenticated')
    await expect(server.identity.ephemeralKey('bob', options)).rejects.toMatchObject({ code: 'not_found' })
    expect(await world.calls()).not.toContain(MAKE)
  })

  it.each([
    {},
    { api_version: '' },
    { api_version: '2026' },
    { api_version: 7 },
    { api_version: VERSION, more: 1 },
  ])('requires an API version and nothing else: %j', async (body) => {
    const { id } = (await server.as('ada').open()).body
    expect((await ask('ada', id, body)).body.error.code).toBe('invalid_request')
    const options = { apiVersion: (body as { api_version?: string }).api_version as string }
    if (Object.keys(body).length < 2)
      await expect(server.identity.ephemeralKey('ada', options)).rejects.toMatchObject({
        code: 'invalid_request',
      })
  })

  it('is refused when nothing can be submitted', async () => {
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(id)).body.attempts_left).toBe(0)
    await world.forgetCalls()
    const refused = (await ask('ada', id)).body.error.code
    expect(['attempts_exhausted', 'invalid_state']).toContain(refused)
    const bob = server.as('bob')
    const other = (await bob.open()).body.id
    await bob.cancel(other)
    expect((await ask('bob', other)).body.error).toMatchObject({ code: 'invalid_state', status: 'canceled' })
    expect(await world.calls()).not.toContain(MAKE)
  })

  it('is refused with the matching code when Stripe refuses it', async () => {
    const { id } = (await server.as('ada').open()).body
    for (const [status, code] of [
      [403, 'stripe_rejected'],
      [500, 'stripe_unavailable'],
    ] as const) {
      await world.control('POST', 'faults', {
        ...{ method: 'POST', path: '/v1/ephemeral_keys', when: 'before', times: 9, status },
        headers: { 'stripe-should-retry': 'false' },
      })
      expect((await ask('ada', id)).body.error.code).toBe(code)
      await world.control('DELETE', 'faults')
    }
  })
})
