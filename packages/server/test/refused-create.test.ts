import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createIdentity } from '../src/index.js'
import { createMetrics } from '../src/metrics.js'
import { type TestServer, World } from './support/world.js'

const CREATE = '/v1/identity/verification_sessions'

interface StripesError {
  type: string
  message: string
  code?: string
  param?: string
}

describe('a create refused by Stripe', () => {
  let world: World
  let server: TestServer
  const lines: Record<string, unknown>[] = []
  beforeAll(async () => {
    world = await World.create()
    server = await world.serve({
      logger: pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) }),
      operator: { authorize: () => 'olga' },
    })
  })
  beforeEach(() => void lines.splice(0))
  afterAll(() => world.close())

  const refuse = (method: string, path: string, error: StripesError) =>
    world.control('POST', 'faults', { method, path, times: 1, when: 'before', status: 400, body: { error } })
  const logged = () => lines.find(({ code }) => code !== undefined)

  it('because Identity is not activated has its own code, with Stripe’s message in the log', async () => {
    const message = 'Your account is not set up to use Identity. Please visit the Dashboard to get started.'
    await refuse('POST', CREATE, { type: 'invalid_request_error', message })
    const { status, body } = await server.as('ada').send('/sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect([status, body.error.code]).toEqual([502, 'stripe_not_activated'])
    expect(body.error.message).not.toContain('Dashboard')
    expect(logged()).toMatchObject({
      level: 50,
      code: 'stripe_not_activated',
      request_id: body.error.request_id,
      stripe: { status: 400, type: 'invalid_request_error', message },
    })
    // No session was created, so the next request is a new create.
    expect((await server.as('ada').open()).status).toBe(201)
  })

  it('because of an unknown verification flow is not reported as a conflict of state', async () => {
    const message = "No such VerificationFlow: 'vf_1'"
    await refuse('POST', CREATE, {
      type: 'invalid_request_error',
      code: 'resource_missing',
      param: 'verification_flow',
      message,
    })
    const { status, body } = await server.as('bob').open()
    expect([status, Reflect.get(Reflect.get(body, 'error'), 'code')]).toEqual([502, 'stripe_rejected'])
    expect(JSON.stringify(body)).not.toMatch(/state|vf_1/)
    expect(logged()).toMatchObject({
      stripe: { code: 'resource_missing', param: 'verification_flow', message },
    })
  })

  it('logs no email address and no phone number', async () => {
    const message = 'Invalid email ada@example.com or phone +43 660 1234567 for cus_12345678'
    await refuse('POST', CREATE, { type: 'invalid_request_error', param: 'provided_details', message })
    await server.as('cyd').open()
    expect(logged()).toMatchObject({ stripe: { message: 'Invalid email … or phone … for cus_12345678' } })
  })

  it('because of an operator’s parameters responds 400, with Stripe’s message in the log', async () => {
    const message = 'Invalid starting_after'
    await refuse('GET', CREATE, { type: 'invalid_request_error', param: 'starting_after', message })
    const { status, body } = await server.as(null).send('/operator/sessions?starting_after=vs_x')
    expect([status, body.error.code]).toEqual([400, 'invalid_request'])
    expect(logged()).toMatchObject({ level: 40, stripe: { message } })
  })

  it('is counted in the metrics by Stripe’s code', async () => {
    const metrics = createMetrics(() => 0)
    const identity = createIdentity(
      {
        stripe: {
          secretKey: world.sandbox.secretKey,
          publishableKey: world.sandbox.publishableKey,
          apiBase: world.sandbox.url,
          restrictedKey: world.sandbox.restrictedKey,
        },
        database: `sqlite:${world.folder}/counted.db`,
        authenticate: () => 'ada',
        operator: { authorize: () => 'olga' },
        logger: pino({ level: 'silent' }),
      },
      metrics.observer,
    )
    const counted = await world.serve({ host: (app) => app.use('/counted', identity.router) })
    await refuse('POST', CREATE, { type: 'invalid_request_error', code: 'resource_missing', message: 'No' })
    await fetch(`${counted.url}/counted/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    const text = await new Promise<string>((resolve) => {
      const res = { type: () => res, send: resolve }
      void metrics.route({} as never, res as never, () => {})
    })
    await identity.close()
    expect(text).toContain('identity_stripe_refusals_total{code="resource_missing"} 1')
  })
})
