import fc from 'fast-check'
import { ERRORS } from 'stripe-identity-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EFFORT, SEED } from './support/random.js'
import { type TestServer, World } from './support/world.js'

const REQUESTS = 4_000 * EFFORT

const path = fc.oneof(
  fc.constantFrom(
    '/sessions',
    '/sessions/current',
    '/webhook',
    '/operator/sessions',
    '/operator/summary',
    '/',
  ),
  fc
    .string({ unit: 'binary', maxLength: 30 })
    .map((text) => `/sessions/${encodeURIComponent(text.toWellFormed())}`),
  fc.constantFrom(
    '/sessions//',
    '/sessions/..%2f..',
    '/sessions/%00',
    '/sessions/vs_a/cancel',
    '/operator/users/%00/status',
  ),
  fc
    .tuple(
      fc.constantFrom('after', 'wait', 'limit', '__proto__', 'created[gte]'),
      fc.string({ maxLength: 12 }),
    )
    .map(([name, value]) => `/sessions/vs_a?${name}=${encodeURIComponent(value.toWellFormed())}`),
)
const headerText = fc.string({ unit: fc.constantFrom(...'abc;,="/\\ \t0~'), maxLength: 30 })
const body = fc.oneof(
  fc.json(),
  fc.string({ maxLength: 200 }),
  fc.constant('{"__proto__":{"a":1},"constructor":{"prototype":{}}}'),
  fc.constant(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`),
)
const request = fc.record({
  path,
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
  contentType: fc.constantFrom(
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'multipart/form-data',
    '',
  ),
  extra: fc.tuple(
    fc.constantFrom(
      'Stripe-Signature',
      'Cookie',
      'Authorization',
      'Origin',
      'Content-Encoding',
      'X-Forwarded-For',
      'Sec-Fetch-Site',
    ),
    headerText,
  ),
  body,
})

describe('a hostile client', () => {
  let world: World
  let server: TestServer
  beforeAll(async () => {
    world = await World.create()
    server = await world.serve({
      operator: { authorize: (req) => (req.get('Authorization') === 'olga' ? 'olga' : null) },
    })
  })
  afterAll(() => world.close())

  it(`gets ${REQUESTS} responses: no 5xx, none after more than a second, no call to Stripe, no session`, async () => {
    const known = new Set(Object.keys(ERRORS))
    const requests = fc.sample(request, { numRuns: REQUESTS, seed: SEED })
    const wrong: unknown[] = []
    const slow: typeof requests = []
    const send = async (sample: (typeof requests)[number]) => {
      const { path, method, contentType, body } = sample
      const [name, value] = sample.extra
      const headers = new Headers(contentType === '' ? {} : { 'Content-Type': contentType })
      headers.set(name, value.trim())
      // Requests are sent as a user unless a random one could be valid.
      if (!(method === 'POST' && /^\/sessions\/*$/.test(path))) headers.set('X-User', 'mallory')
      const withBody = method === 'GET' || method === 'HEAD' ? {} : { body }
      const before = process.cpuUsage()
      const answer = await fetch(`${server.url}/identity${path}`, {
        method,
        headers,
        ...withBody,
        redirect: 'manual',
      })
      const text = await answer.text()
      const { user, system } = process.cpuUsage(before)
      if ((user + system) / 1_000 > 1_000) slow.push(sample)
      const shaped = answer.status < 400 || method === 'HEAD' || known.has(JSON.parse(text).error.code)
      if (answer.status >= 500 || !shaped)
        wrong.push({ path, method, name, value, status: answer.status, text })
    }
    for (let index = 0; index < requests.length; index += 50) {
      await Promise.all(requests.slice(index, index + 50).map(send))
    }
    // Fifty at once are timed together; a slow request is slow alone as well.
    for (const sample of slow.splice(0)) await send(sample)
    expect(slow, `SEED=${SEED}`).toEqual([])
    expect(wrong, `SEED=${SEED}`).toEqual([])
    expect(await world.callsForUsers()).toEqual([])
    expect(await world.sessionsAtStripe()).toEqual([])
    expect((await server.as('ada').open()).status).toBe(201)
  }, 400_000)
})
