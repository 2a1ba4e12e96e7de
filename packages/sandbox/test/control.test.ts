import http from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, retrieve, SESSIONS } from './support/api.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

describe('malformed calls', () => {
  it.each([
    ['POST', 'sessions/:id/submit', '', /outcome/],
    ['POST', 'sessions/:id/submit', '{', /not JSON/],
    ['POST', 'sessions/:id/submit', '[]', /body/],
    ['POST', 'sessions/:id/submit', '"verified"', /body/],
    ['POST', 'sessions/:id/submit', { outcome: 'maybe' }, /outcome.*verified/],
    [
      'POST',
      'sessions/:id/submit',
      { outcome: 'unverified', error_code: 'bad_hair' },
      /error_code.*abandoned/,
    ],
    [
      'POST',
      'sessions/:id/submit',
      { outcome: 'verified', error_code: 'abandoned' },
      /error_code.*unverified/,
    ],
    ['POST', 'sessions/:id/submit', { outcome: 'verified', processing_ms: -1 }, /processing_ms/],
    ['POST', 'sessions/:id/submit', { outcome: 'verified', processing_ms: '5' }, /processing_ms/],
    ['POST', 'sessions/:id/submit', { outcome: 'verified', hurry: true }, /hurry/],
    ['POST', 'clock', {}, /advance_ms/],
    ['POST', 'clock', { advance_ms: -1 }, /advance_ms/],
    ['POST', 'clock', { advance_ms: 1e300 }, /advance_ms/],
    ['POST', 'sessions/:id/override', { status: 'canceled' }, /status/],
    ['POST', 'sessions/:id/override', { status: 'verified', error_code: 'abandoned' }, /error_code/],
    ['POST', 'sessions/:id/override', { status: 'requires_input', error_code: 'bad' }, /error_code/],
    ['POST', 'clock', { advance_ms: '1000' }, /advance_ms/],
    ['POST', 'reset', { hard: true }, /hard/],
    ['POST', 'faults', {}, /path/],
    ['POST', 'faults', { path: 'v1' }, /path/],
    ['POST', 'faults', { path: '/v1/*', times: 0 }, /times/],
    ['POST', 'faults', { path: '/v1/*', when: 'during' }, /when.*before/],
    ['POST', 'faults', { path: '/v1/*', status: 99 }, /status/],
    ['POST', 'faults', { path: '/v1/*', headers: { 'bad name': 'x' } }, /headers/],
    ['POST', 'faults', { path: '/v1/*', headers: { good: 'a\nb' } }, /headers/],
    ['POST', 'faults', { path: '/v1/*', truncate: -1 }, /truncate/],
    ['POST', 'faults', { path: '/v1/*', hang: 'yes' }, /hang/],
    ['POST', 'faults', { path: '/v1/*', explode: true }, /explode/],
    ['PUT', 'deliveries/policy', { drop: 'all' }, /drop.*boolean.*0 to 1/],
    ['PUT', 'deliveries/policy', { duplicate: null }, /duplicate.*boolean.*0 to 10/],
    ['PUT', 'deliveries/policy', { drop: 2 }, /drop/],
    ['PUT', 'deliveries/policy', { delay_ms: -1 }, /delay_ms/],
    ['PUT', 'deliveries/policy', { shuffle: true }, /shuffle/],
    ['PUT', 'limits', {}, /per_endpoint_rps/],
    ['PUT', 'limits', { per_endpoint_rps: 1.5 }, /per_endpoint_rps/],
    ['POST', 'webhook_endpoints/:endpoint/roll', { expires_in_s: -1 }, /expires_in_s/],
    ['POST', 'webhook_endpoints/:endpoint/roll', { expires_in_s: 100_000 }, /expires_in_s/],
  ])('%s %s with %j describes the expected input', async (method, path, body, message) => {
    const { id } = await createSession(sandbox)
    const endpoint = await call(
      sandbox,
      'POST',
      '/v1/webhook_endpoints',
      'url=http://127.0.0.1:9/&enabled_events[]=charge.failed',
    )
    const at = path.replace(':id', id).replace(':endpoint', endpoint.body.id)
    const reply = await control(sandbox, method, at, body)
    expect(reply.status).toBe(400)
    expect(reply.body.error.message).toMatch(message)
    expect(reply.body.error.message).toMatch(/[Ee]xpected/)
    expect((await retrieve(sandbox, id)).status).toBe('requires_input')
    expect((await control(sandbox, 'GET', 'faults')).body.data).toEqual([])
  })

  it.each([
    ['GET', ''],
    ['GET', 'sessions'],
    ['PUT', 'health'],
    ['POST', 'sessions/vs_nobody/submit'],
    ['POST', 'sessions/vs_nobody/override'],
    ['POST', 'events/evt_nobody/resend'],
    ['POST', 'webhook_endpoints/we_nobody/roll'],
    ['GET', 'requests/1'],
  ])('%s /_sandbox/%s is 404', async (method, path) => {
    const reply = await control(sandbox, method, path, method === 'GET' ? undefined : { outcome: 'verified' })
    expect(reply.status).toBe(404)
    expect(reply.body.error.message).toBeTruthy()
  })

  // Browsers omit Sec-Fetch-Site for a host name other than localhost without TLS.
  it.each([
    ['sec-fetch-site', 'cross-site'],
    ['origin', 'http://evil.example'],
    ['origin', 'null'],
  ])('a page of another site is refused (%s: %s)', async (header, value) => {
    const { id } = await createSession(sandbox)
    const response = await fetch(`${sandbox.url}/_sandbox/reset`, {
      method: 'POST',
      headers: { [header]: value },
    })
    expect(response.status).toBe(403)
    expect((await retrieve(sandbox, id)).id).toBe(id)
  })

  it('a page of the same host is accepted on any port', async () => {
    const headers = { origin: 'http://127.0.0.1:4242' }
    expect((await fetch(`${sandbox.url}/_sandbox/health`, { headers })).status).toBe(200)
  })
})

it('a browser on a rebound host name is refused', async () => {
  const status = await new Promise<number>((resolve, reject) => {
    const headers = { host: 'sandbox.evil.example', 'sec-fetch-site': 'same-origin' }
    const options = {
      port: sandbox.port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/_sandbox/reset',
      headers,
    }
    http
      .request(options, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(403)
})

describe('submit', () => {
  it('returns the session, whose result follows by the clock', async () => {
    const { id } = await createSession(sandbox)
    const reply = await control(sandbox, 'POST', `sessions/${id}/submit`, {
      outcome: 'unverified',
      error_code: 'document_expired',
      processing_ms: 5000,
    })
    expect(reply).toMatchObject({ status: 200, body: { id, status: 'processing' } })
    await control(sandbox, 'POST', 'clock', { advance_ms: 4000 })
    expect((await retrieve(sandbox, id)).status).toBe('processing')
    await control(sandbox, 'POST', 'clock', { advance_ms: 1000 })
    expect(await retrieve(sandbox, id)).toMatchObject({
      status: 'requires_input',
      last_error: { code: 'document_expired' },
    })
  })
})

describe('the journal', () => {
  it('lists API calls in order, and nothing else', async () => {
    const made = await call(sandbox, 'POST', SESSIONS, 'type=document', {
      headers: { 'idempotency-key': 'k' },
    })
    await call(sandbox, 'POST', SESSIONS, 'type=document', { headers: { 'idempotency-key': 'k' } })
    await call(sandbox, 'GET', `${SESSIONS}/vs_nobody`, 'expand[]=verified_outputs')
    await call(sandbox, 'GET', SESSIONS, '', { key: null })
    await control(sandbox, 'GET', 'health')
    await fetch(sandbox.url)
    const { body } = await control(sandbox, 'GET', 'requests')
    const entry = (method: string, path: string, status: number, params: object, more: object = {}) => ({
      at: expect.any(Number),
      method,
      path,
      params,
      status,
      idempotency_key: null,
      request_id: expect.stringMatching(/^req_/),
      duration_ms: expect.any(Number),
      ...more,
    })
    const form = { type: 'document' }
    const request_id = made.headers.get('request-id')
    expect(body.data).toEqual([
      entry('POST', SESSIONS, 200, form, { idempotency_key: 'k', request_id }),
      entry('POST', SESSIONS, 200, form, { idempotency_key: 'k' }),
      entry('GET', `${SESSIONS}/vs_nobody`, 404, { expand: ['verified_outputs'] }),
      entry('GET', SESSIONS, 401, {}),
    ])
    expect((await control(sandbox, 'GET', 'requests?limit=2')).body.data).toEqual(body.data.slice(2))
    expect((await control(sandbox, 'GET', `requests?path=${SESSIONS}`)).body.data).toHaveLength(3)
    await control(sandbox, 'DELETE', 'requests')
    expect((await control(sandbox, 'GET', 'requests')).body.data).toEqual([])
  })
})

describe('the clock', () => {
  it('moves all timestamps, and is restored by a reset', async () => {
    const first = await createSession(sandbox)
    const { body } = await control(sandbox, 'POST', 'clock', { advance_ms: 86_400_000 })
    expect(body.now - Date.now()).toBeGreaterThan(86_390_000)
    const second = await createSession(sandbox)
    expect(second.created - first.created).toBeGreaterThanOrEqual(86_400)
    await control(sandbox, 'POST', 'reset')
    const third = await createSession(sandbox)
    expect(third.created - first.created).toBeLessThan(60)
  })
})

describe('reset', () => {
  it('deletes all data and settings', async () => {
    const { id } = await createSession(sandbox)
    await control(sandbox, 'POST', `sessions/${id}/submit`, { outcome: 'verified' })
    await control(sandbox, 'POST', 'faults', {
      method: '*',
      path: '/v1/*',
      times: 9,
      when: 'before',
      status: 500,
    })
    await control(sandbox, 'PUT', 'limits', { per_endpoint_rps: 1 })
    await control(sandbox, 'PUT', 'deliveries/policy', { drop: true })
    expect((await control(sandbox, 'POST', 'reset')).status).toBe(200)
    for (const list of ['requests', 'faults', 'events', 'deliveries']) {
      expect((await control(sandbox, 'GET', list)).body.data).toEqual([])
    }
    expect((await control(sandbox, 'GET', 'deliveries/policy')).body).toEqual({})
    for (let calls = 0; calls < 5; calls++)
      expect((await call(sandbox, 'GET', `${SESSIONS}/${id}`)).status).toBe(404)
    await sandbox.advance(1000)
    expect((await control(sandbox, 'GET', 'health')).body).toMatchObject({
      status: 'ok',
      sessions: 0,
      events: 0,
    })
  })
})
