import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, type Json, retrieve, SESSIONS } from './support/api.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const count = async () => (await control(sandbox, 'GET', 'health')).body.sessions as number

describe('keys', () => {
  const status = async (authorization: string | null) => {
    const reply = await call(sandbox, 'GET', SESSIONS, '', {
      key: null,
      headers: authorization === null ? {} : { authorization },
    })
    return {
      status: reply.status,
      error: reply.body.error as Json,
      authenticate: reply.headers.get('www-authenticate'),
    }
  }
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

  it.each([
    ['Bearer sk_test_anything'],
    ['bearer rk_test_anything'],
    [basic('sk_test_123:')],
    [basic('rk_test_123')],
  ])('accepts %s', async (authorization) => {
    expect((await status(authorization)).status).toBe(200)
  })

  it.each([[null], ['Bearer '], ['Basic '], ['Digest x'], ['sk_test_123']])(
    'finds no key in %s',
    async (authorization) => {
      const reply = await status(authorization)
      expect(reply).toMatchObject({ status: 401, error: { type: 'invalid_request_error' } })
      expect(reply.error.message).toMatch(/^You did not provide an API key/)
      expect(reply.authenticate).toContain('Basic')
    },
  )

  it.each([
    ['Bearer nonsense', 'Invalid API Key provided: ****'],
    ['Bearer sk_live_abcdefghijklmnop1234', 'Invalid API Key provided: sk_live_****1234. This is a sandbox'],
    [basic('rk_live_abcdefghijklmnop1234:'), 'Invalid API Key provided: rk_live_****1234. This is a sandbox'],
  ])('refuses %s without repeating it', async (authorization, message) => {
    const reply = await status(authorization)
    expect(reply.status).toBe(401)
    expect(reply.error.message).toContain(message)
    expect(JSON.stringify(reply)).not.toContain('abcdefgh')
  })

  it('refuses a publishable key', async () => {
    expect(await status('Bearer pk_test_123')).toMatchObject({
      status: 401,
      error: { code: 'secret_key_required' },
    })
  })

  it('gives every test key access to every session', async () => {
    const { id } = await createSession(sandbox)
    expect((await retrieve(sandbox, id, '', 'sk_test_another')).id).toBe(id)
  })
})

describe('headers', () => {
  it('are the request id, the version, and the clock’s date in every response', async () => {
    await sandbox.advance(10 * 86_400_000)
    const { id, created } = await createSession(sandbox)
    const reply = await call(sandbox, 'GET', `${SESSIONS}/${id}`, '', {
      headers: { 'stripe-version': '2020-08-27' },
    })
    expect(reply.headers.get('request-id')).toMatch(/^req_\w{14}$/)
    expect(reply.headers.get('stripe-version')).toBe('2020-08-27')
    const date = Date.parse(reply.headers.get('date')!) / 1000
    expect(date - created).toBeGreaterThanOrEqual(0)
    expect(date - created).toBeLessThan(5)
    const plain = await call(sandbox, 'GET', SESSIONS)
    expect(plain.headers.get('stripe-version')).toBe('2026-10-28.endive')
    expect(plain.headers.get('request-id')).not.toBe(reply.headers.get('request-id'))
  })

  it('contain the id that an event has of its call', async () => {
    const reply = await call(sandbox, 'POST', SESSIONS, 'type=document', {
      headers: { 'idempotency-key': 'k1' },
    })
    await sandbox.submit(reply.body.id, { outcome: 'verified', processing_ms: 0 })
    const { body } = await call(sandbox, 'GET', '/v1/events')
    expect(body.data.map((event: Json) => event.request)).toEqual([
      { id: null, idempotency_key: null },
      { id: null, idempotency_key: null },
      { id: reply.headers.get('request-id'), idempotency_key: 'k1' },
    ])
  })

  it('determine the origin of a session’s url', async () => {
    const port = sandbox.port
    const url = await new Promise<string>((resolve, reject) => {
      const headers = { host: `sandbox.test:${port}`, authorization: 'Bearer sk_test_1' }
      request(
        { port, host: '127.0.0.1', method: 'POST', path: `${SESSIONS}?type=document`, headers },
        async (response) => {
          let text = ''
          for await (const chunk of response) text += chunk
          resolve(JSON.parse(text).url)
        },
      )
        .on('error', reject)
        .end()
    })
    expect(url).toMatch(new RegExp(`^http://sandbox\\.test:${port}/start/`))
  })
})

describe('form bodies', () => {
  it.each([
    [
      'brackets as they are',
      'type=document&expand[]=provided_details&expand[]=last_verification_report&metadata[a]=1 2',
    ],
    [
      'brackets escaped',
      'type=document&expand%5B0%5D=provided_details&expand%5B1%5D=last_verification_report&metadata%5Ba%5D=1+2',
    ],
    [
      'numbered',
      'type=document&expand[0]=provided_details&expand[1]=last_verification_report&metadata[a]=1%202',
    ],
  ])('%s', async (_name, form) => {
    const session = await createSession(sandbox, form)
    expect(session).toMatchObject({ metadata: { a: '1 2' }, provided_details: null })
  })

  it.each([
    ['brackets', 'options[document][allowed_types][]=passport&options[document][allowed_types][]=id_card'],
    ['numbers', 'options[document][allowed_types][0]=passport&options[document][allowed_types][1]=id_card'],
  ])('accept nested arrays with %s', async (_name, form) => {
    const session = await createSession(sandbox, `type=document&${form}`)
    expect(session.options).toEqual({ document: { allowed_types: ['passport', 'id_card'] } })
  })

  it.each([
    ['true', 'false'],
    ['True', 'False'],
  ])('accept booleans as %s and %s, as different SDKs write them', async (yes, no) => {
    const session = await createSession(
      sandbox,
      `type=document&options[document][require_id_number]=${yes}&options[document][require_live_capture]=${no}`,
    )
    expect(session.options.document).toEqual({ require_id_number: true, require_live_capture: false })
    const { body } = await call(sandbox, 'GET', '/v1/events', `delivery_success=${no}`)
    expect(body.data).toEqual([])
  })

  it('accept numbers, prototypes and dots as plain metadata keys', async () => {
    const session = await createSession(
      sandbox,
      'type=document&metadata[5]=a&metadata[constructor]=b&metadata[x.y]=c',
    )
    expect(session.metadata).toEqual({ '5': 'a', constructor: 'b', 'x.y': 'c' })
    const only = await createSession(sandbox, 'type=document&metadata[7]=a')
    expect(only.metadata).toEqual({ '7': 'a' })
  })

  it('preserve UTF-8', async () => {
    const text = 'Zoë 李 🙂'
    const session = await createSession(
      sandbox,
      `type=document&client_reference_id=${encodeURIComponent(text)}`,
    )
    expect(session.client_reference_id).toBe(text)
  })

  it.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain'])(
    'refuse %s',
    async (type) => {
      const reply = await call(sandbox, 'POST', SESSIONS, '{"type":"document"}', {
        headers: { 'content-type': type },
      })
      expect(reply.status).toBe(400)
      expect(reply.body.error.message).toContain('application/x-www-form-urlencoded')
      expect(await count()).toBe(0)
    },
  )

  it('of more than a megabyte are a 413', async () => {
    const reply = await call(sandbox, 'POST', SESSIONS, `type=document&metadata[a]=${'x'.repeat(1_100_000)}`)
    expect(reply).toMatchObject({ status: 413, body: { error: { type: 'invalid_request_error' } } })
  })
})

describe('routes', () => {
  it.each([
    ['GET', '/v1/identity/verification_session'],
    ['GET', '/v1/charges'],
    ['DELETE', `${SESSIONS}/vs_1`],
    ['PUT', SESSIONS],
    ['GET', '/v1/'],
    ['POST', '/v1/identity/verification_sessions/'],
    ['POST', `${SESSIONS}/vs_1/verify`],
  ])('%s %s is unknown', async (method, path) => {
    const reply = await call(sandbox, method, path)
    expect(reply.status).toBe(404)
    const hint = path.endsWith('/')
      ? ' If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.'
      : ''
    expect(reply.body.error.message).toBe(
      `Unrecognized request URL (${method}: ${path}).${hint} Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    )
  })
})

describe('idempotency', () => {
  const create = (key: string, form = 'type=document&metadata[a]=1&metadata[b]=2') =>
    call(sandbox, 'POST', SESSIONS, form, { headers: { 'idempotency-key': key } })

  it('replays the first response, byte for byte, with a header', async () => {
    const first = await create('k')
    const second = await create('k', 'metadata[b]=2&metadata[a]=1&type=document')
    expect(second.body).toEqual(first.body)
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(second.headers.get('idempotency-key')).toBe('k')
    expect(second.headers.get('original-request')).toBe(first.headers.get('request-id'))
    expect(second.headers.get('request-id')).not.toBe(first.headers.get('request-id'))
    expect(await count()).toBe(1)
  })

  it.each([
    ['other parameters', () => create('k', 'type=id_number')],
    ['other, invalid parameters', () => create('k', 'type=selfie')],
    [
      'another route',
      () =>
        call(sandbox, 'POST', '/v1/webhook_endpoints', 'url=http://a.example&enabled_events[]=*', {
          headers: { 'idempotency-key': 'k' },
        }),
    ],
  ])('refuses %s under the same key', async (_name, again) => {
    await create('k')
    expect(await again()).toMatchObject({ status: 400, body: { error: { type: 'idempotency_error' } } })
    expect(await count()).toBe(1)
  })

  it('responds 409 while a key is in use, and accepts it afterwards', async () => {
    await control(sandbox, 'POST', 'faults', {
      method: 'POST',
      path: SESSIONS,
      times: 1,
      when: 'before',
      delay_ms: 1000,
    })
    const slow = create('k')
    await expect.poll(async () => (await control(sandbox, 'GET', 'requests')).body.data.length).toBe(1)
    expect(await create('k')).toMatchObject({ status: 409, body: { error: { type: 'idempotency_error' } } })
    expect((await slow).status).toBe(200)
    expect((await create('k')).headers.get('idempotent-replayed')).toBe('true')
    expect(await count()).toBe(1)
  })

  it('stores no call that was refused before it began', async () => {
    expect((await create('k', 'type=nonsense')).status).toBe(400)
    expect((await create('k', 'surprise=1')).status).toBe(400)
    expect((await create('k', 'client_reference_id=x')).status).toBe(400)
    expect((await create('k', 'type=document&expand[]=metadata')).status).toBe(400)
    expect((await create('k')).status).toBe(200)
  })

  it("stores a refusal because of the session's status", async () => {
    const { id } = await createSession(sandbox)
    await sandbox.submit(id, { outcome: 'unverified', processing_ms: 60_000 })
    const cancel = () =>
      call(sandbox, 'POST', `${SESSIONS}/${id}/cancel`, '', { headers: { 'idempotency-key': 'c' } })
    expect((await cancel()).status).toBe(400)
    await sandbox.advance(60_000)
    const replay = await cancel()
    expect(replay.status).toBe(400)
    expect(replay.headers.get('idempotent-replayed')).toBe('true')
  })

  it('replays a stored 500', async () => {
    await control(sandbox, 'POST', 'faults', {
      method: 'POST',
      path: SESSIONS,
      times: 1,
      when: 'after',
      status: 500,
    })
    expect((await create('k')).status).toBe(500)
    expect(await count()).toBe(1)
    const replay = await create('k')
    expect(replay.status).toBe(500)
    expect(replay.headers.get('idempotent-replayed')).toBe('true')
    expect(await count()).toBe(1)
  })

  it('deletes a key after a day of the clock', async () => {
    const first = await create('k')
    await sandbox.advance(23 * 3_600_000)
    expect((await create('k')).body.id).toBe(first.body.id)
    await sandbox.advance(3_600_001)
    expect((await create('k')).body.id).not.toBe(first.body.id)
  })

  it('accepts keys of 255 characters, and ignores them for GET', async () => {
    expect((await create('x'.repeat(255))).status).toBe(200)
    expect((await create('x'.repeat(256))).status).toBe(400)
    const read = () => call(sandbox, 'GET', SESSIONS, '', { headers: { 'idempotency-key': 'g' } })
    expect((await read()).headers.get('idempotent-replayed')).toBeNull()
    expect((await read()).headers.get('idempotent-replayed')).toBeNull()
  })
})

describe('the rate limiter', () => {
  it('is off until it is set, counts per endpoint, and recovers with the clock', async () => {
    const list = async () => (await call(sandbox, 'GET', SESSIONS)).status
    sandbox.freeze()
    for (let calls = 0; calls < 40; calls++) expect(await list()).toBe(200)
    await control(sandbox, 'PUT', 'limits', { per_endpoint_rps: 25 })
    const burst = await Promise.all(Array.from({ length: 40 }, list))
    expect(burst.filter((status) => status === 200)).toHaveLength(25)
    expect(burst.filter((status) => status === 429)).toHaveLength(15)
    const refused = await firstRefusal()
    expect(refused.body.error).toMatchObject({ type: 'invalid_request_error', code: 'rate_limit' })
    expect(refused.headers.get('stripe-rate-limited-reason')).toBe('endpoint-rate')
    expect((await call(sandbox, 'GET', '/v1/events')).status).toBe(200)
    await sandbox.advance(1000)
    expect(await list()).toBe(200)
    await control(sandbox, 'PUT', 'limits', { per_endpoint_rps: 0 })
    for (let calls = 0; calls < 12; calls++) expect(await list()).toBe(200)
  })

  async function firstRefusal() {
    for (;;) {
      const reply = await call(sandbox, 'GET', SESSIONS)
      if (reply.status === 429) return reply
    }
  }
})
