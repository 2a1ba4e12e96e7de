import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASES, type SqlDatabase } from './support/databases.js'
import { type Options, reaches, type TestServer, World } from './support/world.js'

const LIST = 'GET /v1/events'
const SWEEP = 'GET /v1/identity/verification_sessions'
const MANY = 300
/** The reconciler's calls per second, and its burst. */
const BUCKET = 5
/** Six times the capacity of the bucket. */
const DOUBTS = 6 * BUCKET
const SECRET = 'whsec_1'
const stripe = new Stripe('sk_test_x')

describe.each(DATABASES)('a backlog of sessions that are due for a check, on %s', (name, createDatabase) => {
  let world: World
  let database: SqlDatabase
  beforeEach(async () => {
    world = await World.create()
    database = await createDatabase()
  })
  afterEach(async () => {
    await world.close()
    await database.drop()
  })

  const serve = (options: Options = {}) =>
    world.serve({ database: database.url, stripe: { webhookSecrets: [] }, ...options })
  async function begin(server: TestServer, many: number): Promise<string[]> {
    const ids: string[] = []
    for (let first = 0; first < many; first += 50) {
      const users = Array.from({ length: Math.min(50, many - first) }, (_, index) => `user-${first + index}`)
      ids.push(...(await Promise.all(users.map(async (user) => (await server.as(user).open()).body.id))))
    }
    return ids
  }

  it('does not delay a session that is being polled, and is read in pages', async () => {
    const server = await serve()
    const ids = await begin(server, MANY)
    await world.sandbox.advance(2_000)
    await database.run('update stripe_identity_sessions set look_at = 0')
    await world.forgetCalls()
    const started = performance.now()
    await world.sandbox.submit(ids[7] as string, { outcome: 'verified', processing_ms: 0 })
    await reaches(server.as('user-7'), ids[7] as string, 'verified')
    const seconds = (performance.now() - started) / 1000
    await expect
      .poll(() => database.rows('select 1 from stripe_identity_sessions where look_at = 0'))
      .toEqual([])
    const calls = await world.calls()
    const count = (call: string) => calls.filter((each) => each === call).length
    console.info(
      `backlog.test.ts: ${name}, ${MANY} due, change after ${seconds.toFixed(1)} s, ` +
        `${count(LIST)} listings, ${count(SWEEP)} pages, ${calls.length - count(LIST) - count(SWEEP)} other calls`,
    )
    // A page may contain the change before a listing does.
    expect(count(SWEEP)).toBeGreaterThan(0)
    expect(calls.length - count(LIST) - count(SWEEP)).toBeLessThan(10)
  })

  it('is read in pages even if hundreds of sessions were created in the same second', async () => {
    world.sandbox.freeze()
    const server = await serve()
    await begin(server, MANY)
    world.sandbox.freeze(false)
    await database.run('update stripe_identity_sessions set look_at = 0')
    await world.forgetCalls()
    await expect
      .poll(() => database.rows('select 1 from stripe_identity_sessions where look_at = 0'))
      .toEqual([])
    const singly = (await world.calls()).filter((call) => call !== LIST && call !== SWEEP)
    expect(singly.length).toBeLessThan(10)
  })

  it('is settled by listings, and by a retrieve for sessions that no listing contains', async () => {
    const server = await serve()
    const ids = await begin(server, 12)
    await Promise.all(
      ids.slice(0, 6).map((id) => world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })),
    )
    // As if Stripe had never created an event for it.
    await world.control('POST', 'faults', {
      ...{ method: 'GET', path: '/v1/events', when: 'before', times: 1_000, status: 200 },
      body: { object: 'list', data: [], has_more: false, url: '/v1/events' },
    })
    await expect
      .poll(async () => {
        // A write to a session in the meantime has delayed its next check.
        await database.run("update stripe_identity_sessions set look_at = 0 where status = 'requires_input'")
        const users = ids.map((id, index) => server.as(`user-${index}`).get(id))
        return (await Promise.all(users)).map(({ body }) => body.status)
      })
      .toEqual(ids.map((_, index) => (index < 6 ? 'verified' : 'requires_input')))
  })

  it('drops a session without activity for a week', async () => {
    const server = await serve()
    const [id] = await begin(server, 1)
    const week = 8 * 86_400
    await database.run(`update stripe_identity_sessions set look_at = 0, updated = updated - ${week}`)
    await expect
      .poll(() => database.rows('select look_at from stripe_identity_sessions'))
      .toEqual([{ look_at: null }])
    expect((await server.as('user-0').get(id as string)).status).toBe(200)
  })

  it('is caught up with all events after a gap of more than a thousand', async () => {
    const server = await serve()
    const [id] = await begin(server, 1)
    await world.sandbox.advance(2_000)
    await world.sandbox.submit(id as string, { outcome: 'verified', processing_ms: 0 })
    // Sessions created by other code of the account, each with an event newer than ours.
    const made = async (index: number) => {
      const answer = await fetch(`${world.sandbox.url}/v1/identity/verification_sessions`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${world.sandbox.secretKey}` },
        body: new URLSearchParams({ type: 'document', client_reference_id: `other-${index}` }),
      })
      if (!answer.ok) throw new Error(`${answer.status}`)
    }
    await server.close()
    for (let first = 0; first < 1_200; first += 100) {
      await Promise.all(Array.from({ length: 100 }, (_, index) => made(first + index)))
    }
    await world.forgetCalls()
    const next = await serve()
    await reaches(next.as('user-0'), id as string, 'verified')
    const calls = await world.calls()
    expect(calls.filter((call) => call === LIST).length).toBeGreaterThan(11)
  }, 120_000)

  it('stores the events cursor even if no event arrived', async () => {
    await (await serve()).identity.ready()
    await expect
      .poll(() => database.rows("select name from stripe_identity_settings where name like '%events-cursor'"))
      .toHaveLength(1)
  })

  it('keeps a session watched until the end of its held poll', async () => {
    const server = await serve({ reconcileIntervalMs: 2_000 })
    const ada = server.as('ada')
    const { id, version } = (await ada.open()).body
    const held = ada.get(id, `?after=${version}&wait=30`)
    await expect
      .poll(async () => {
        const [row] = await database.rows<{ watched_until: number | string }>(
          'select watched_until from stripe_identity_sessions',
        )
        return Number(row?.watched_until) - Date.now()
      })
      .toBeGreaterThan(30_000)
    await server.close()
    await held
  })

  it('settles many doubts within the rate limit of the bucket', async () => {
    const server = await serve({ stripe: { webhookSecrets: [SECRET] } })
    const ids = await begin(server, DOUBTS)
    await world.forgetCalls()
    const started = performance.now()
    const answers = await Promise.all(
      ids.map((id, index) => {
        const payload = JSON.stringify({
          ...{ id: `evt_${index}`, object: 'v2.core.event', livemode: false },
          type: 'v1.identity.verification_session.processing',
          related_object: { id, type: 'identity.verification_session', url: '' },
        })
        const signature = stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET })
        return server.as(null).send('/webhook', {
          method: 'POST',
          headers: { 'Stripe-Signature': signature },
          body: payload,
        })
      }),
    )
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200))
    await expect.poll(async () => (await world.callsForUsers()).length, { timeout: 30_000 }).toBe(DOUBTS)
    const seconds = (performance.now() - started) / 1000
    expect(DOUBTS).toBeLessThanOrEqual(BUCKET * (seconds + 1))
  })
})
