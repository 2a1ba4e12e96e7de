import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PythonSite, startPython, WEBHOOK_SECRET } from '../demo/test/support/python.js'
import { findLanguage } from '../scripts/lib/languages.mjs'
import { Checker } from './support/openapi.js'

const found = findLanguage('python3') !== null
const why = found ? '' : ' (skipped because there is no python3 here)'
const PATIENT = { timeout: 60_000 }
const SESSIONS = '/v1/identity/verification_sessions'

interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: the description defines its shape
  body: any
}

describe.skipIf(!found)(`demo/python implements the contract${why}`, () => {
  const checker = new Checker()
  let site: PythonSite
  beforeAll(async () => {
    site = await startPython()
  })
  afterAll(() => site?.close())

  /** Sends a request below the base path and compares the response with docs/openapi.yaml. */
  async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await fetch(`${site.url}/identity${path}`, init)
    const text = await answer.text()
    const route = path.replace(/vs_\w+/, '{id}').replace(/\?.*/, '')
    const name = `${init.method ?? 'GET'} ${route}`
    expect(checker.problems(name, answer.status, answer.headers, text)).toEqual([])
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) }
  }

  /** A visitor that keeps its cookie. */
  async function visitor() {
    const cookie = (await ask('/sessions/current')).headers.get('set-cookie')?.split(';')[0] ?? ''
    const post = (path: string, body = '{}', headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        headers: { Cookie: cookie, 'Content-Type': 'application/json', ...headers },
        body,
      })
    return {
      cookie,
      post,
      get: (path: string) => ask(path, { headers: { Cookie: cookie } }),
      open: async () => (await post('/sessions')).body,
    }
  }

  const control = (method: string, path: string, body?: unknown) =>
    fetch(`${site.sandboxUrl}/_sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const creates = async () => {
    const { data } = (await (await control('GET', 'requests')).json()) as {
      data: { method: string; path: string; idempotency_key: string }[]
    }
    return data.filter(({ method, path }) => method === 'POST' && path === SESSIONS)
  }

  function deliver(event: object, { at = Date.now() / 1000, secret = WEBHOOK_SECRET, sent = event } = {}) {
    const t = Math.floor(at)
    const v1 = createHmac('sha256', secret)
      .update(`${t}.${JSON.stringify(event)}`)
      .digest('hex')
    return ask('/webhook', {
      method: 'POST',
      headers: { 'Stripe-Signature': `t=${t},v0=${v1},v1=${v1}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(sent),
    })
  }
  const verifiedEvent = (id: string) => ({
    ...{ id: 'evt_1', object: 'event', type: 'identity.verification_session.verified', livemode: false },
    data: { object: { id, object: 'identity.verification_session', status: 'verified', metadata: {} } },
  })

  it('creates a session, resumes it, follows it to verified, and refuses a later cancel', async () => {
    const ada = await visitor()
    expect((await ada.get('/sessions/current')).status).toBe(204)
    const made = await ada.post('/sessions', '{"return_url":"https://elsewhere.example/"}')
    expect(made.status).toBe(201)
    const { id, version } = made.body
    const resumed = await ada.post('/sessions')
    expect([resumed.status, resumed.body.id]).toEqual([200, id])
    expect(resumed.body.client_secret).toMatch(/_secret_/)
    await site.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await expect
      .poll(async () => (await ada.get(`/sessions/${id}?after=${version}&wait=5`)).body, PATIENT)
      .toMatchObject({ status: 'requires_input', attempts: 1, last_error: { code: expect.any(String) } })
    await site.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(`/sessions/${id}`)).body.status, PATIENT).toBe('verified')
    const after = await ada.post('/sessions')
    expect(after.body).toMatchObject({ id, status: 'verified', attempts: 1, client_secret: null, url: null })
    expect((await ada.post(`/sessions/${id}/cancel`)).body.error.code).toBe('not_cancelable')
    expect((await ada.get('/sessions/current')).body).toEqual((await ada.get(`/sessions/${id}`)).body)
  })

  it('replaces a canceled session', async () => {
    const ada = await visitor()
    const { id } = await ada.open()
    expect((await ada.post(`/sessions/${id}/cancel`)).body.status).toBe('canceled')
    expect((await ada.post(`/sessions/${id}/cancel`)).status).toBe(200)
    expect((await ada.get('/sessions/current')).status).toBe(204)
    expect((await ada.open()).id).not.toBe(id)
  })

  it('creates one session for ten simultaneous requests, and for one whose response is lost', async () => {
    const ada = await visitor()
    await control('DELETE', 'requests')
    const ids = await Promise.all(Array.from({ length: 10 }, async () => (await ada.open()).id))
    expect(new Set(ids).size).toBe(1)
    const bob = await visitor()
    await control('POST', 'faults', { method: 'POST', path: SESSIONS, when: 'after', reset: true, times: 1 })
    expect((await bob.post('/sessions')).status).toBe(201)
    const keys = (await creates()).map((call) => call.idempotency_key)
    expect(new Set(keys).size).toBe(2)
    expect(keys.length).toBeGreaterThan(2)
  })

  it("responds to another user's session as to an unknown one", async () => {
    const [ada, bob] = [await visitor(), await visitor()]
    const { id } = await ada.open()
    const without = ({ status, body }: Answer) => ({ status, body: { ...body.error, request_id: '' } })
    const missing = `vs_${[...id.slice(3)].reverse().join('')}`
    for (const rest of ['', '/cancel']) {
      const of = async (session: string) =>
        without(await (rest === '' ? bob.get : bob.post)(`/sessions/${session}${rest}`))
      expect(await of(id)).toEqual(await of(missing))
      expect((await of(id)).status).toBe(404)
    }
    expect((await bob.get('/sessions/current')).status).toBe(204)
    const forged = ada.cookie.replace(/=./, (start) => (start === '=0' ? '=1' : '=0'))
    expect((await ask(`/sessions/${id}`, { headers: { Cookie: forged } })).status).toBe(401)
    expect((await ask(`/sessions/${id}`)).status).toBe(401)
  })

  it('accepts only events signed by Stripe, and then retrieves the session', async () => {
    const ada = await visitor()
    const { id } = await ada.open()
    const event = verifiedEvent(id)
    const unsigned = { method: 'POST', body: JSON.stringify(event) }
    const now = Date.now() / 1000
    const refused = [
      await ask('/webhook', unsigned),
      await ask('/webhook', { ...unsigned, headers: { 'Stripe-Signature': 't=x,v1=é' } }),
      await deliver(event, { secret: 'whsec_other' }),
      await deliver(event, { at: now - 330 }),
      await deliver(event, { at: now + 330 }),
      await deliver({ ...event, id: 'evt_2' }, { sent: event }),
    ]
    expect(refused.map(({ body }) => body.error.code)).toEqual(Array(6).fill('signature_invalid'))
    expect((await deliver({ ...event, livemode: true })).status).toBe(200)
    expect((await deliver(event)).status).toBe(200)
    expect((await ada.get(`/sessions/${id}`)).body.status).toBe('requires_input')
    expect((await deliver(verifiedEvent('vs_of_somebody_else'))).status).toBe(200)
  })

  it('reaches the right status with repeated and reordered events', async () => {
    await control('PUT', 'deliveries/policy', { duplicate: true, reorder: true })
    const ada = await visitor()
    const { id } = await ada.open()
    await site.sandbox.submit(id, { outcome: 'verified', processing_ms: 200 })
    await expect.poll(async () => (await ada.get(`/sessions/${id}`)).body.status, PATIENT).toBe('verified')
    await control('PUT', 'deliveries/policy', {})
  })

  it('refuses requests that violate the contract', async () => {
    const ada = await visitor()
    const code = (answer: Answer) => answer.body.error.code
    expect(code(await ada.post('/sessions', '{}', { 'Sec-Fetch-Site': 'cross-site' }))).toBe(
      'cross_site_request',
    )
    expect(code(await ada.post('/sessions', '{}', { Origin: 'https://evil.example' }))).toBe(
      'cross_site_request',
    )
    expect(code(await ada.post('/sessions', '{}', { 'Content-Type': 'text/plain' }))).toBe(
      'unsupported_media_type',
    )
    expect(code(await ada.post('/sessions', `{"return_url":"${'x'.repeat(20_000)}"}`))).toBe('body_too_large')
    for (const body of ['{"status":"verified"}', '[]', '{', '['.repeat(10_000)])
      expect(code(await ada.post('/sessions', body))).toBe('invalid_request')
    expect((await ada.post('/sessions', '')).status).toBe(201)
    const wrong = await fetch(`${site.url}/identity/sessions`)
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST'])
    for (const path of ['/widget/../package.json', '/widget/%2e%2e/%2e%2e/package.json', '/identity/x'])
      expect((await fetch(site.url + path)).status).toBe(404)
  })

  it('responds 503 while Stripe is unavailable, and recovers afterwards', async () => {
    const ada = await visitor()
    await control('POST', 'faults', {
      ...{ method: 'POST', path: SESSIONS, when: 'before', status: 500, times: 3 },
      body: { error: { type: 'api_error', message: 'down' } },
    })
    expect((await ada.post('/sessions')).body.error.code).toBe('stripe_unavailable')
    expect((await ada.post('/sessions')).status).toBe(201)
  })

  it('refuses bookings without a verification', async () => {
    const ada = await visitor()
    const book = () => fetch(`${site.url}/book`, { method: 'POST', headers: { Cookie: ada.cookie } })
    expect((await book()).status).toBe(403)
    const { id } = await ada.open()
    expect((await book()).status).toBe(403)
    await site.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(`/sessions/${id}`)).body.status, PATIENT).toBe('verified')
    const cross = { Cookie: ada.cookie, 'Sec-Fetch-Site': 'cross-site' }
    expect((await fetch(`${site.url}/book`, { method: 'POST', headers: cross })).status).toBe(403)
    const done = await fetch(`${site.url}/book`, {
      ...{ method: 'POST', redirect: 'manual' as const },
      headers: { Cookie: ada.cookie },
    })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/booked'])
  })

  it('writes no secret to its log or its database', async () => {
    const ada = await visitor()
    const { client_secret, id } = await ada.open()
    const kept = ['', '-wal'].map((end) => read(site.database + end)).join('') + site.log()
    expect(kept).toContain(id)
    const secrets = [client_secret, client_secret.split('_secret_')[1], ada.cookie.split('.')[1]]
    const keys = [site.sandbox.secretKey, WEBHOOK_SECRET]
    expect([...secrets, ...keys].filter((secret) => kept.includes(secret))).toEqual([])
  })

  it('returned every success of the browser’s routes in the tests above, by the contract', () => {
    const browsers = checker
      .all()
      .filter((name) => /^\S+ \/(sessions|webhook)\S* 2/.test(name) && !name.includes('ephemeral_key'))
    expect(browsers.length).toBe(7)
    expect(browsers.filter((name) => !checker.seen.has(name))).toEqual([])
  })
})

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}

it.skipIf(!found)(`demo/python refuses a live key at the start${why}`, () => {
  const server = fileURLToPath(new URL('../demo/python/server.py', import.meta.url))
  const env = {
    ...{ PATH: process.env.PATH ?? '', STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_PUBLISHABLE_KEY: 'pk_live_1' },
    ...{ STRIPE_WEBHOOK_SECRET: 'whsec_1', COOKIE_SECRET: 'secret' },
  }
  const { status, stderr } = spawnSync('python3', ['-B', server], { env, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('live key')
})
