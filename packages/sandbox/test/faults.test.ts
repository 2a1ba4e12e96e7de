import http from 'node:http'
import Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, SESSIONS } from './support/api.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const fault = async (body: object) => {
  const reply = await control(sandbox, 'POST', 'faults', {
    method: 'POST',
    path: SESSIONS,
    times: 1,
    ...body,
  })
  expect(reply.status).toBe(200)
}
const create = (key?: string) =>
  call(sandbox, 'POST', SESSIONS, 'type=document', key ? { headers: { 'idempotency-key': key } } : {})
const sessions = async () => (await control(sandbox, 'GET', 'health')).body.sessions as number
const journal = async () => (await control(sandbox, 'GET', 'requests')).body.data

/** A raw request that shows what happens on the connection. */
function bare(signal?: AbortSignal): Promise<{ status: number; text: string; complete: boolean }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: 'Bearer sk_test_1' }
    const options = {
      port: sandbox.port,
      host: '127.0.0.1',
      method: 'POST',
      path: `${SESSIONS}?type=document`,
      headers,
      signal,
    }
    http
      .request(options as http.RequestOptions, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('error', () => {})
        response.on('close', () =>
          resolve({ status: response.statusCode ?? 0, text, complete: response.complete }),
        )
      })
      .on('error', reject)
      .end()
  })
}

describe('a fault before the effect', () => {
  it('with a status: responds with Stripe’s type of error', async () => {
    await fault({ when: 'before', status: 503 })
    expect(await create()).toMatchObject({ status: 503, body: { error: { type: 'api_error' } } })
    expect(await sessions()).toBe(0)
    expect((await create()).status).toBe(200)
  })

  it('stores nothing for the idempotency key', async () => {
    await fault({ when: 'before', status: 500 })
    expect((await create('k')).status).toBe(500)
    const second = await create('k')
    expect(second.status).toBe(200)
    expect(second.headers.get('idempotent-replayed')).toBeNull()
  })

  it('responds with the given status, headers and body', async () => {
    await fault({
      when: 'before',
      status: 429,
      headers: { 'Retry-After': '7' },
      body: { error: { type: 'x', message: 'y' } },
    })
    const reply = await create()
    expect(reply).toMatchObject({ status: 429, body: { error: { type: 'x', message: 'y' } } })
    expect(reply.headers.get('retry-after')).toBe('7')
  })

  it('responds with HTML', async () => {
    await fault({ when: 'before', status: 502, body: '<html>Bad gateway</html>' })
    const response = await bare()
    expect(response).toEqual({ status: 502, text: '<html>Bad gateway</html>', complete: true })
  })

  it('resets the connection', async () => {
    await fault({ when: 'before', reset: true })
    await expect(bare()).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(await sessions()).toBe(0)
    expect(await journal()).toMatchObject([{ status: null }])
  })

  it('hangs without blocking other calls', async () => {
    await fault({ when: 'before', hang: true })
    const giveUp = new AbortController()
    const hanging = bare(giveUp.signal)
    await expect.poll(async () => (await journal()).length).toBe(1)
    expect((await create()).status).toBe(200)
    giveUp.abort()
    await expect(hanging).rejects.toThrow()
    expect(await sessions()).toBe(1)
  })

  it('cuts the body short', async () => {
    await fault({ when: 'before', status: 200, body: '{"id": "vs_1"}', truncate: 5 })
    expect(await bare()).toEqual({ status: 200, text: '{"id"', complete: false })
    expect(await sessions()).toBe(0)
  })

  it('with only a delay: continues the call afterwards', async () => {
    await fault({ when: 'before', delay_ms: 150 })
    const begun = performance.now()
    expect((await create()).status).toBe(200)
    expect(performance.now() - begun).toBeGreaterThan(140)
  })
})

describe('a fault after the effect', () => {
  it('with a status: the effect and the response are stored', async () => {
    await fault({ when: 'after', status: 500 })
    expect((await create('k')).status).toBe(500)
    expect(await sessions()).toBe(1)
    const replay = await create('k')
    expect(replay.status).toBe(500)
    expect(replay.headers.get('idempotent-replayed')).toBe('true')
  })

  it('with a reset connection: the official client’s retry gets the real response', async () => {
    await fault({ when: 'after', reset: true })
    const options = { host: '127.0.0.1', port: sandbox.port, protocol: 'http', telemetry: false } as const
    const stripe = new Stripe('sk_test_1', { ...options, maxNetworkRetries: 2 })
    const session = await stripe.identity.verificationSessions.create(
      { type: 'document' },
      { idempotencyKey: 'k' },
    )
    expect(session.object).toBe('identity.verification_session')
    expect(session.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect(await sessions()).toBe(1)
  })

  it('with a body cut short: the idempotency key replays the complete one', async () => {
    await fault({ when: 'after', truncate: 10 })
    await expect(create('k')).rejects.toThrow()
    const replay = await create('k')
    expect(replay).toMatchObject({ status: 200, body: { object: 'identity.verification_session' } })
    expect(replay.headers.get('idempotent-replayed')).toBe('true')
    expect(await sessions()).toBe(1)
  })

  it('with no response: the effect is stored', async () => {
    await fault({ when: 'after', hang: true })
    const giveUp = new AbortController()
    const hanging = bare(giveUp.signal)
    await expect.poll(sessions).toBe(1)
    giveUp.abort()
    await expect(hanging).rejects.toThrow()
  })

  it('with a delay: the idempotency key is in use in the meantime', async () => {
    await fault({ when: 'after', delay_ms: 1000 })
    const slow = create('k')
    await expect.poll(sessions).toBe(1)
    expect((await create('k')).status).toBe(409)
    expect((await slow).status).toBe(200)
  })

  it('with headers: they are added to the real response', async () => {
    await fault({ when: 'after', headers: { 'stripe-should-retry': 'false' } })
    const reply = await create()
    expect(reply.status).toBe(200)
    expect(reply.headers.get('stripe-should-retry')).toBe('false')
  })
})

describe('the calls of a fault', () => {
  it('are as many as given, for several faults in the order they were added', async () => {
    await fault({ times: 2, when: 'before', status: 500 })
    await fault({ when: 'before', status: 503 })
    const statuses = []
    for (let calls = 0; calls < 4; calls++) statuses.push((await create()).status)
    expect(statuses).toEqual([500, 500, 503, 200])
    expect((await control(sandbox, 'GET', 'faults')).body.data).toEqual([])
  })

  it('are selected by method, by exact path, by pattern', async () => {
    const { id } = await createSession(sandbox)
    await control(sandbox, 'POST', 'faults', {
      method: 'GET',
      path: `${SESSIONS}/*`,
      times: 1,
      when: 'before',
      status: 500,
    })
    expect((await call(sandbox, 'GET', SESSIONS)).status).toBe(200)
    expect((await call(sandbox, 'POST', `${SESSIONS}/${id}`)).status).toBe(200)
    expect((await call(sandbox, 'GET', `${SESSIONS}/${id}`)).status).toBe(500)
    await control(sandbox, 'POST', 'faults', {
      method: '*',
      path: '/v1/*/verification_sessions/*/cancel',
      times: 1,
      when: 'before',
      status: 500,
    })
    expect((await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)).status).toBe(200)
    expect((await call(sandbox, 'POST', `${SESSIONS}/${id}/cancel`)).status).toBe(500)
  })

  it('are listed by GET with the remaining number, and deleted by DELETE', async () => {
    await fault({ times: 3, when: 'before', status: 500 })
    await create()
    expect((await control(sandbox, 'GET', 'faults')).body.data).toMatchObject([
      { method: 'POST', path: SESSIONS, times: 2, status: 500 },
    ])
    await control(sandbox, 'DELETE', 'faults')
    expect((await create()).status).toBe(200)
  })

  it('include those of browsers, but never the control routes', async () => {
    await control(sandbox, 'POST', 'faults', {
      method: '*',
      path: '*',
      times: 1,
      when: 'before',
      status: 503,
    })
    expect((await control(sandbox, 'GET', 'health')).status).toBe(200)
    expect((await fetch(`${sandbox.url}/v3/`)).status).toBe(503)
  })
})
