import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.js'
import { createSession, retrieve } from '../support/api.js'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 })
})
afterAll(() => sandbox?.close())

interface Answer {
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: string
}

/** Unlike fetch, this can set every header, including `Host`. */
function send(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(sandbox.url + path, { method, headers }, (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    call.on('error', reject)
    call.end(body)
  })
}

const json = { 'content-type': 'application/json' }

describe('requests of another site through a developer’s browser are refused', () => {
  test.each([
    ['by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['of the same site, another port', { 'sec-fetch-site': 'same-site' }],
    ['by Origin', { origin: 'http://evil.example' }],
    ['with an opaque origin', { origin: 'null' }],
    [
      'by a rebound name',
      { host: 'evil.example:80', 'sec-fetch-site': 'same-origin', origin: 'http://evil.example:80' },
    ],
  ])('%s', async (_, headers) => {
    const { id, client_secret } = await createSession(sandbox)
    const choice = JSON.stringify({
      client_secret,
      publishable_key: 'pk_test_1',
      outcome: 'verified',
      async: false,
    })
    for (const path of [
      '/_client/sessions/submit',
      '/_client/sessions/decline',
      '/_client/sessions/lookup',
    ]) {
      const answer = await send('POST', path, { ...json, ...headers }, choice)
      expect(answer.status, path).toBe(403)
      expect(JSON.parse(answer.body).error.message.length).toBeGreaterThan(20)
    }
    expect((await retrieve(sandbox, id)).status).toBe('requires_input')
  })

  test('to the live feed and a session’s link', async () => {
    const { id } = await createSession(sandbox)
    for (const path of ['/_dashboard/feed', `/_dashboard/sessions/${id}/hosted`]) {
      expect((await send('GET', path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    }
  })

  test.each(['/_Dashboard/feed', '/_CLIENT/sessions/lookup', '//_dashboard/feed'])(
    'by %s, another spelling',
    async (path) => {
      expect([403, 404]).toContain((await send('GET', path, { 'sec-fetch-site': 'cross-site' })).status)
    },
  )

  test('to any page of the sandbox under a rebound host name', async () => {
    for (const path of ['/', '/start/x', '/_client/modal', '/_dashboard/feed']) {
      expect((await send('GET', path, { host: 'evil.example' })).status).toBe(403)
    }
  })
})

describe('the API', () => {
  const bearer = { authorization: 'Bearer sk_test_1' }

  test.each([
    ['under a rebound name', { host: 'evil.example', 'sec-fetch-site': 'same-origin' }],
    ['under a rebound name, without a browser', { host: 'evil.example:12111' }],
    ['under a similar host name', { host: 'localhost.evil.example' }],
    ['from a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another origin', { origin: 'http://evil.example' }],
  ])('cannot be read %s', async (_, headers) => {
    const { id } = await createSession(sandbox)
    for (const path of [
      `/v1/identity/verification_sessions/${id}`,
      '/v2/core/events/evt_1',
      '/_sandbox/events',
    ]) {
      const answer = await send('GET', path, { ...bearer, ...headers })
      expect(answer.status, path).toBe(403)
      expect(answer.body).not.toContain(id)
      expect(JSON.parse(answer.body).error.message.length).toBeGreaterThan(20)
    }
  })

  test('refuses file links, Stripe.js and unknown paths under a rebound host name', async () => {
    for (const path of ['/links/x', '/v3/', '/endive/stripe.js', '/nothing']) {
      expect((await send('GET', path, { host: 'evil.example' })).status, path).toBe(403)
    }
  })

  test('refuses rebound host names on a non-loopback interface as well', async () => {
    const everywhere = await createSandbox({ host: '0.0.0.0' })
    const answer = await new Promise<number>((resolve, reject) => {
      request(`${everywhere.url}/v1/identity/verification_sessions`, {
        headers: { ...bearer, host: 'evil.example' },
      })
        .on('response', (response) => resolve(response.resume().statusCode ?? 0))
        .on('error', reject)
        .end()
    })
    expect(answer).toBe(403)
    await everywhere.close()
  })
})

describe('allowed host names', () => {
  let public_: Sandbox
  beforeAll(async () => {
    public_ = await createSandbox({ allowHost: 'sandbox.example', publicUrl: 'https://tunnel.example' })
  })
  afterAll(() => public_.close())
  const get = (path: string, host: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      request(public_.url + path, { headers: { host, authorization: 'Bearer sk_test_1' } })
        .on('response', async (response) => {
          let body = ''
          for await (const part of response) body += part
          resolve({ status: response.statusCode ?? 0, body })
        })
        .on('error', reject)
        .end()
    })

  test.each([
    ['sandbox.example', 200],
    ['SANDBOX.example:443', 200],
    ['tunnel.example', 200],
    ['localhost', 200],
    ['other.example', 403],
  ])('%s: %i', async (host, status) => {
    expect((await get('/v1/identity/verification_sessions', host)).status).toBe(status)
  })

  test('do not affect generated URLs, which use the public address', async () => {
    const session = await createSession(public_)
    expect(session.url).toMatch(/^https:\/\/tunnel\.example\/start\/test_/)
    expect((await get('/v3/', 'localhost')).body).toContain('"origin":"https://tunnel.example"')
  })

  test.each([
    [{ allowHost: 'http://a.example' }, /allowHost/],
    [{ allowHost: 'a.example:80' }, /allowHost/],
    [{ publicUrl: 'a.example' }, /publicUrl/],
    [{ publicUrl: 'https://a.example/path' }, /publicUrl/],
  ])('are refused at the start as %j', async (options, message) => {
    await expect(createSandbox(options)).rejects.toThrow(message)
  })
})

test.each(['localhost:1', '127.0.0.1', '[::1]:80', 'sandbox:12111', 'app.localhost', 'host.docker.internal'])(
  'a browser request to the host %s is accepted',
  async (host) => {
    expect((await send('GET', '/', { host, 'sec-fetch-site': 'none' })).status).toBe(200)
  },
)

test('a caller other than a browser needs no origin', async () => {
  const { client_secret, id } = await createSession(sandbox)
  const answer = await send(
    'POST',
    '/_client/sessions/lookup',
    json,
    JSON.stringify({ client_secret, publishable_key: 'pk_test_1' }),
  )
  expect(JSON.parse(answer.body)).toEqual({
    session: { id, type: 'document', checks: ['document'], return_url: null },
  })
})

test.each([
  ['no body', ''],
  ['invalid JSON', '{'],
  ['neither a client_secret nor a url_token', '{}'],
  ['a client_secret of another type', '{"client_secret":7}'],
  ['a url_token of another type', '{"url_token":7}'],
  ['a body over 16 kB', JSON.stringify({ client_secret: 'x'.repeat(20_000) })],
])('a malformed call is a 4xx with a reason: %s', async (_, body) => {
  const answer = await send('POST', '/_client/sessions/submit', json, body)
  expect([400, 413]).toContain(answer.status)
  expect(JSON.parse(answer.body).error).toMatchObject({
    type: 'invalid_request_error',
    message: expect.any(String),
  })
})

test('an error code unknown to Stripe is refused, and does not change the session', async () => {
  const { client_secret, id } = await createSession(sandbox)
  const choice = { client_secret, publishable_key: 'pk_test_1', outcome: 'unverified', async: false }
  const body = JSON.stringify({ ...choice, error_code: 'bad_luck' })
  const answer = await send('POST', '/_client/sessions/submit', json, body)
  expect([answer.status, answer.body.includes('error_code')]).toEqual([400, true])
  expect((await retrieve(sandbox, id)).status).toBe('requires_input')
})

describe('headers of the pages', () => {
  test.each([
    ['/', true],
    ['/start/nothing', true],
    ['/_client/modal', false],
  ])('%s', async (path, framedNever) => {
    const { headers } = await send('GET', path, {})
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
    expect(policy.includes("frame-ancestors 'none'")).toBe(framedNever)
    expect(headers['x-frame-options']).toBe(framedNever ? 'DENY' : undefined)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})

test('only files of the build are served as assets', async () => {
  for (const name of ['..%2findex.js', 'package.json', 'nothing.js', '%00.js']) {
    expect((await send('GET', `/_client/assets/${name}`, {})).status, name).toBe(404)
  }
})
