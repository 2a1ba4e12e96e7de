import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StatusChange } from '../src/index.js'
import { DATABASES, type SqlDatabase } from './support/databases.js'
import { reaches, type TestServer, World } from './support/world.js'

describe.each(DATABASES)('a verification that is overridden at Stripe, on %s', (_name, createDatabase) => {
  let world: World
  let database: SqlDatabase
  let server: TestServer
  let changes: StatusChange[]
  beforeEach(async () => {
    world = await World.create()
    changes = []
    database = await createDatabase()
    server = await world.serve({
      database: database.url,
      onStatusChange: async (change) => void changes.push(change),
      operator: { authorize: (req) => (req.get('Authorization') === 'Bearer operator' ? 'olga' : null) },
      host: (app, identity) =>
        app.post('/book', identity.requireVerified(), (_req, res) => void res.json({ booked: true })),
    })
  })
  afterEach(async () => {
    await world.close()
    await database.drop()
  })

  const operator = async (path: string) =>
    (await server.as(null).send(path, { headers: { Authorization: 'Bearer operator' } })).body as unknown
  const book = async () =>
    (await fetch(`${server.url}/book`, { method: 'POST', headers: { 'X-User': 'ada' } })).status
  /** Moves the clock so that the next event is not in the same second. */
  const nextSecond = () => world.sandbox.advance(1_500)

  async function verify(): Promise<string> {
    const { id } = (await server.as('ada').open()).body
    await nextSecond()
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await reaches(server.as('ada'), id, 'verified')
    await nextSecond()
    return id
  }

  it('is unverified at once everywhere, and the session accepts input again', async () => {
    const ada = server.as('ada')
    const id = await verify()
    expect(await book()).toBe(200)
    const { version } = (await ada.get(id)).body
    const held = ada.get(id, `?after=${version}&wait=20`)
    await world.sandbox.override(id, 'requires_input', { error_code: 'selfie_manipulated' })
    const { body } = await held
    expect(body).toMatchObject({ status: 'requires_input', last_error: { code: 'selfie_manipulated' } })
    expect(body.version).toBeGreaterThan(version)
    expect(await book()).toBe(403)
    expect(await server.identity.isVerified('ada')).toBe(false)
    expect((await server.identity.getStatus('ada')).verified).toBe(false)
    expect(await operator('/operator/users/ada/status')).toMatchObject({ verified: false })
    expect(await operator(`/operator/sessions/${id}/history`)).toMatchObject({
      data: expect.arrayContaining([
        expect.objectContaining({ from: 'verified', to: 'requires_input', cause: 'webhook' }),
      ]),
    })
    await expect
      .poll(() => changes.at(-1))
      .toMatchObject({
        ...{ session_id: id, status: 'requires_input', previous_status: 'verified' },
        last_error: { code: 'selfie_manipulated' },
      })
    const again = await ada.open()
    expect([again.status, again.body.id]).toEqual([200, id])
    expect(again.body.client_secret).toMatch(new RegExp(`^${id}_secret_`))
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await reaches(ada, id, 'verified')
    expect(await book()).toBe(200)
  })

  it('becomes verified when a reviewer passes a failed session', async () => {
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await reaches(ada, id, 'requires_input')
    await nextSecond()
    await world.sandbox.override(id, 'verified')
    await reaches(ada, id, 'verified')
    expect(await server.identity.isVerified('ada')).toBe(true)
  })

  it("is found by an operator's retrieve if the webhook was lost", async () => {
    const id = await verify()
    await world.control('PUT', 'deliveries/policy', { drop: true })
    await world.sandbox.override(id, 'requires_input')
    expect(await server.identity.isVerified('ada')).toBe(true)
    await operator(`/operator/sessions/${id}`)
    expect(await server.identity.isVerified('ada')).toBe(false)
  })

  it('is found at the next start if the webhook was lost and no poll is waiting', async () => {
    const id = await verify()
    await world.control('PUT', 'deliveries/policy', { drop: true })
    await world.sandbox.override(id, 'requires_input')
    await server.close()
    const next = await world.serve({ database: database.url })
    await expect.poll(() => next.identity.isVerified('ada')).toBe(false)
  })

  it('is a doubt in the same second as "verified", and is settled by one retrieve', async () => {
    await world.control('POST', 'clock', { freeze: true })
    const { id } = (await server.as('ada').open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await reaches(server.as('ada'), id, 'verified')
    await world.forgetCalls()
    await world.sandbox.override(id, 'requires_input')
    await reaches(server.as('ada'), id, 'requires_input')
    expect(await world.callsForUsers()).toEqual([`GET /v1/identity/verification_sessions/${id}`])
  })

  it('stays canceled after a later cancel, even if all events are resent', async () => {
    const id = await verify()
    await world.sandbox.override(id, 'requires_input')
    await reaches(server.as('ada'), id, 'requires_input')
    await server.as('ada').cancel(id)
    for (const { id: event } of ((await world.control('GET', 'events')) as { data: { id: string }[] }).data) {
      await world.control('POST', `events/${event}/resend`)
    }
    expect((await server.as('ada').get(id)).body.status).toBe('canceled')
    expect(await server.identity.isVerified('ada')).toBe(false)
  })
})
