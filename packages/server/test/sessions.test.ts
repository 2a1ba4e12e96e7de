import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reaches, type TestServer, World } from './support/world.js'

describe('sessions', () => {
  let world: World
  let server: TestServer
  beforeEach(async () => {
    world = await World.create()
    server = await world.serve()
  })
  afterEach(() => world.close())

  it('are null for a new user', async () => {
    const { status, body } = await server.as('ada').current()
    expect([status, body]).toEqual([204, null])
    expect(await world.callsForUsers()).toEqual([])
  })

  it('lead a user from click to verified with one call to Stripe', async () => {
    const ada = server.as('ada')
    const opened = await ada.open()
    expect(opened.status).toBe(201)
    expect(opened.body).toMatchObject({
      status: 'requires_input',
      last_error: null,
      attempts: 0,
      livemode: false,
    })
    expect(opened.body.client_secret).toMatch(new RegExp(`^${opened.body.id}_secret_`))
    expect(opened.body.url).toMatch(/^http/)
    expect(opened.body.publishable_key).toBe(world.sandbox.publishableKey)
    // Longer than a second, so that no two events have the same time.
    await world.sandbox.submit(opened.body.id, { outcome: 'verified', processing_ms: 1_100 })
    const seen = await reaches(ada, opened.body.id, 'verified')
    expect(seen.version).toBeGreaterThan(opened.body.version)
    expect((await ada.current()).body).toEqual(seen)
    expect(await server.identity.isVerified('ada')).toBe(true)
    expect(await server.identity.isVerified('bob')).toBe(false)
    expect(await world.callsForUsers()).toEqual(['POST /v1/identity/verification_sessions'])
  })

  it('expose only the documented fields to a browser', async () => {
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    const fields = [
      'id',
      'status',
      'last_error',
      'redaction',
      'type',
      'livemode',
      'attempts',
      'attempts_left',
    ]
    expect(Object.keys((await ada.get(id)).body).toSorted()).toEqual(
      [...fields, 'version', 'created', 'updated'].toSorted(),
    )
  })

  it.each([undefined, null, 'document', []])('are not created if the host requests %j', async (params) => {
    const strange = await world.serve({
      database: `sqlite:${world.folder}/strange.db`,
      session: () => params as never,
    })
    expect((await strange.as('ada').open()).body).toMatchObject({ error: { code: 'server_error' } })
    expect((await strange.as('ada').current()).status).toBe(204)
  })

  it('are resumed with a new secret, also after a failure', async () => {
    const ada = server.as('ada')
    const first = (await ada.open()).body
    const again = await ada.open()
    expect(again.status).toBe(200)
    expect(again.body.id).toBe(first.id)
    expect(again.body.client_secret).not.toBe(first.client_secret)
    await world.sandbox.submit(first.id, { outcome: 'unverified', error_code: 'document_expired' })
    await reaches(ada, first.id, 'processing')
    const failed = await reaches(ada, first.id, 'requires_input')
    expect(failed).toMatchObject({ last_error: { code: 'document_expired' }, attempts: 1, attempts_left: 4 })
    const retried = await ada.open()
    expect([retried.status, retried.body.id]).toEqual([200, first.id])
    expect(retried.body.client_secret).toBeTruthy()
    await world.sandbox.submit(first.id, { outcome: 'verified' })
    await reaches(ada, first.id, 'verified')
  })

  it('have no secret while processing or verified', async () => {
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 60_000 })
    await reaches(ada, id, 'processing')
    const during = await ada.open()
    expect([during.status, during.body.id]).toEqual([200, id])
    expect(during.body).toMatchObject({ status: 'processing', client_secret: null, url: null })
    await world.sandbox.advance(60_000)
    await reaches(ada, id, 'verified')
    expect((await ada.open()).body).toMatchObject({ id, status: 'verified', client_secret: null, url: null })
    expect(await world.sessionsAtStripe()).toHaveLength(1)
  })

  it('are created anew after a cancel', async () => {
    const ada = server.as('ada')
    const first = (await ada.open()).body
    const canceled = await ada.cancel(first.id)
    expect([canceled.status, canceled.body.status]).toEqual([200, 'canceled'])
    expect((await ada.cancel(first.id)).status).toBe(200)
    const next = await ada.open()
    expect(next.status).toBe(201)
    expect(next.body.id).not.toBe(first.id)
  })

  it('are replaced in the same request if the dashboard canceled them or Stripe no longer has them', async () => {
    const ada = server.as('ada')
    const first = (await ada.open()).body
    await world.control('PUT', 'deliveries/policy', { drop: true })
    const cancel = `${world.sandbox.url}/v1/identity/verification_sessions/${first.id}/cancel`
    await fetch(cancel, { method: 'POST', headers: { Authorization: `Bearer ${world.sandbox.secretKey}` } })
    const second = await ada.open()
    expect(second.status).toBe(201)
    expect(second.body.id).not.toBe(first.id)
    await world.sandbox.reset()
    const third = await ada.open()
    expect(third.status).toBe(201)
    expect(third.body.id).not.toBe(second.body.id)
    expect((await ada.get(second.body.id)).body.status).toBe('canceled')
  })

  it('cannot be canceled while processing or verified', async () => {
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 60_000 })
    const during = await ada.cancel(id)
    expect([during.status, during.body]).toMatchObject([409, { error: { code: 'not_cancelable' } }])
    await world.sandbox.advance(60_000)
    await reaches(ada, id, 'verified')
    expect((await ada.cancel(id)).status).toBe(409)
    expect((await ada.get(id)).body.status).toBe('verified')
  })

  it('of another user get the same response as unknown ones', async () => {
    const { id } = (await server.as('ada').open()).body
    const bob = server.as('bob')
    const strange = await bob.send(`/sessions/${id}`)
    const missing = await bob.send('/sessions/vs_nowhere')
    expect([strange.status, missing.status]).toEqual([404, 404])
    const words = ({ error: { request_id: _, ...rest } }: typeof strange.body) => rest
    expect(words(strange.body)).toEqual(words(missing.body))
    expect((await bob.cancel(id)).status).toBe(404)
    expect((await bob.current()).status).toBe(204)
    expect((await server.as('ada').get(id)).body.status).toBe('requires_input')
  })

  it('require a user before anything else', async () => {
    const guest = server.as(null)
    for (const answer of [
      await guest.open(),
      await guest.current(),
      await guest.get('vs_1'),
      await guest.cancel('vs_1'),
    ]) {
      expect([answer.status, answer.body]).toMatchObject([401, { error: { code: 'unauthenticated' } }])
    }
    expect(await world.callsForUsers()).toEqual([])
  })

  it('end at the attempt limit, while closing the modal or declining consent costs no attempt', async () => {
    const limited = await world.serve({
      database: `sqlite:${world.folder}/limited.db`,
      limits: { maxAttempts: 2 },
    })
    const ada = limited.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', error_code: 'consent_declined' })
    await expect.poll(async () => (await ada.get(id)).body.last_error?.code).toBe('consent_declined')
    for (const left of [1, 0]) {
      await world.sandbox.submit(id, { outcome: 'unverified' })
      await expect.poll(async () => (await ada.get(id)).body.attempts_left).toBe(left)
    }
    const refused = await ada.open()
    expect([refused.status, refused.body]).toMatchObject([403, { error: { code: 'attempts_exhausted' } }])
    expect((await ada.cancel(id)).status).toBe(200)
    expect((await ada.open()).status).toBe(403)
    expect(await world.sessionsAtStripe()).toHaveLength(1)
  })
})
