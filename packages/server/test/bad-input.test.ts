import { ERRORS } from 'stripe-identity-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, World } from './support/world.js'

const json = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body,
})

/** The requests of a hostile or broken client, and the code of each answer. */
const CORPUS: [what: string, path: string, init: RequestInit, code: keyof typeof ERRORS][] = [
  ['malformed JSON', '/sessions', json('{"return_url":'), 'invalid_request'],
  ['a JSON string', '/sessions', json('"hello"'), 'invalid_request'],
  ['a JSON array', '/sessions', json('[]'), 'invalid_request'],
  ['null', '/sessions', json('null'), 'invalid_request'],
  ['an unknown field', '/sessions', json('{"status":"verified"}'), 'invalid_request'],
  ['a prototype key', '/sessions', json('{"__proto__":{"status":"verified"}}'), 'invalid_request'],
  ['a return_url that is not a string', '/sessions', json('{"return_url":{}}'), 'invalid_request'],
  ['a return_url that is not a URL', '/sessions', json('{"return_url":"nowhere"}'), 'return_url_invalid'],
  [
    'a form',
    '/sessions',
    json('a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }),
    'unsupported_media_type',
  ],
  ['text', '/sessions', json('{}', { 'Content-Type': 'text/plain' }), 'unsupported_media_type'],
  ['no content type', '/sessions', { method: 'POST' }, 'unsupported_media_type'],
  ['a compressed body', '/sessions', json('{}', { 'Content-Encoding': 'gzip' }), 'unsupported_media_type'],
  [
    'another charset',
    '/sessions',
    json('{}', { 'Content-Type': 'application/json; charset=x-bad' }),
    'unsupported_media_type',
  ],
  ['17 kB', '/sessions', json(JSON.stringify({ return_url: 'x'.repeat(17_000) })), 'body_too_large'],
  ['deep nesting', '/sessions', json('['.repeat(8_000)), 'invalid_request'],
  ['an id of another kind', '/sessions/pi_123', {}, 'invalid_request'],
  ['an id with a path in it', '/sessions/vs_1%2f..%2fcurrent', {}, 'invalid_request'],
  ['an id that cannot be decoded', '/sessions/%E0%A4%A', {}, 'invalid_request'],
  ['a very long id', `/sessions/vs_${'a'.repeat(2_000)}`, {}, 'invalid_request'],
  ['an after that is not a number', '/sessions/vs_1?after=new', {}, 'invalid_request'],
  ['a negative after', '/sessions/vs_1?after=-1', {}, 'invalid_request'],
  ['after twice', '/sessions/vs_1?after=1&after=2', {}, 'invalid_request'],
  ['after as an array', '/sessions/vs_1?after[]=1', {}, 'invalid_request'],
  ['wait above 30', '/sessions/vs_1?after=1&wait=31', {}, 'invalid_request'],
  ['an unknown id', '/sessions/vs_1', {}, 'not_found'],
  ['an unknown route', '/verify', {}, 'not_found'],
  ['a path in another case', '/Sessions/current', {}, 'not_found'],
  ['an unsupported method', '/sessions', { method: 'DELETE' }, 'method_not_allowed'],
  ['a status in the query', '/sessions/vs_1?status=verified', {}, 'invalid_request'],
  [
    'an unsigned webhook',
    '/webhook',
    json('{"type":"identity.verification_session.verified"}'),
    'signature_invalid',
  ],
  ['a webhook without a body', '/webhook', { method: 'POST' }, 'signature_invalid'],
  [
    'a webhook with a forged signature',
    '/webhook',
    json('{}', { 'Stripe-Signature': `t=${Date.now()},v1=00` }),
    'signature_invalid',
  ],
]

describe('bad input', () => {
  let world: World
  let server: TestServer
  beforeAll(async () => {
    world = await World.create()
    server = await world.serve()
  })
  afterAll(() => world.close())

  it.each(CORPUS)('%s: %s', async (_what, path, init, code) => {
    await world.forgetCalls()
    const { status, body, headers } = await server.as('mallory').send(path, init)
    expect(body).toEqual({ error: { code, message: expect.any(String), request_id: expect.any(String) } })
    expect(status).toBe(ERRORS[code])
    expect(headers.get('x-request-id')).toBe(body.error.request_id)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(await world.callsForUsers()).toEqual([])
    expect((await server.as('mallory').current()).status).toBe(204)
  })

  it('serves the next valid request', async () => {
    expect((await server.as('ada').open()).status).toBe(201)
  })
})

describe('write access by origin', () => {
  let world: World
  let server: TestServer
  beforeAll(async () => {
    world = await World.create()
    server = await world.serve({ allowedOrigins: ['https://shop.example'] })
  })
  afterAll(() => world.close())

  const own = () => new URL(server.url)
  it.each<[Record<string, string | (() => string)>, boolean]>([
    [{}, true],
    [{ 'Sec-Fetch-Site': 'same-origin' }, true],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: () => own().origin }, true],
    [{ Origin: () => own().origin }, true],
    [{ 'Sec-Fetch-Site': 'same-site', Origin: () => own().origin }, true],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://shop.example' }, true],
    [{ Origin: 'https://shop.example' }, true],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, false],
    [{ Origin: 'https://shop.example.evil.example' }, false],
    [{ Origin: 'http://shop.example' }, false],
    [{ Origin: 'null' }, false],
    [{ Origin: () => `http://127.0.0.1:1` }, false],
    [{ 'Sec-Fetch-Site': 'cross-site' }, false],
    [{ 'Sec-Fetch-Site': 'same-site' }, false],
    [{ 'Sec-Fetch-Site': 'none' }, false],
  ])('%o: %s', async (given, allowed) => {
    const headers = Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value(),
    ])
    const { status, body } = await server.as('ada').send('/sessions', {
      ...json('{}', Object.fromEntries(headers)),
    })
    if (allowed) expect([200, 201]).toContain(status)
    else expect([status, body.error.code]).toEqual([403, 'cross_site_request'])
  })

  it('names the missing setting of a development proxy', async () => {
    const origin = 'http://192.168.1.5:5173'
    const refused = await server.as('ada').send('/sessions', json('{}', { Origin: origin }))
    expect(refused.body.error.message).toContain(origin)
    expect(refused.body.error.message).toContain(own().host)
    expect(refused.body.error.message).toMatch(/changeOrigin: false.*ALLOWED_ORIGINS/)
    const unnamed = await server.as('ada').send('/sessions', json('{}', { Origin: 'null' }))
    expect(unnamed.body.error.message).toContain('without an origin')
  })

  it('allows only listed origins to read with credentials', async () => {
    const asking = (origin: string, path = '/sessions/current') =>
      server.as('ada').send(path, { headers: { Origin: origin } })
    const listed = await asking('https://shop.example')
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    expect(listed.headers.get('access-control-allow-credentials')).toBe('true')
    expect((await asking('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull()
    expect(
      (await asking('https://shop.example', '/webhook')).headers.get('access-control-allow-origin'),
    ).toBeNull()
  })
})
