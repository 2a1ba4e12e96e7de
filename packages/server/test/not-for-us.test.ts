import { Writable } from 'node:stream'
import { pino } from 'pino'
import Stripe from 'stripe'
import { createSandbox, type Sandbox } from 'stripe-identity-sandbox'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASES, type SqlDatabase } from './support/databases.js'
import { reaches, World } from './support/world.js'

const SECRET = 'whsec_1'
const stripe = new Stripe('sk_test_x')

/** A logger that collects its lines. */
function logLines() {
  const lines: { msg: string; level: number }[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)) as { msg: string; level: number })
      done()
    },
  })
  return { lines, logger: pino({ level: 'info' }, stream) }
}

describe('signed events that this server ignores', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  it.each<[string, object]>([
    ['a webhook is for the other mode than the secret key', { livemode: true }],
    ['a webhook is for a connected account', { account: 'acct_1' }],
    ['a webhook has a type that this endpoint does not need', { type: 'payment_intent.created' }],
    ['a webhook is for a session that was not created here', { data: { object: { id: 'vs_of_others' } } }],
    ['a webhook is signed, but names no readable session', { data: { object: { id: 7 } } }],
  ])('%s: responds 200, changes nothing, and logs repeated ones once', async (line, change) => {
    const { lines, logger } = logLines()
    const server = await world.serve({ stripe: { webhookSecrets: [SECRET] }, logger })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.forgetCalls()
    for (const number of [1, 2, 3]) {
      const event = {
        ...{ id: `evt_${number}`, type: 'identity.verification_session.verified', livemode: false },
        created: Math.floor(Date.now() / 1000) + 10,
        data: {
          object: {
            ...{ id, object: 'identity.verification_session', status: 'verified', type: 'document' },
            ...{ livemode: false, created: 1, metadata: {} },
          },
        },
        ...change,
      }
      const payload = JSON.stringify(event)
      const answer = await server.as(null).send('/webhook', {
        method: 'POST',
        headers: {
          'Stripe-Signature': stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET }),
        },
        body: payload,
      })
      expect(answer.status).toBe(200)
    }
    expect((await ada.get(id)).body.status).toBe('requires_input')
    expect(await world.callsForUsers()).toEqual([])
    expect(lines.filter(({ msg }) => msg === line)).toHaveLength(1)
  })
})

describe.each(DATABASES)('a 404 for a session, on %s', (_name, createDatabase) => {
  let world: World
  let database: SqlDatabase
  let sister: Sandbox
  beforeEach(async () => {
    world = await World.create()
    sister = await createSandbox({ port: 0 })
    database = await createDatabase()
  })
  afterEach(async () => {
    await world.close()
    await sister.close()
    await database.drop()
  })

  it("after a start with another account's key closes nothing, is logged, and has no effect once the key is right", async () => {
    const first = await world.serve({ database: database.url })
    const ids = await Promise.all(
      ['ada', 'bob', 'cyd', 'dan'].map(async (user) => (await first.as(user).open()).body.id),
    )
    await first.close()
    await database.run('update stripe_identity_sessions set look_at = 0')
    const { lines, logger } = logLines()
    const wrong = await world.serve({
      database: database.url,
      stripe: { apiBase: sister.url, secretKey: 'sk_test_sister', webhookSecrets: [SECRET] },
      logger,
    })
    await expect
      .poll(() => lines.filter(({ level }) => level === 50).map(({ msg }) => msg))
      .toEqual([expect.stringContaining('key of another account')])
    expect((await wrong.as('ada').open()).status).toBe(503)
    for (const [index, user] of ['ada', 'bob', 'cyd', 'dan'].entries()) {
      expect((await wrong.as(user).get(ids[index] as string)).body.status).toBe('requires_input')
    }
    await wrong.close()
    const right = await world.serve({ database: database.url })
    await world.sandbox.submit(ids[0] as string, { outcome: 'verified', processing_ms: 0 })
    await reaches(right.as('ada'), ids[0] as string, 'verified')
  })

  it('closes the session as a guess, which any later event replaces', async () => {
    const server = await world.serve({ database: database.url })
    const { id } = (await server.as('ada').open()).body
    // An event that overtakes the 404 would cause another retrieve.
    await world.sandbox.delivered(id, 'created')
    await world.control('POST', 'faults', {
      ...{
        method: 'GET',
        path: `/v1/identity/verification_sessions/${id}`,
        times: 1,
        when: 'before',
        status: 404,
      },
      body: {
        error: { type: 'invalid_request_error', code: 'resource_missing', message: `No such x: '${id}'` },
      },
    })
    const next = (await server.as('ada').open()).body.id
    expect(next).not.toBe(id)
    expect((await server.as('ada').get(id)).body.status).toBe('canceled')
    await world.sandbox.advance(2_000)
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await reaches(server.as('ada'), id, 'verified')
  })

  it('that does not come from Stripe does not close the session', async () => {
    const server = await world.serve({ database: database.url })
    const { id } = (await server.as('ada').open()).body
    await world.control('POST', 'faults', {
      ...{
        method: 'GET',
        path: `/v1/identity/verification_sessions/${id}`,
        times: 5,
        when: 'before',
        status: 404,
      },
      body: '<h1>Not found</h1>',
    })
    expect((await server.as('ada').open()).status).toBe(503)
    expect((await server.as('ada').get(id)).body.status).toBe('requires_input')
  })
})

describe.each(DATABASES)('the last failed attempt, on %s', (_name, createDatabase) => {
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

  it('cancels the session at Stripe, grants no new attempts, and keeps the reason of the failure', async () => {
    const server = await world.serve({ database: database.url, limits: { maxAttempts: 2 } })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await reaches(ada, id, 'requires_input')
    await expect.poll(async () => (await ada.get(id)).body.attempts).toBe(1)
    await world.sandbox.advance(2_000)
    await world.sandbox.submit(id, {
      outcome: 'unverified',
      error_code: 'document_expired',
      processing_ms: 0,
    })
    const closed = await reaches(ada, id, 'canceled')
    expect(closed).toMatchObject({ attempts: 2, attempts_left: 0, last_error: { code: 'document_expired' } })
    expect((await world.sessionsAtStripe()).map(({ status }) => status)).toEqual(['canceled'])
    const refused = await server.as('ada').send('/sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect([refused.status, refused.body.error.code]).toEqual([403, 'attempts_exhausted'])
  })
})

describe.each(DATABASES)('a future status of Stripe, on %s', (_name, createDatabase) => {
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

  it('is reported once, as processing, and every delivery is acknowledged', async () => {
    const told: string[] = []
    const server = await world.serve({
      database: database.url,
      stripe: { webhookSecrets: [SECRET] },
      onStatusChange: async (change) => void told.push(`${change.previous_status} → ${change.status}`),
    })
    const { id } = (await server.as('ada').open()).body
    const deliver = async (number: number, status: string) => {
      const payload = JSON.stringify({
        ...{ id: `evt_${number}`, type: 'identity.verification_session.processing', livemode: false },
        created: Math.floor(Date.now() / 1000) + 10 * number,
        data: {
          object: {
            ...{ id, object: 'identity.verification_session', status, type: 'document', livemode: false },
            ...{ created: 1, metadata: {} },
          },
        },
      })
      const answer = await server.as(null).send('/webhook', {
        method: 'POST',
        headers: {
          'Stripe-Signature': stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET }),
        },
        body: payload,
      })
      return answer.status
    }
    expect([
      await deliver(1, 'in_review'),
      await deliver(2, 'processing'),
      await deliver(3, 'verified'),
    ]).toEqual([200, 200, 200])
    await expect.poll(() => told).toEqual(['requires_input → processing', 'processing → verified'])
  })
})
