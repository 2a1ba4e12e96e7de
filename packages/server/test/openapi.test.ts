import { createHmac } from 'node:crypto'
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Checker, operations } from '../../../test/support/openapi.js'
import { startServer } from '../src/app.js'
import { readConfig } from '../src/config.js'
import { IdentityError, operatorToken } from '../src/index.js'
import { openSqliteDatabase } from '../src/store/sqlite-database.js'
import { type Options, reaches, type TestServer, World } from './support/world.js'

interface Ask {
  path?: string
  user?: string
  headers?: Record<string, string>
  body?: string
}

const SECRET = 'whsec_described'
const OPERATOR = { Authorization: 'Bearer operator' }
const LATER = new IdentityError('server_unavailable', 'Not now.', { headers: { 'Retry-After': '5' } })
const NOWHERE = 'vs_nowhere'
const KEY = 'POST /sessions/{id}/ephemeral_key'
const BATCH = 'POST /operator/batches'
const ADOPT = 'POST /operator/sessions/adopt'
/** Stripe's own 404, unlike that of a proxy in between. */
const MISSING = {
  error: { type: 'invalid_request_error', code: 'resource_missing', message: 'No such thing' },
}
const isOperators = (name: string) => name.includes('/operator/')
const isPost = (name: string) => name.startsWith('POST')
/** Routes for users and operators; the others are for Stripe or the process. */
const ASKED = operations()
  .map(({ name }) => name)
  .filter((name) => name.includes('/sessions') || isOperators(name))

/** Compares real responses of running servers with docs/openapi.yaml, and checks at the end that each described one occurred. */
describe('docs/openapi.yaml and real responses', () => {
  const checker = new Checker()
  let world: World
  let main: TestServer
  /** Sessions of `main` in different states. */
  const ids = {
    open: NOWHERE,
    refused: NOWHERE,
    verified: NOWHERE,
    processing: NOWHERE,
    report: 'vr_nowhere',
  }

  const options: Options = {
    authenticate: (req) => {
      if (req.get('X-User') === 'later') throw LATER
      return req.get('X-User') === 'broken' ? '' : (req.get('X-User') ?? null)
    },
    operator: {
      authorize: (req) => {
        const token = req.get('Authorization')
        if (token === 'Bearer later') throw LATER
        return token === 'Bearer operator' ? 'olga' : token === 'Bearer broken' ? '' : null
      },
    },
  }
  /** A server that gets its deliveries from the test, because the sandbox allows few endpoints. */
  const serve = (name: string, more: Options = {}) =>
    world.serve({
      ...options,
      database: `sqlite:${world.folder}/${name}.db`,
      stripe: { webhookSecrets: [SECRET] },
      ...more,
    })

  beforeAll(async () => {
    world = await World.create()
    main = await world.serve({ ...options, database: `sqlite:${world.folder}/main.db` })
    for (const state of ['verified', 'processing'] as const) {
      ids[state] = (await main.as(state).open()).body.id
      await world.sandbox.submit(ids[state], {
        outcome: 'verified',
        processing_ms: state === 'verified' ? 0 : 60_000_000,
      })
      await reaches(main.as(state), ids[state], state)
    }
    ids.open = (await main.as('ada').open()).body.id
    ids.refused = (await main.as('refused').open()).body.id
  })
  afterAll(() => world.close())

  /** The smallest body that a route accepts. */
  const bodyOf = (name: string) => {
    if (name === KEY) return JSON.stringify({ api_version: '2026-10-28.endive' })
    if (name === BATCH) return JSON.stringify({ act: 'resend', sessions: [ids.open] })
    return name === ADOPT ? JSON.stringify({ user: 'ada', id: ids.open }) : '{}'
  }

  /** Sends a request and compares the response with the description; returns the status and the error code. */
  async function ask(server: Pick<TestServer, 'url'>, name: string, given: Ask = {}): Promise<string> {
    const [method = '', template = ''] = name.split(' ')
    const id = template.includes('/reports') ? ids.report : ids.open
    const path = given.path ?? template.replace('{id}', id).replace('{ref}', 'ada')
    const isProcess = /^\/(health|metrics)/.test(template)
    const answer = await fetch(server.url + (isProcess ? '' : '/identity') + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(isPost(name) ? { 'Content-Type': 'application/json' } : {}),
        ...(given.user === undefined ? {} : { 'X-User': given.user }),
        ...given.headers,
      },
      ...(isPost(name) ? { body: given.body ?? bodyOf(name) } : {}),
    })
    const body = await answer.text()
    expect(checker.problems(name, answer.status, answer.headers, body)).toEqual([])
    const isJson = answer.headers.get('Content-Type')?.startsWith('application/json')
    const code = answer.status >= 400 && isJson ? (Object(JSON.parse(body)).error?.code ?? '') : ''
    return `${answer.status} ${code}`.trim()
  }
  /** Sends a request as an operator; retries while the rate limit of Stripe calls is used up. */
  async function operate(name: string, given: Ask): Promise<string> {
    let said = ''
    await expect
      .poll(async () => (said = await ask(main, name, { headers: OPERATOR, ...given })))
      .not.toBe('429 rate_limited')
    return said
  }
  /** A session created outside the server. */
  async function elsewhere(): Promise<string> {
    const answer = await fetch(`${world.sandbox.url}/v1/identity/verification_sessions`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${world.sandbox.secretKey}` },
      body: new URLSearchParams({ type: 'document' }),
    })
    return ((await answer.json()) as { id: string }).id
  }
  async function reportOf(id: string): Promise<string> {
    const answer = await fetch(`${world.sandbox.url}/v1/identity/verification_sessions/${id}`, {
      headers: { Authorization: `Bearer ${world.sandbox.secretKey}` },
    })
    return ((await answer.json()) as { last_verification_report: string }).last_verification_report
  }
  const as = (name: string, user = 'ada'): Ask => (isOperators(name) ? { headers: OPERATOR } : { user })

  describe.each(ASKED)('%s', (name) => {
    it('without a user or an operator', async () => {
      const anonymous: Ask = isOperators(name) ? {} : { headers: {} }
      expect(await ask(main, name, anonymous)).toBe('401 unauthenticated')
    })

    it('with a host function that returns an invalid value', async () => {
      const broken: Ask = isOperators(name)
        ? { headers: { Authorization: 'Bearer broken' } }
        : { user: 'broken' }
      expect(await ask(main, name, broken)).toBe('500 server_error')
    })

    it('while the host function fails', async () => {
      const later = isOperators(name)
        ? { ...as(name), headers: { Authorization: 'Bearer later' } }
        : { ...as(name), user: 'later' }
      expect(await ask(main, name, later)).toBe('503 server_unavailable')
    })

    it('from an address beyond the rate limit', async () => {
      const limited = await serve('limited', { limits: { rateLimitPerMinute: 1 } })
      await limited.as('ada').current()
      expect(await ask(limited, name, as(name))).toBe('429 rate_limited')
      await limited.close()
    })

    if (isOperators(name))
      it('for a user who is not an operator', async () => {
        expect(await ask(main, name, { headers: { Authorization: 'Bearer wrong' } })).toBe(
          '403 operator_forbidden',
        )
      })

    if (isPost(name))
      it('from another site, with another content type, and with a body that is too large', async () => {
        const { headers, ...rest } = as(name)
        const send = (more: Record<string, string>, body = '{}') =>
          ask(main, name, { ...rest, headers: { ...headers, ...more }, body })
        expect(await send({ 'Sec-Fetch-Site': 'cross-site' })).toBe('403 cross_site_request')
        expect(await send({ 'Content-Type': 'text/plain' })).toBe('415 unsupported_media_type')
        expect(await send({}, JSON.stringify({ a: 'x'.repeat(17_000) }))).toBe('413 body_too_large')
        expect(await send({}, '{"colour":"red"}')).toBe('400 invalid_request')
      })

    const touchesStore = !/\/(reports|checks|me)\b/.test(name)
    if (touchesStore)
      it('without a database', async () => {
        const without = await serve('nowhere/at/all', {
          stripe: { webhookSecrets: [SECRET], restrictedKey: world.sandbox.restrictedKey },
        })
        expect(await ask(without, name, as(name))).toBe('503 store_unavailable')
        await without.close()
      })

    const callsStripe = isOperators(name)
      ? !/history|summary|users|\/(me|search|people|funnel|batches|attempts|resend|outputs)\b/.test(name)
      : isPost(name)
    if (callsStripe)
      it('while Stripe refuses or is unavailable', async () => {
        const other = await serve('main')
        // The server repeats a redaction that Stripe did not answer, so the other tests need another session.
        const path = name.includes('/sessions/{id}') && {
          path: name.replace(/^\w+ /, '').replace('{id}', ids.refused),
        }
        const given = { ...as(name, 'refused'), ...path }
        const fault = (status: number) =>
          world.control('POST', 'faults', {
            method: isPost(name) && !['POST /sessions', ADOPT].includes(name) ? 'POST' : 'GET',
            path: name === KEY ? '/v1/ephemeral_keys' : '/v1/identity/*',
            when: 'before',
            times: 1000,
            status,
            headers: { 'stripe-should-retry': 'false' },
          })
        try {
          await fault(401)
          expect(await ask(other, name, given)).toBe('502 stripe_rejected')
          await world.control('DELETE', 'faults')
          if (name === 'POST /sessions') {
            const message = 'Your account is not set up to use Identity.'
            const body = { error: { type: 'invalid_request_error', message } }
            const create = '/v1/identity/verification_sessions'
            await world.control('POST', 'faults', {
              ...{ method: 'POST', path: create, when: 'before', times: 1, status: 400, body },
            })
            expect(await ask(other, name, { user: 'not-activated' })).toBe('502 stripe_not_activated')
          }
          await fault(500)
          expect(await ask(other, name, given)).toBe('503 stripe_unavailable')
        } finally {
          await world.control('DELETE', 'faults')
          await other.close()
        }
      })
  })

  it('sessions of the user', async () => {
    expect(await ask(main, 'POST /sessions', { user: 'new' })).toBe('201')
    expect(await ask(main, 'POST /sessions', { user: 'new' })).toBe('200')
    expect(await ask(main, 'POST /sessions', { user: 'verified' })).toBe('200')
    expect(await ask(main, 'POST /sessions', { user: 'new', body: '{"return_url":"x"}' })).toBe(
      '400 return_url_invalid',
    )
    expect(await ask(main, 'GET /sessions/current', { user: 'new' })).toBe('200')
    expect(await ask(main, 'GET /sessions/current', { user: 'nobody-yet' })).toBe('204')
    const get = 'GET /sessions/{id}'
    expect(await ask(main, get, { user: 'ada' })).toBe('200')
    expect(await ask(main, get, { user: 'ada', path: `/sessions/${ids.open}?wait=31` })).toBe(
      '400 invalid_request',
    )
    expect(await ask(main, get, { user: 'bob' })).toBe('404 not_found')
    const cancel = 'POST /sessions/{id}/cancel'
    expect(await ask(main, cancel, { user: 'bob' })).toBe('404 not_found')
    const path = `/sessions/${ids.processing}/cancel`
    expect(await ask(main, cancel, { user: 'processing', path })).toBe('409 not_cancelable')
    const { id } = (await main.as('quits').open()).body
    expect(await ask(main, cancel, { user: 'quits', path: `/sessions/${id}/cancel` })).toBe('200')
  })

  it('limits and attempts', async () => {
    const few = await serve('few', { limits: { maxSessionsPerUserPerDay: 1, maxSessionsPerDay: 2 } })
    const first = (await few.as('ada').open()).body
    await few.as('ada').cancel(first.id)
    expect(await ask(few, 'POST /sessions', { user: 'ada' })).toBe('429 user_limit_reached')
    await few.as('bob').open()
    expect(await ask(few, 'POST /sessions', { user: 'cyd' })).toBe('429 daily_limit_reached')

    const once = await serve('once', { limits: { maxAttempts: 1 } })
    const { id } = (await once.as('ada').open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await expect.poll(async () => (await once.as('ada').get(id, '?after=0')).body.attempts_left).toBe(0)
    expect(await ask(once, 'POST /sessions', { user: 'ada' })).toBe('403 attempts_exhausted')
    const key = { user: 'ada', path: `/sessions/${id}/ephemeral_key` }
    expect(await ask(once, KEY, key)).toBe('403 attempts_exhausted')
    expect(await ask(once, 'GET /sessions/{id}', { user: 'ada', path: `/sessions/${id}` })).toBe('200')
  })

  it('deliveries of Stripe', async () => {
    const webhook = 'POST /webhook'
    const sign = (body: string) => {
      const t = Math.floor(Date.now() / 1000)
      return `t=${t},v1=${createHmac('sha256', SECRET).update(`${t}.${body}`).digest('hex')}`
    }
    const deliver = (server: TestServer, body: string, more: Record<string, string> = {}) =>
      ask(server, webhook, { body, headers: { 'Stripe-Signature': sign(body), ...more } })
    const { data } = (await world.control('GET', 'events')) as { data: { id: string; livemode: boolean }[] }
    const event = JSON.stringify(data[0])
    const server = await serve('signed')
    expect(await deliver(server, event)).toBe('200')
    expect(await deliver(server, JSON.stringify({ ...data[0], livemode: true }))).toBe('200')
    expect(await deliver(server, '{"id":"evt_1"}')).toBe('400 invalid_request')
    expect(await ask(server, webhook, { body: event })).toBe('400 signature_invalid')
    expect(await deliver(server, event, { 'Content-Encoding': 'gzip' })).toBe('415 unsupported_media_type')
    expect(await deliver(server, 'x'.repeat(1_100_000))).toBe('413 body_too_large')
    const limited = await serve('limited', { limits: { rateLimitPerMinute: 1 } })
    await ask(limited, webhook, { body: event })
    expect(await ask(limited, webhook, { body: event })).toBe('429 rate_limited')
    expect(await deliver(limited, event)).toBe('200')
    expect(await deliver(await serve('nowhere/at/all'), event)).toBe('503 store_unavailable')
    const unset = await serve('unset', { stripe: { webhookSecrets: [] } })
    expect(await deliver(unset, event)).toBe('503 webhook_not_configured')
    const parsed = await serve('parsed', { host: (app) => app.use(express.json()) })
    expect(await deliver(parsed, event)).toBe('500 webhook_body_parsed')
  })

  it('operator views', async () => {
    const get = (name: string, path: string) => operate(name, { path })
    const list = 'GET /operator/sessions'
    expect(await get(list, '/operator/sessions?limit=2&created[gte]=1')).toBe('200')
    expect(await get(list, '/operator/sessions?limit=0')).toBe('400 invalid_request')
    expect(await get(list, `/operator/sessions?starting_after=${NOWHERE}`)).toBe('400 invalid_request')
    for (const name of [list, 'GET /operator/reports']) {
      await world.control('POST', 'faults', {
        ...{ method: 'GET', path: '/v1/identity/*', when: 'before', times: 1, status: 404, body: MISSING },
      })
      expect(await operate(name, {})).toBe('404 not_found')
    }
    for (const part of ['', '/history']) {
      const name = `GET /operator/sessions/{id}${part}`
      expect(await get(name, `/operator/sessions/${ids.open}${part}`)).toBe('200')
      expect(await get(name, `/operator/sessions/x${part}`)).toBe('400 invalid_request')
      expect(await get(name, `/operator/sessions/${NOWHERE}${part}`)).toBe('404 not_found')
    }
    const reports = 'GET /operator/reports'
    expect(await get(reports, `/operator/reports?verification_session=${ids.verified}`)).toBe('200')
    expect(await get(reports, '/operator/reports?type=selfie')).toBe('400 invalid_request')
    const report = 'GET /operator/reports/{id}'
    expect(await get(report, `/operator/reports/${await reportOf(ids.verified)}`)).toBe('200')
    expect(await get(report, '/operator/reports/x')).toBe('400 invalid_request')
    expect(await get(report, '/operator/reports/vr_nowhere')).toBe('404 not_found')
    expect(await get('GET /operator/summary', '/operator/summary?since=1')).toBe('200')
    expect(await get('GET /operator/summary', '/operator/summary?since=x')).toBe('400 invalid_request')
    const status = 'GET /operator/users/{ref}/status'
    for (const user of ['verified', 'nobody-yet'])
      expect(await get(status, `/operator/users/${user}/status`)).toBe('200')
    expect(await get(status, '/operator/users/%00/status')).toBe('400 invalid_request')
  })

  it.each([
    ['', '{"metadata":{"case":"7"}}'],
    ['/cancel', '{}'],
    ['/redact', '{}'],
  ])('operator actions: POST /operator/sessions/{id}%s', async (part, body) => {
    const act = (id: string) =>
      operate(`POST /operator/sessions/{id}${part}`, { path: `/operator/sessions/${id}${part}`, body })
    const { id } = (await main.as(`for-${part}`).open()).body
    expect(await act(id)).toBe('200')
    expect(await act(NOWHERE)).toBe('404 not_found')
    expect(await act(ids.processing)).toBe('409 invalid_state')
  })

  it('keys for native apps', async () => {
    expect(await ask(main, KEY, { user: 'ada' })).toBe('201')
    expect(await ask(main, KEY, { user: 'ada', body: '{}' })).toBe('400 invalid_request')
    expect(await ask(main, KEY, { user: 'bob' })).toBe('404 not_found')
    const path = `/sessions/${ids.verified}/ephemeral_key`
    expect(await ask(main, KEY, { user: 'verified', path })).toBe('409 invalid_state')
  })

  it('sessions created outside the server', async () => {
    const adopt = (user: string, id: string) => operate(ADOPT, { body: JSON.stringify({ user, id }) })
    expect(await adopt('eve', await elsewhere())).toBe('201')
    expect(await adopt('ada', ids.open)).toBe('200')
    expect(await adopt('eve', ids.open)).toBe('409 invalid_state')
    expect(await adopt('eve', NOWHERE)).toBe('404 not_found')
    expect(await adopt('', ids.open)).toBe('400 invalid_request')
  })

  it.each(['GET /maintenance', 'POST /maintenance'])('a cron job: %s', async (name) => {
    const secret = 'the-secret-of-a-cron'
    const maintenance = { secret }
    const headers = { Authorization: `Bearer ${secret}` }
    const server = await serve('cron', { maintenance })
    expect(await ask(server, name, { headers })).toBe('200')
    expect(await ask(server, name, { headers, path: '/maintenance?seconds=0' })).toBe('400 invalid_request')
    expect(await ask(server, name, { headers: { Authorization: 'Bearer wrong' } })).toBe(
      '401 unauthenticated',
    )
    const limited = await serve('cron', { maintenance, limits: { rateLimitPerMinute: 1 } })
    await ask(limited, name)
    expect(await ask(limited, name)).toBe('429 rate_limited')
    expect(await ask(limited, name, { headers })).toBe('200')
    expect(await ask(await serve('nowhere/at/all', { maintenance }), name, { headers })).toBe(
      '503 store_unavailable',
    )
  })

  it('requests of the console that read', async () => {
    const get = (name: string, path: string) => operate(name, { path })
    const search = 'GET /operator/search'
    expect(await get(search, '/operator/search?limit=2')).toBe('200')
    expect(await get(search, '/operator/search?limit=0')).toBe('400 invalid_request')
    expect(await get('GET /operator/funnel', '/operator/funnel')).toBe('200')
    expect(await get('GET /operator/funnel', '/operator/funnel?since=x')).toBe('400 invalid_request')
    expect(await get('GET /operator/me', '/operator/me')).toBe('200')
    const person = 'GET /operator/people/{id}'
    for (const id of [ids.open, ids.verified, ids.processing])
      expect(await get(person, `/operator/people/${id}`)).toBe('200')
    expect(await get(person, '/operator/people/x')).toBe('400 invalid_request')
    expect(await get(person, `/operator/people/${NOWHERE}`)).toBe('404 not_found')
    const checks = 'GET /operator/sessions/{id}/checks'
    expect(await get(checks, `/operator/sessions/${ids.verified}/checks`)).toBe('200')
    expect(await get(checks, '/operator/sessions/x/checks')).toBe('400 invalid_request')
    await world.control('POST', 'faults', {
      ...{ method: 'GET', path: '/v1/identity/*', when: 'before', times: 1, status: 404, body: MISSING },
    })
    expect(await operate(checks, {})).toBe('404 not_found')
  })

  it('requests of the console that write', async () => {
    const act = (server: TestServer, part: string, id: string, body = '{}') =>
      ask(server, `POST /operator/sessions/{id}/${part}`, {
        path: `/operator/sessions/${id}/${part}`,
        headers: OPERATOR,
        body,
      })
    const restrictedKey = world.sandbox.restrictedKey
    const full = await serve('main', {
      stripe: { webhookSecrets: [SECRET], restrictedKey },
      onStatusChange: () => {},
    })
    const { id } = (await full.as('for-acts').open()).body
    expect(await act(full, 'attempts', id)).toBe('200')
    expect(await act(full, 'attempts', ids.verified)).toBe('409 invalid_state')
    expect(await act(full, 'resend', ids.verified)).toBe('200')
    expect(await act(full, 'resend', id)).toBe('409 invalid_state')
    expect(await act(full, 'outputs', ids.verified, '{"fields":["dob"]}')).toBe('200')
    expect(await act(full, 'outputs', id)).toBe('409 invalid_state')
    for (const part of ['attempts', 'resend', 'outputs']) {
      expect(await act(full, part, NOWHERE)).toBe('404 not_found')
    }
    const batch = (body: object) => ask(full, BATCH, { headers: OPERATOR, body: JSON.stringify(body) })
    expect(await batch({ act: 'attempts', sessions: [id, ids.verified] })).toBe('202')
    expect(await batch({ act: 'attempts', sessions: [NOWHERE] })).toBe('404 not_found')
    expect(await batch({ act: 'outputs', sessions: [id] })).toBe('400 invalid_request')
    const database = await openSqliteDatabase(`${world.folder}/main.db`)
    const [begun] = database.prepare('select batch from stripe_identity_acts').all([]) as { batch: string }[]
    database.close()
    const look = (name: string) =>
      ask(full, 'GET /operator/batches/{id}', { headers: OPERATOR, path: `/operator/batches/${name}` })
    expect(await look(String(begun?.batch))).toBe('200')
    expect(await look('nothing')).toBe('404 not_found')
    expect(await act(main, 'outputs', ids.verified)).toBe('501 restricted_key_missing')
    const path = '/v1/identity/*'
    const fault = {
      method: 'GET',
      path,
      when: 'before',
      times: 100,
      headers: { 'stripe-should-retry': 'false' },
    }
    await world.control('POST', 'faults', { ...fault, status: 401 })
    expect(await act(full, 'outputs', ids.verified)).toBe('502 stripe_rejected')
    await world.control('DELETE', 'faults')
    await world.control('POST', 'faults', { ...fault, status: 500 })
    expect(await act(full, 'outputs', ids.verified)).toBe('503 stripe_unavailable')
    await world.control('DELETE', 'faults')
    await full.close()
  })

  it('the console page', async () => {
    const own = await serve('console', { operator: operatorToken('an-operator-token') })
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const signIn = (body: string, more: Record<string, string> = {}) =>
      ask(own, 'POST /console/sign-in', { body, headers: { ...form, ...more } })
    expect(await ask(own, 'GET /console')).toBe('200')
    expect(await ask(main, 'GET /console')).toBe('401')
    expect(await ask(main, 'GET /console', { headers: { Authorization: 'Bearer wrong' } })).toBe('403')
    expect(await ask(own, 'GET /console/identity-console.js')).toBe('200')
    expect(await ask(own, 'GET /console/page.css')).toBe('200')
    expect(await signIn('token=an-operator-token')).toBe('303')
    expect(await signIn('token=another')).toBe('401')
    expect(await signIn('other=1')).toBe('400 invalid_request')
    expect(await signIn(`token=${'x'.repeat(9_000)}`)).toBe('413 body_too_large')
    const elsewhere = { 'Sec-Fetch-Site': 'cross-site' }
    expect(await signIn('token=an-operator-token', elsewhere)).toBe('403 cross_site_request')
    expect(await ask(own, 'POST /console/sign-out')).toBe('303')
    expect(await ask(own, 'POST /console/sign-out', { headers: elsewhere })).toBe('403 cross_site_request')
  })

  it('health and metrics of the process', async () => {
    const start = (database: string) =>
      startServer(
        readConfig({
          STRIPE_SECRET_KEY: world.sandbox.secretKey,
          STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
          STRIPE_API_BASE: world.sandbox.url,
          COOKIE_SECRET: 'a cookie secret that is long enough',
          DATABASE_URL: database,
          HOST: '127.0.0.1',
          PORT: '0',
        }),
        pino({ level: 'silent' }),
      )
    const well = await start(`sqlite:${world.folder}/process.db`)
    const ill = await start('postgres://127.0.0.1:1/nowhere')
    try {
      for (const route of ['/health/live', '/health/ready', '/metrics'])
        expect(await ask(well, `GET ${route}`)).toBe('200')
      expect(await ask(well, 'GET /sessions/current')).toBe('204')
      expect(await ask(ill, 'GET /health/ready')).toBe('503')
    } finally {
      await Promise.all([well.stop(), ill.stop()])
    }
  })

  // This test is the last, because it checks the responses to all others.
  it('every described status and error code has occurred', () => {
    expect(checker.all().filter((response) => !checker.seen.has(response))).toEqual([])
  })
})
