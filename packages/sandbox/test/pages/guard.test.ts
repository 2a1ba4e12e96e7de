import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.js'
import { api, createSession } from './api.js'

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

/** Unlike fetch, this may set every header, `Host` included. */
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

describe('what another site may not do through a developer’s browser', () => {
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
      `/_dashboard/sessions/${id}/submit`,
      '/_dashboard/clock',
    ]) {
      const answer = await send('POST', path, { ...json, ...headers }, choice)
      expect(answer.status, path).toBe(403)
      expect(JSON.parse(answer.body).error.message.length).toBeGreaterThan(20)
    }
    expect((await api(sandbox, `/v1/identity/verification_sessions/${id}`)).status).toBe('requires_input')
  })

  test('the live feed and a session’s link', async () => {
    const { id } = await createSession(sandbox)
    for (const path of ['/_dashboard/feed', `/_dashboard/sessions/${id}/hosted`]) {
      expect((await send('GET', path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    }
  })

  test('no page of the sandbox under a rebound name', async () => {
    for (const path of ['/', '/start/x', '/_client/modal', '/_dashboard/feed']) {
      expect((await send('GET', path, { host: 'evil.example' })).status).toBe(403)
    }
  })
})

test.each(['localhost:1', '127.0.0.1', '[::1]:80', 'sandbox:12111', 'app.localhost', 'host.docker.internal'])(
  'a browser that came by %s is welcome',
  async (host) => {
    expect((await send('GET', '/', { host, 'sec-fetch-site': 'none' })).status).toBe(200)
  },
)

test('a caller that is no browser is not asked for its origin', async () => {
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
  ['no JSON', '{'],
  ['no ticket', '{}'],
  ['a ticket of another type', '{"client_secret":7}'],
  ['another one', '{"url_token":7}'],
  ['a body over 16 kB', JSON.stringify({ client_secret: 'x'.repeat(20_000) })],
])('a malformed call is a 4xx that says why: %s', async (_, body) => {
  const answer = await send('POST', '/_client/sessions/submit', json, body)
  expect([400, 413]).toContain(answer.status)
  expect(JSON.parse(answer.body).error).toMatchObject({
    type: 'invalid_request_error',
    message: expect.any(String),
  })
})

test('an error code that Stripe does not know is refused, and leaves the session as it was', async () => {
  const { client_secret, id } = await createSession(sandbox)
  const choice = { client_secret, publishable_key: 'pk_test_1', outcome: 'unverified', async: false }
  const body = JSON.stringify({ ...choice, error_code: 'bad_luck' })
  const answer = await send('POST', '/_client/sessions/submit', json, body)
  expect([answer.status, answer.body.includes('error_code')]).toEqual([400, true])
  expect((await api(sandbox, `/v1/identity/verification_sessions/${id}`)).status).toBe('requires_input')
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

test('only what the build made is served as an asset', async () => {
  for (const name of ['..%2findex.js', 'package.json', 'nothing.js', '%00.js']) {
    expect((await send('GET', `/_client/assets/${name}`, {})).status, name).toBe(404)
  }
})
