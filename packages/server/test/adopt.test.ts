import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StatusChange } from '../src/index.js'
import { madeElsewhere } from './support/elsewhere.js'
import { reaches, type TestServer, World } from './support/world.js'

describe('a session created outside the server', () => {
  let world: World
  let server: TestServer
  const told: StatusChange[] = []
  beforeEach(async () => {
    told.length = 0
    world = await World.create()
    server = await world.serve({
      onStatusChange: (change) => void told.push(change),
      operator: { authorize: (req) => (req.get('Authorization') === 'Bearer olga' ? 'olga' : null) },
    })
  })
  afterEach(() => world.close())

  const status = async (user: string) => {
    const { verified, session } = await server.identity.getStatus(user)
    return [verified, session?.status]
  }
  const operator = (path: string, body?: unknown) =>
    server.as(null).send(`/operator${path}`, {
      headers: { Authorization: 'Bearer olga', 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })

  it('is ignored until it is adopted, and is then verified without another check', async () => {
    const id = await madeElsewhere(world, { status: 'verified' })
    expect(await status('ada')).toEqual([false, undefined])
    expect(await server.identity.adopt('ada', id)).toMatchObject({ verified: true, session: { id } })
    expect(await server.identity.adopt('ada', id)).toMatchObject({ verified: true })
    expect((await server.as('ada').get(id)).body.status).toBe('verified')
    expect((await server.as('bob').get(id)).status).toBe(404)
    await world.forgetCalls()
    expect((await server.as('ada').open()).body).toMatchObject({ id, client_secret: null })
    expect(await world.calls()).toEqual([])
    // The host said so itself.
    expect(told).toEqual([])
  })

  it('is handled like our own after adoption: webhooks, attempts, cancel, redaction, history', async () => {
    const id = await madeElsewhere(world)
    await server.identity.adopt('ada', id)
    const ada = server.as('ada')
    const resumed = await ada.open()
    expect([resumed.status, resumed.body.id]).toEqual([200, id])
    expect(resumed.body.client_secret).toMatch(/^vs_/)
    await world.sandbox.submit(id, { outcome: 'unverified', error_code: 'document_expired' })
    await reaches(ada, id, 'processing')
    expect(await reaches(ada, id, 'requires_input')).toMatchObject({ attempts: 1 })
    await world.sandbox.submit(id, { outcome: 'verified' })
    await reaches(ada, id, 'verified')
    await expect.poll(() => told.at(-1)).toMatchObject({ status: 'verified', user: 'ada', session_id: id })
    const history = (await operator(`/sessions/${id}/history`)).body as unknown as { data: object[] }
    expect(history.data[0]).toMatchObject({ cause: 'adopt', from: null, to: 'requires_input', actor: 'host' })
    await server.identity.redact('ada')
    await expect.poll(async () => (await ada.current()).body.redaction).not.toBeNull()
  })

  it('can be adopted by an operator, who is recorded in the history', async () => {
    const id = await madeElsewhere(world, { status: 'verified' })
    expect((await operator('/sessions/adopt', { user: 'ada', id })).status).toBe(201)
    expect((await operator('/sessions/adopt', { user: 'ada', id })).status).toBe(200)
    expect((await operator('/sessions/adopt', { user: 'bob', id })).body.error).toMatchObject({
      code: 'invalid_state',
    })
    const history = (await operator(`/sessions/${id}/history`)).body as unknown as { data: object[] }
    expect(history.data).toEqual([expect.objectContaining({ cause: 'adopt', actor: 'olga', to: 'verified' })])
    expect(await status('ada')).toEqual([true, 'verified'])
    expect(await status('bob')).toEqual([false, undefined])
  })

  it('never replaces a verification, and replaces an open session only if it is verified', async () => {
    const [older, canceled, verified] = [
      await madeElsewhere(world),
      await madeElsewhere(world, { status: 'canceled' }),
      await madeElsewhere(world, { status: 'verified' }),
    ]
    const own = (await server.as('ada').open()).body.id
    await expect(server.identity.adopt('ada', older)).rejects.toMatchObject({ code: 'invalid_state' })
    await server.identity.adopt('ada', canceled)
    expect((await server.as('ada').current()).body.id).toBe(own)
    await server.identity.adopt('ada', verified)
    expect(await status('ada')).toEqual([true, 'verified'])
    await server.identity.adopt('ada', await madeElsewhere(world, { status: 'canceled' }))
    await server.identity.adopt('ada', await madeElsewhere(world, { status: 'verified' }))
    expect(await status('ada')).toEqual([true, 'verified'])
    // Deleting the account redacts all of them.
    await server.identity.redact('ada')
    const left = (await world.sessionsAtStripe()).filter(({ id }) => id !== older) as {
      redaction?: unknown
    }[]
    expect(left.map(({ redaction }) => redaction === null)).toEqual(left.map(() => false))
  })

  it('is adopted by exactly one of several users at the same time', async () => {
    const id = await madeElsewhere(world, { status: 'verified' })
    const second = await world.serve({ stripe: { webhookSecrets: ['whsec_1'] } })
    const tries = ['a', 'b', 'c', 'd'].map((user, index) =>
      (index % 2 === 0 ? server : second).identity.adopt(user, id),
    )
    const done = await Promise.allSettled(tries)
    expect(done.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const verified = await Promise.all(['a', 'b', 'c', 'd'].map((user) => server.identity.isVerified(user)))
    expect(verified.filter(Boolean)).toHaveLength(1)
  })

  it('counts toward the maximum age from its creation', async () => {
    const id = await madeElsewhere(world, { status: 'verified' })
    await world.control('POST', 'clock', { advance_ms: 0 })
    const strict = await world.serve({
      database: `sqlite:${world.folder}/strict.db`,
      stripe: { webhookSecrets: ['whsec_1'] },
      verificationMaxAge: 1,
    })
    const created = ((await world.sessionsAtStripe())[0] as unknown as { created: number }).created
    await expect.poll(() => Math.floor(Date.now() / 1000) - created).toBeGreaterThan(1)
    expect(await strict.identity.adopt('ada', id)).toEqual({ verified: false, session: null })
  })

  it.each([
    ['', 'vs_1', 'server_error'],
    [undefined, 'vs_1', 'server_error'],
    ['ada', 'pi_1', 'invalid_request'],
    ['ada', undefined, 'invalid_request'],
    ['ada', 'vs_nowhere', 'not_found'],
  ])('is refused for %j and %j: %s', async (user, id, code) => {
    await expect(server.identity.adopt(user as never, id as never)).rejects.toMatchObject({ code })
  })

  it('is not adopted while Stripe is unavailable', async () => {
    const id = await madeElsewhere(world)
    await world.control('POST', 'faults', {
      ...{ method: 'GET', path: '/v1/identity/*', when: 'before', times: 100, status: 500 },
      headers: { 'stripe-should-retry': 'false' },
    })
    await expect(server.identity.adopt('ada', id)).rejects.toMatchObject({ code: 'stripe_unavailable' })
    await world.control('DELETE', 'faults')
    expect(await status('ada')).toEqual([false, undefined])
  })
})
