import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StripeTimeouts } from '../src/stripe.js'
import { marked, rows } from './support/rows.js'
import { type Answer, type TestServer, World } from './support/world.js'

const SESSIONS = '/v1/identity/verification_sessions'
/** Shorter timeouts than in production, so that waits for an unresponsive Stripe end soon. */
const TIMEOUTS = { request: 1_000, call: 2_500, pause: 1_000 }
/** Timeouts for a responsive Stripe, which may be slow on a busy machine without counting as unresponsive. */
const LONG_TIMEOUTS = { request: 20_000, call: 20_000, pause: 1_000 }
/** The upper bound of every response, for any fault of Stripe, even on a busy machine. */
const BOUND_MS = 45_000
const WORDS = 'words-of-stripe'
const ERROR = (type: string, code?: string) => ({ error: { type, code, message: `${WORDS} sk_test_leaked` } })
const HTML = `<!doctype html><title>${WORDS}</title>`

const OTHER_SESSION = {
  id: 'vs_of_somebody_else',
  object: 'identity.verification_session',
  status: 'verified',
  type: 'document',
  livemode: false,
  created: 1,
  client_secret: `vs_of_somebody_else_secret_${WORDS}`,
  metadata: {},
}

type Fault = Record<string, unknown>
const FAULTS: [what: string, fault: Fault, code: 'stripe_unavailable' | 'stripe_rejected'][] = [
  ['429', { when: 'before', status: 429, headers: { 'Retry-After': '1' } }, 'stripe_unavailable'],
  [
    '429 for an hour',
    { when: 'before', status: 429, headers: { 'Retry-After': '3600' } },
    'stripe_unavailable',
  ],
  ['a 500', { when: 'before', status: 500, body: ERROR('api_error') }, 'stripe_unavailable'],
  ['a stored 500', { when: 'after', status: 500, body: ERROR('api_error') }, 'stripe_unavailable'],
  ['a reset before the effect', { when: 'before', reset: true }, 'stripe_unavailable'],
  ['a reset after the effect', { when: 'after', reset: true }, 'stripe_unavailable'],
  ['no response and no effect', { when: 'before', hang: true }, 'stripe_unavailable'],
  ['no response after the effect', { when: 'after', hang: true }, 'stripe_unavailable'],
  ['401', { when: 'before', status: 401, body: ERROR('invalid_request_error') }, 'stripe_rejected'],
  ['403', { when: 'before', status: 403, body: ERROR('invalid_request_error') }, 'stripe_rejected'],
  [
    'HTML',
    { when: 'after', status: 200, body: HTML, headers: { 'Content-Type': 'text/html' } },
    'stripe_unavailable',
  ],
  ['the HTML of a proxy', { when: 'before', status: 502, body: HTML }, 'stripe_unavailable'],
  ['truncated JSON', { when: 'after', truncate: 30 }, 'stripe_unavailable'],
  ['an empty response', { when: 'after', status: 200, body: '' }, 'stripe_unavailable'],
  [
    'another object',
    { when: 'after', status: 200, body: { id: 'cus_1', object: 'customer' } },
    'stripe_unavailable',
  ],
  ["another user's session", { when: 'before', status: 200, body: OTHER_SESSION }, 'stripe_unavailable'],
  [
    'a redirect',
    { when: 'before', status: 302, headers: { Location: 'http://127.0.0.1:1/' }, body: OTHER_SESSION },
    'stripe_unavailable',
  ],
  [
    'a redirect that hides the effect',
    {
      when: 'after',
      status: 302,
      headers: { Location: 'http://127.0.0.1:1/' },
      body: ERROR('invalid_request_error'),
    },
    'stripe_unavailable',
  ],
]

interface Scene {
  world: World
  server: TestServer
  file: string
  log: string[]
}

/** Opens a session of ada; retries if a busy machine exceeded these timeouts. */
async function opened({ server }: Scene): Promise<string> {
  return vi.waitFor(
    async () => {
      const { status, body } = await server.as('ada').open()
      expect([200, 201]).toContain(status)
      return body.id
    },
    { timeout: 60_000, interval: 200 },
  )
}

const OPERATIONS: {
  name: string
  /** Excluded faults, because their response can be valid for this operation. */
  without?: string[]
  path: string
  method: string
  prepare?: (scene: Scene) => Promise<string>
  act: (scene: Scene, id: string) => Promise<Answer<unknown>>
}[] = [
  { name: 'create', method: 'POST', path: SESSIONS, act: ({ server }) => server.as('ada').open() },
  {
    name: 'resume',
    method: 'GET',
    path: `${SESSIONS}/*`,
    prepare: opened,
    act: ({ server }) => server.as('ada').open(),
  },
  {
    name: 'cancel',
    method: 'POST',
    path: `${SESSIONS}/*`,
    prepare: opened,
    act: ({ server }, id) => server.as('ada').cancel(id),
  },
  {
    name: "the operators' list",
    without: ["another user's session"],
    method: 'GET',
    path: SESSIONS,
    act: ({ server }) =>
      server.as(null).send('/operator/sessions', { headers: { Authorization: 'Bearer operator' } }),
  },
]

async function scene(
  webhookSecrets: string[] = ['whsec_never_used'],
  stripeTimeouts: StripeTimeouts = TIMEOUTS,
): Promise<Scene> {
  const world = await World.create()
  const log: string[] = []
  const server = await world.serve({
    stripe: { webhookSecrets },
    stripeTimeouts,
    logger: pino({ level: 'trace' }, { write: (line) => void log.push(line) }) as Logger,
    operator: { authorize: (req) => (req.get('Authorization') === 'Bearer operator' ? 'olga' : null) },
  })
  return { world, server, log, file: join(world.folder, 'identity.db') }
}

function expectSilence({ world, log }: Scene, answer: unknown): void {
  const saidTo = (line: string) => JSON.parse(line, (key, value) => (key === 'stripe' ? null : value))
  for (const text of [JSON.stringify(answer), ...log.map((line) => JSON.stringify(saidTo(line)))])
    expect(text).not.toContain(WORDS)
  // Stripe's reason belongs in the log for the operator; a key belongs nowhere.
  for (const text of [JSON.stringify(answer), ...log]) {
    expect(text).not.toContain('sk_test')
    expect(text).not.toContain(world.sandbox.secretKey)
  }
}

/** Runs all faults in parallel, each with its own servers; a failure names its fault. */
async function each(
  faults: typeof FAULTS,
  webhookSecrets: string[] | undefined,
  play: (here: Scene, fault: Fault, code: string) => Promise<void>,
): Promise<void> {
  const results = await Promise.all(
    faults.map(async ([what, fault, code]) => {
      const here = await scene(webhookSecrets, fault.hang ? TIMEOUTS : LONG_TIMEOUTS)
      try {
        await play(here, fault, code)
        return `${what}: well`
      } catch (error) {
        return `${what}: ${(error as Error).message}`
      } finally {
        await here.world.close()
      }
    }),
  )
  expect(results).toEqual(faults.map(([what]) => `${what}: well`))
}

describe.each(OPERATIONS)('$name', ({ name, without = [], path, method, prepare, act }) => {
  it('ends in bounded time with a sanitized error for every fault of Stripe, and leaves nothing behind', async () => {
    const faults = FAULTS.filter(([what]) => !without.includes(what))
    await each(faults, undefined, async (here, fault, code) => {
      const { world, file } = here
      const id = (await prepare?.(here)) ?? ''
      await world.control('POST', 'faults', { method, path, times: 1_000, ...fault })
      const started = performance.now()
      const { status, body, headers } = await act(here, id)
      expect(performance.now() - started).toBeLessThan(BOUND_MS)
      const { error } = body as { error?: { code: string } }
      if (status < 300) {
        // The created session was found in spite of the faulty response.
        expect(fault.when).toBe('after')
      } else {
        expect([status, error?.code]).toEqual([code === 'stripe_rejected' ? 502 : 503, code])
        if (code === 'stripe_unavailable') expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
      }
      expectSilence(here, error ?? null)

      await world.control('DELETE', 'faults')
      await vi.waitFor(async () => expect((await act(here, id)).status).toBeLessThan(300), {
        timeout: 60_000,
        interval: 200,
      })
      if (name !== "the operators' list") expect(await world.sessionsAtStripe()).toHaveLength(1)
      const { stripe, ours } = await marked(world, file)
      expect(ours).toEqual(stripe)
      expect(
        await rows(file, 'select id from stripe_identity_sessions where open = 1 and stripe_id is null'),
      ).toEqual([])
    })
  }, 240_000)
})

describe('the reconciler', () => {
  it('recovers from every fault of Stripe, and polls do not notice', async () => {
    await each(FAULTS, [], async (here, fault) => {
      const { world, server } = here
      const ada = server.as('ada')
      const id = await opened(here)
      await world.control('POST', 'faults', { method: 'GET', path: '/v1/*', times: 1_000, ...fault })
      await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
      for (let polls = 0; polls < 10; polls++) {
        const { status, body } = await ada.get(id, '?after=0')
        expect([status, body.status]).toEqual([200, 'requires_input'])
      }
      await world.control('DELETE', 'faults')
      await vi.waitFor(async () => expect((await ada.get(id, '?after=0')).body.status).toBe('verified'), {
        timeout: 60_000,
        interval: 300,
      })
      expectSilence(here, null)
    })
  }, 240_000)
})

describe('a poll', () => {
  it('does not wait for Stripe', async () => {
    const never = 1_000_000
    const { world, server } = await scene([], { request: never, call: never, pause: never })
    try {
      const ada = server.as('ada')
      const { id } = (await ada.open()).body
      await world.control('POST', 'faults', { method: '*', path: '/v1/*', hang: true, times: 1_000 })
      for (let polls = 0; polls < 3; polls++) {
        const started = performance.now()
        expect((await ada.get(id, '?after=0')).body.status).toBe('requires_input')
        expect(performance.now() - started).toBeLessThan(BOUND_MS)
      }
    } finally {
      await world.close()
    }
  }, 240_000)
})

describe('a create after an uncertain try', () => {
  let here: Scene
  beforeEach(async () => {
    here = await scene()
  })
  afterEach(() => here.world.close())
  const fault = (more: Fault) =>
    here.world.control('POST', 'faults', { method: 'POST', path: SESSIONS, times: 1, ...more })

  it.each([
    ['429', { status: 429, headers: { 'Retry-After': '60' } }],
    ['401', { status: 401, body: ERROR('invalid_request_error') }],
    [
      'a refusal of the parameters',
      { status: 400, body: ERROR('invalid_request_error', 'parameter_unknown') },
    ],
  ])('is not abandoned after %s in the same request', async (_what, refusal) => {
    const ada = here.server.as('ada')
    await fault({ when: 'after', reset: true })
    await fault({ when: 'before', times: 3, ...refusal })
    const first = await ada.open()
    await here.world.control('DELETE', 'faults')
    const second = await ada.open()
    expect(second.body.client_secret).toMatch(/^vs_/)
    if (first.status < 300) expect(first.body.id).toBe(second.body.id)
    expect(await here.world.sessionsAtStripe()).toEqual([expect.objectContaining({ id: second.body.id })])
  })

  it('is not abandoned after a refusal of the next request', async () => {
    const ada = here.server.as('ada')
    await fault({ when: 'after', times: 1_000, hang: true })
    expect((await ada.open()).status).toBe(503)
    await here.world.control('DELETE', 'faults')
    await fault({ when: 'before', times: 10, status: 403, body: ERROR('invalid_request_error') })
    const second = await ada.open()
    await here.world.control('DELETE', 'faults')
    expect([200, 201]).toContain((await ada.open()).status)
    expect([200, 201]).toContain(second.status)
    expect(await here.world.sessionsAtStripe()).toHaveLength(1)
  }, 120_000)

  it('is matched by its event, even if another session followed', async () => {
    const { server, world, file } = here
    const ada = server.as('ada')
    // The first round of the reconciler lists events and would find the session before its event is delivered.
    await ada.current()
    await expect.poll(() => world.sandbox.requests().map(({ path }) => path)).toContain('/v1/events')
    const first = (await ada.open()).body
    // As after a create that was abandoned by mistake: closed, and without Stripe's id.
    const { openSqliteDatabase } = await import('../src/store/sqlite-database.js')
    const database = await openSqliteDatabase(file)
    database.prepare('update stripe_identity_sessions set open = 0, stripe_id = null, status = null').run([])
    database.close()
    const second = (await ada.open()).body
    expect(second.id).not.toBe(first.id)
    const { deliver, eventBodies } = await import('./support/deliveries.js')
    const event = (await eventBodies(world, 'created')).find((body) => body.includes(first.id)) as string
    expect(await deliver(`${server.url}/identity`, event, 'whsec_never_used')).toEqual([200])
    expect((await ada.current()).body.id).toBe(second.id)
    const { stripe, ours } = await marked(world, file)
    expect(ours).toEqual(stripe)
  })
})

describe('an endless response', () => {
  it.each([
    ['large', 1],
    ['slow', 200],
  ])(
    'is cut off: %s',
    async (_what, pauseMs) => {
      const piece = `"${'x'.repeat(pauseMs === 1 ? 1024 * 1024 : 10)}",`
      let sent = 0
      const upstream = createServer((_req, res) => {
        res.writeHead(200, { 'Content-Type': 'application/json' }).write('[')
        const timer = setInterval(() => {
          if (res.writableNeedDrain) return
          sent += piece.length
          res.write(piece)
        }, pauseMs)
        res.on('close', () => clearInterval(timer))
      }).listen(0, '127.0.0.1')
      await once(upstream, 'listening')
      const world = await World.create()
      try {
        const apiBase = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`
        const server = await world.serve({
          stripe: { apiBase, webhookSecrets: ['whsec_x'] },
          stripeTimeouts: TIMEOUTS,
        })
        const started = performance.now()
        const { status, body } = await server.as('ada').open()
        expect([status, body]).toMatchObject([503, { error: { code: 'stripe_unavailable' } }])
        expect(performance.now() - started).toBeLessThan(BOUND_MS)
        expect(sent).toBeLessThan(100 * 1024 * 1024)
        // No work continues after the response.
        await expect
          .poll(() => new Promise((resolve) => upstream.getConnections((_, open) => resolve(open))), {
            timeout: 60_000,
          })
          .toBe(0)
      } finally {
        upstream.close()
        upstream.closeAllConnections()
        await world.close()
      }
    },
    120_000,
  )
})

describe('while Stripe is unavailable', () => {
  /** Enough creates without a response from Stripe for it to count as unavailable. */
  async function silent({ world, server }: Scene): Promise<void> {
    const fault = { method: '*', path: '/v1/*', when: 'after', hang: true, times: 1_000 }
    await world.control('POST', 'faults', fault)
    await Promise.all(Array.from({ length: 6 }, (_, index) => server.as(`user-${index}`).open()))
  }

  it('creates fail without a request to Stripe', async () => {
    const here = await scene(undefined, { ...TIMEOUTS, pause: 100_000 })
    const { world, server } = here
    try {
      await silent(here)
      const creates = async () => (await world.calls()).filter((call) => call === `POST ${SESSIONS}`)
      const before = await creates()
      expect(before.length).toBeGreaterThanOrEqual(6)
      for (let tries = 0; tries < 5; tries++) {
        const { status, headers } = await server.as(`late-${tries}`).open()
        expect([status, headers.get('retry-after')]).toEqual([503, '100'])
      }
      expect(await creates()).toEqual(before)
    } finally {
      await world.close()
    }
  }, 240_000)

  it('requests resume after a pause, and sessions created in the meantime are found', async () => {
    const here = await scene()
    const { world, server, file } = here
    try {
      await silent(here)
      await world.control('DELETE', 'faults')
      const users = ['ada', ...Array.from({ length: 6 }, (_, index) => `user-${index}`)]
      for (const user of users) {
        await expect
          .poll(async () => (await server.as(user).open()).status, { timeout: 30_000, interval: 200 })
          .toBeLessThan(300)
      }
      const { stripe, ours } = await marked(world, file)
      expect(ours).toEqual(stripe)
      expect(new Set(stripe).size).toBe(7)
    } finally {
      await world.close()
    }
  }, 240_000)
})
