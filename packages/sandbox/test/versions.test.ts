import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { EVENT_TYPES } from '../src/stripe/version.js'
import { call, createSession, SESSIONS } from './support/api.js'
import { type Receiver, startReceiver } from './support/receiver.js'

const ENDPOINTS = '/v1/webhook_endpoints'

describe('the version of events', () => {
  let sandbox: Sandbox
  const receivers: Receiver[] = []
  afterEach(async () => {
    await sandbox.close()
    await Promise.all(receivers.splice(0).map((receiver) => receiver.close()))
  })

  it('is set per URL, and the last one applies to the remaining URLs', async () => {
    for (let count = 0; count < 3; count++) receivers.push(await startReceiver())
    sandbox = await createSandbox({
      forwardTo: receivers.map(({ url }) => url),
      apiVersion: ['2023-10-16', '2025-03-31.basil'],
    })
    await createSession(sandbox)
    const versions = []
    for (const receiver of receivers) versions.push((await receiver.until(1))[0]!.event.api_version)
    expect(versions).toEqual(['2023-10-16', '2025-03-31.basil', '2025-03-31.basil'])
    const { body } = await call(sandbox, 'GET', ENDPOINTS)
    expect(body.data.at(-1).api_version).toBe('2023-10-16')
  })

  it("is refused if it is not in Stripe's format", async () => {
    sandbox = await createSandbox()
    await expect(createSandbox({ apiVersion: 'banana' })).rejects.toThrow(/apiVersion.*2026-10-28/)
  })
})

describe('the request headers', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await createSandbox()
  })
  afterAll(() => sandbox.close())
  const get = (headers: Record<string, string>) => call(sandbox, 'GET', SESSIONS, '', { headers })

  it.each(['2020-08-27', '2025-12-15.clover', '2019-02-11', '2025-03-31.preview; feature=v1'])(
    'version %s is accepted',
    async (version) => {
      const reply = await get({ 'stripe-version': version })
      expect(reply.status).toBe(200)
      expect(reply.headers.get('stripe-version')).toBe(version)
    },
  )

  it.each(['2023-99-99', '2023-02-30', 'banana', '2023', '1999-01-01', '2023-10-16.1'])(
    'version %s is a 400',
    async (version) => {
      const reply = await get({ 'stripe-version': version })
      expect(reply.status).toBe(400)
      expect(reply.body.error).toMatchObject({
        type: 'invalid_request_error',
        message: `Invalid Stripe API version: ${version}`,
      })
    },
  )

  it.each(['stripe-account', 'stripe-context'])('another account in %s is a 403', async (header) => {
    const own = (await call(sandbox, 'GET', '/v1/account')).body.id as string
    expect((await get({ [header]: own })).status).toBe(200)
    const reply = await get({ [header]: 'acct_another' })
    expect(reply.status).toBe(403)
    expect(reply.body.error).toMatchObject({ type: 'invalid_request_error', code: 'account_invalid' })
    expect(reply.body.error.message).toContain("does not have access to account 'acct_another'")
  })

  it('the account is returned at both of its paths', async () => {
    const { body } = await call(sandbox, 'GET', '/v1/account')
    expect(body).toMatchObject({ object: 'account', id: expect.stringMatching(/^acct_/), country: 'US' })
    expect((await call(sandbox, 'GET', `/v1/accounts/${body.id}`)).body).toEqual(body)
    expect((await call(sandbox, 'GET', '/v1/accounts/acct_another')).status).toBe(403)
  })

  it('an endpoint accepts only versions and events known to Stripe', async () => {
    const make = (form: string) => call(sandbox, 'POST', ENDPOINTS, `url=http://127.0.0.1:9/&${form}`)
    const good = await make('enabled_events[]=charge.failed&api_version=2023-10-16')
    expect(good.body).toMatchObject({ status: 'enabled', api_version: '2023-10-16' })
    for (const [form, param] of [
      ['enabled_events[]=identity.verification_session.verifed', 'enabled_events[0]'],
      ['enabled_events[]=charge.failed&enabled_events[]=no.such', 'enabled_events[1]'],
      ['enabled_events[]=*&api_version=banana', 'api_version'],
    ] as const) {
      const { status, body } = await make(form)
      expect({ status, param: body.error.param }).toEqual({ status: 400, param })
    }
    const update = await call(sandbox, 'POST', `${ENDPOINTS}/${good.body.id}`, 'enabled_events[]=charge.fail')
    expect(update.status).toBe(400)
  })

  it('the list of events matches the types of the official client', () => {
    const entry = createRequire(import.meta.url).resolve('stripe')
    const types = readFileSync(join(entry, '../../esm/resources/WebhookEndpoints.d.ts'), 'utf8')
    const [, union = ''] = /type EnabledEvent = ([^;]*);/.exec(types) ?? []
    const names = [...union.matchAll(/'([^']+)'/g)].map(([, name]) => name).filter((name) => name !== '*')
    expect(names.length).toBeGreaterThan(200)
    expect([...EVENT_TYPES].sort()).toEqual(names.sort())
  })
})

describe('ephemeral keys, for Stripe’s mobile SDKs', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await createSandbox()
  })
  afterAll(() => sandbox.close())
  const KEYS = '/v1/ephemeral_keys'
  const make = (form: string, headers: Record<string, string> = { 'stripe-version': '2025-12-15.clover' }) =>
    call(sandbox, 'POST', KEYS, form, { headers })

  it('are created for a session, with a secret that is returned once', async () => {
    const { id } = await createSession(sandbox)
    const { status, body } = await make(`verification_session=${id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: expect.stringMatching(/^ephkey_/),
      object: 'ephemeral_key',
      livemode: false,
      secret: expect.stringMatching(/^ek_test_/),
    })
    expect(body.expires - body.created).toBe(3600)
    const gone = await call(sandbox, 'DELETE', `${KEYS}/${body.id}`)
    expect(gone.body).toMatchObject({ id: body.id, object: 'ephemeral_key' })
    expect(gone.body.secret).toBeUndefined()
    expect((await call(sandbox, 'DELETE', `${KEYS}/${body.id}`)).status).toBe(404)
  })

  it.each([
    ['', {}, /must pass Stripe-Version/],
    ['', undefined, /Missing required param: verification_session/],
    ['verification_session=vs_nobody', undefined, /No such VerificationSession: 'vs_nobody'/],
    ['customer=cus_1', undefined, /only for a verification_session/],
  ])('are refused for %j with headers %j', async (form, headers, message) => {
    const { status, body } = await make(form, headers)
    expect(status).toBe(400)
    expect(body.error.message).toMatch(message)
  })
})
