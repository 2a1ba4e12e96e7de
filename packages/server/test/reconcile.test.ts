import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reaches, World } from './support/world.js'

const LIST = 'GET /v1/events'

describe('the reconciler', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  it('finds changes that no webhook reports while a poll is waiting', async () => {
    const server = await world.serve({ stripe: { webhookSecrets: [] } })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    // Long enough to observe "processing".
    const failure = {
      outcome: 'unverified',
      error_code: 'selfie_face_mismatch',
      processing_ms: 3_000,
    } as const
    await world.sandbox.submit(id, failure)
    expect((await reaches(ada, id, 'processing')).last_error).toBeNull()
    expect(await reaches(ada, id, 'requires_input')).toMatchObject({
      last_error: { code: 'selfie_face_mismatch' },
      attempts: 1,
    })
    await ada.open()
    await world.sandbox.submit(id, { outcome: 'verified' })
    await reaches(ada, id, 'verified')
  })

  it('makes one listing per round for all waiting polls', async () => {
    const server = await world.serve({ stripe: { webhookSecrets: [] }, reconcileIntervalMs: 200 })
    const users = Array.from({ length: 20 }, (_, index) => server.as(`user-${index}`))
    const ids = await Promise.all(users.map(async (user) => (await user.open()).body.id))
    // A later second than the creates, so that no doubt arises.
    await world.sandbox.advance(1_500)
    await Promise.all(ids.map((id) => world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })))
    const started = performance.now()
    await world.forgetCalls()
    await Promise.all(users.map((user, index) => reaches(user, ids[index] as string, 'verified')))
    const calls = await world.calls()
    const rounds = Math.ceil((performance.now() - started) / 200) + 1
    expect(calls.filter((call) => call === LIST).length).toBeLessThanOrEqual(rounds)
    expect(calls.filter((call) => call !== LIST)).toEqual([])
  })

  it('makes no calls while no poll is waiting, or while webhooks arrive', async () => {
    const server = await world.serve()
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    // Longer than a second, so that no two events have the same time.
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 1_100 })
    await reaches(ada, id, 'verified')
    expect(await world.callsForUsers()).toEqual(['POST /v1/identity/verification_sessions'])
  })

  it('settles a doubt by one retrieve', async () => {
    const server = await world.serve()
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    // All events within one second, in the wrong order.
    await world.control('PUT', 'deliveries/policy', { reorder: true })
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(id)).body.last_error?.code).toBe('document_unverified_other')
    expect((await ada.get(id)).body.status).toBe('requires_input')
    const retrieves = (await world.calls()).filter(
      (call) => call === `GET /v1/identity/verification_sessions/${id}`,
    )
    expect(retrieves.length).toBeLessThanOrEqual(1)
  })
})
