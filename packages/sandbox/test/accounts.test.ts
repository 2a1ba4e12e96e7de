import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, SESSIONS } from './support/api.js'
import { readDescription } from './support/description.js'
import { type Receiver, startReceiver } from './support/receiver.js'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await createSandbox({ accounts: true, clock: 'frozen' })
})
afterEach(() => sandbox.close())

function clientFor(key: string, more: Stripe.StripeConfig = {}): Stripe {
  return new Stripe(key, {
    host: '127.0.0.1',
    port: sandbox.port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
    ...more,
  })
}

const idsOf = async (stripe: Stripe) =>
  (await stripe.identity.verificationSessions.list()).data.map(({ id }) => id)

describe('an account for each name in a key', () => {
  const stories = ['alice', 'bob', '51Carol'].map((name) => async () => {
    const account = sandbox.account(name)
    const stripe = clientFor(`sk_test_${name}_${'x'.repeat(24)}`)
    expect((await stripe.accounts.retrieveCurrent()).id).toBe(`acct_${name}`)
    const session = await stripe.identity.verificationSessions.create({ type: 'document' })
    await account.submit(session.id)
    await account.advance(500)
    expect((await stripe.identity.verificationSessions.retrieve(session.id)).status).toBe('verified')
    expect(await idsOf(stripe)).toEqual([session.id])
    const { data } = await stripe.events.list()
    expect(data.map(({ type, account }) => [type.split('.').at(-1), account])).toEqual([
      ['verified', undefined],
      ['processing', undefined],
      ['created', undefined],
    ])
    expect(account.events().map(({ id }) => id)).toEqual(data.map(({ id }) => id).reverse())
    return session.id
  })

  it('isolates the sessions, events, calls and clocks of parallel tests', async () => {
    const ids = await Promise.all(stories.map((story) => story()))
    expect(new Set(ids).size).toBe(3)
    const [alice, bob] = [sandbox.account('alice'), sandbox.account('bob')]
    const before = bob.now()
    await alice.advance(86_400_000)
    expect(bob.now()).toBe(before)
    expect(alice.requests().map(({ path }) => path)).toContain(`${SESSIONS}/${ids[0]}`)
    expect(alice.requests().map(({ path }) => path)).not.toContain(`${SESSIONS}/${ids[1]}`)
    expect(sandbox.events()).toEqual([])
    expect(sandbox.requests()).toEqual([])
    await expect(
      clientFor(bob.secretKey).identity.verificationSessions.retrieve(ids[0]!),
    ).rejects.toMatchObject({ statusCode: 404, message: `No such VerificationSession: '${ids[0]}'` })
    await expect(bob.submit(ids[0]!)).rejects.toThrow(/No such verification session/)
    alice.reset()
    expect(await idsOf(clientFor(alice.secretKey))).toEqual([])
    expect(await idsOf(clientFor(bob.secretKey))).toEqual([ids[1]])
  })

  it('isolates faults, limits, people, modal steps and idempotency keys', async () => {
    const [alice, bob] = [sandbox.account('alice'), sandbox.account('bob')]
    alice.faults.add({ path: '/v1/*', status: 503, times: 9 })
    alice.setPerson('minor')
    alice.setModal('close')
    await expect(idsOf(clientFor(alice.secretKey))).rejects.toMatchObject({ statusCode: 503 })
    expect(await idsOf(clientFor(bob.secretKey))).toEqual([])
    alice.faults.clear()
    const create = (key: string) =>
      clientFor(key).identity.verificationSessions.create({ type: 'document' }, { idempotencyKey: 'once' })
    const made = await create(alice.secretKey)
    expect((await create(bob.secretKey)).id).not.toBe(made.id)
    expect((await create(alice.secretKey)).id).toBe(made.id)
    expect(alice.state()).toMatchObject({ person: 'minor' })
    expect(bob.state().person).toBeUndefined()
    const step = async (secret: string | null) => {
      const answer = await fetch(`${sandbox.url}/_client/sessions/lookup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        body: JSON.stringify({ client_secret: secret, publishable_key: 'pk_test_alice_1' }),
      })
      return (await answer.json()).script
    }
    expect(await step((await create(bob.secretKey)).client_secret)).toBeUndefined()
    expect(await step(made.client_secret)).toEqual({ action: 'close' })
  })

  it('gives the sandbox’s default account a key of the same form', async () => {
    const stripe = clientFor(sandbox.secretKey)
    const { id } = await stripe.identity.verificationSessions.create({ type: 'document' })
    expect((await stripe.accounts.retrieveCurrent()).id).toBe('acct_1IdentitySandbox')
    expect(sandbox.events({ session: id })).toHaveLength(1)
    expect((await control(sandbox, 'GET', 'events')).body.data).toHaveLength(1)
  })

  it('serves a session’s URL and a report’s image without a key', async () => {
    const alice = sandbox.account('alice')
    const stripe = clientFor(alice.restrictedKey)
    const session = await stripe.identity.verificationSessions.create({ type: 'document' })
    expect((await fetch(session.url!)).status).toBe(200)
    await alice.submit(session.id, 'verified', { processing_ms: 0 })
    const [report] = (await stripe.identity.verificationReports.list()).data
    const link = await stripe.fileLinks.create({
      file: report!.document!.files![0]!,
      expires_at: Math.floor(alice.now() / 1000) + 30,
    })
    expect((await fetch(link.url!)).headers.get('content-type')).toBe('image/png')
    expect((await fetch(session.url!)).status).toBe(410)
  })
})

describe('a key without an account', () => {
  it.each([
    'sk_test_123',
    'sk_test_51IdentitySandbox',
    'rk_test_123',
    'sk_test__1',
    'sk_test_a-b_1',
    'sk_test_alice_',
  ])("%s is refused with Stripe's error for an unknown key", async (key) => {
    await expect(idsOf(clientFor(key))).rejects.toMatchObject({
      type: 'StripeAuthenticationError',
      statusCode: 401,
      message: expect.stringMatching(/^Invalid API Key provided: [sr]k_test_\*\*\*\*/),
    })
    const reply = await call(sandbox, 'GET', '/_sandbox/events', '', { key })
    expect(reply.status).toBe(401)
  })

  it('is refused with the usual errors if it is a live or a publishable key', async () => {
    await expect(idsOf(clientFor('sk_live_alice_1'))).rejects.toMatchObject({ statusCode: 401 })
    await expect(idsOf(clientFor('pk_test_alice_1'))).rejects.toMatchObject({ code: 'secret_key_required' })
  })
})

describe('a connected account', () => {
  let receiver: Receiver
  beforeEach(async () => {
    receiver = await startReceiver()
  })
  afterEach(() => receiver.close())

  it('is selected by Stripe-Account, has its id in its events, and delivers them to the platform’s Connect endpoints', async () => {
    const platform = clientFor('sk_test_market_1')
    const shop = clientFor('sk_test_market_1', { stripeAccount: 'acct_shop1' })
    const own = await platform.webhookEndpoints.create({ url: receiver.url, enabled_events: ['*'] })
    const connect = await platform.webhookEndpoints.create({
      url: receiver.url,
      enabled_events: ['*'],
      connect: true,
    })
    const ours = await platform.identity.verificationSessions.create({ type: 'document' })
    const theirs = await shop.identity.verificationSessions.create({ type: 'document' })
    expect(await idsOf(platform)).toEqual([ours.id])
    expect(await idsOf(shop)).toEqual([theirs.id])
    const market = sandbox.account('market')
    const connected = market.connected('acct_shop1')
    await connected.submit(theirs.id, 'verified')
    // Both accounts use the platform's clock.
    await market.advance(500)
    await connected.delivered(theirs.id, 'verified')
    await receiver.until(4)
    const about = (id: string) =>
      receiver.received.filter(({ event }) => event.data.object.id === id).map(({ event }) => event)
    expect(about(ours.id).map(({ account }) => account)).toEqual([undefined])
    expect(about(theirs.id).map(({ type, account }) => [type.split('.').at(-1), account])).toEqual([
      ['created', 'acct_shop1'],
      ['processing', 'acct_shop1'],
      ['verified', 'acct_shop1'],
    ])
    for (const { text, signature, event } of receiver.received) {
      const { secret } = event.account === 'acct_shop1' ? connect : own
      expect(platform.webhooks.constructEvent(text, signature, secret!).id).toBe(event.id)
    }
    const listed = (await shop.events.list()).data
    expect(listed.map(({ account }) => account)).toEqual(['acct_shop1', 'acct_shop1', 'acct_shop1'])
    const description = readDescription()
    for (const event of [...listed, ...receiver.received.map((one) => one.event)])
      description.checkEvent(event)
    expect((await platform.accounts.retrieve('acct_shop1')).id).toBe('acct_shop1')
    expect((await shop.accounts.retrieveCurrent()).id).toBe('acct_shop1')
  })

  it('is separate for each platform, and from the platform with the same id', async () => {
    const one = clientFor('sk_test_one_1', { stripeAccount: 'acct_shop1' })
    const two = clientFor('sk_test_two_1', { stripeAccount: 'acct_shop1' })
    const { id } = await one.identity.verificationSessions.create({ type: 'document' })
    expect(await idsOf(two)).toEqual([])
    expect(await idsOf(clientFor('sk_test_shop1_1'))).toEqual([])
    expect(await idsOf(clientFor('sk_test_one_1', { stripeAccount: 'acct_one' }))).toEqual([])
    await expect(idsOf(clientFor('sk_test_one_1', { stripeAccount: 'shop 1' }))).rejects.toMatchObject({
      statusCode: 403,
      code: 'account_invalid',
    })
    expect(() => sandbox.account('one').connected('shop 1')).toThrow(/acct_/)
    expect(() => sandbox.account('a-b')).toThrow(/letters and digits/)
    sandbox.account('one').reset()
    expect(await idsOf(one)).not.toContain(id)
  })

  it('is the context of its thin events', async () => {
    const thin = await createSandbox({ accounts: true, thinTo: receiver.url, webhookSecret: 'whsec_thin' })
    try {
      const stripe = new Stripe('sk_test_market_1', { host: '127.0.0.1', port: thin.port, protocol: 'http' })
      const { id } = await stripe.identity.verificationSessions.create(
        { type: 'document' },
        { stripeAccount: 'acct_shop1' },
      )
      await receiver.until(1)
      const { text, signature } = receiver.received[0]!
      const notification = stripe.parseEventNotification(text, signature, 'whsec_thin')
      if (!('fetchRelatedObject' in notification)) throw new Error('names no object')
      expect(String(notification.context)).toBe('acct_shop1')
      expect(await notification.fetchRelatedObject()).toMatchObject({ id })
    } finally {
      await thin.close()
    }
  })
})

describe('the control API over HTTP', () => {
  const act = (method: string, path: string, headers: Record<string, string>, body?: object) =>
    fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    }).then(async (reply) => ({ status: reply.status, body: await reply.json() }))

  it('selects the account like a call to the API', async () => {
    const key = { authorization: 'Bearer sk_test_alice_1' }
    const shop = { ...key, 'stripe-account': 'acct_shop1' }
    const stripe = clientFor('sk_test_alice_1')
    const mine = await stripe.identity.verificationSessions.create({ type: 'document' })
    const theirs = await stripe.identity.verificationSessions.create(
      { type: 'document' },
      { stripeAccount: 'acct_shop1' },
    )
    const submit = (id: string, headers: Record<string, string>) =>
      act('POST', `sessions/${id}/submit`, headers, { outcome: 'verified', processing_ms: 0 })
    expect((await submit(mine.id, {})).status).toBe(404)
    expect((await submit(mine.id, shop)).status).toBe(404)
    expect((await submit(mine.id, key)).body.status).toBe('verified')
    expect((await submit(theirs.id, key)).status).toBe(404)
    expect((await submit(theirs.id, shop)).body.status).toBe('verified')
    expect((await act('GET', 'events', key)).body.data).toHaveLength(3)
    expect((await act('GET', 'health', {})).body).toMatchObject({ sessions: 0 })
    expect((await act('GET', 'health', { ...key, 'stripe-account': 'x y' })).status).toBe(403)
    expect((await act('POST', 'reset', key)).status).toBe(200)
    expect(await idsOf(stripe)).toEqual([])
  })
})

it('accounts are off by default: every key opens the same account, and others are refused', async () => {
  const plain = await createSandbox()
  try {
    const client = (key: string, stripeAccount?: string) =>
      new Stripe(key, {
        host: '127.0.0.1',
        port: plain.port,
        protocol: 'http',
        ...(stripeAccount && { stripeAccount }),
      })
    const { id } = await client('sk_test_alice_1').identity.verificationSessions.create({ type: 'document' })
    expect(await idsOf(client('sk_test_bob_1'))).toEqual([id])
    await expect(idsOf(client('sk_test_bob_1', 'acct_shop1'))).rejects.toMatchObject({
      code: 'account_invalid',
    })
    expect(() => plain.account('alice')).toThrow(/accounts: true/)
  } finally {
    await plain.close()
  }
})

describe('the command line', () => {
  const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
  const run = (...args: string[]) =>
    spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const outputOf = async (child: ReturnType<typeof run>) => {
    const [text] = (await once(child.stdout, 'data')) as [Buffer]
    return text.toString()
  }

  it('accepts --accounts, and its commands select an account with --key', async () => {
    const program = run('--port', '0', '--accounts')
    try {
      const [, url = '', secretKey = ''] = /(http\S+) secret_key=(\S+)/.exec(await outputOf(program)) ?? []
      expect((await call({ url, secretKey }, 'GET', SESSIONS)).status).toBe(200)
      expect((await call({ url, secretKey: 'sk_test_123' }, 'GET', SESSIONS)).status).toBe(401)
      const alice = { url, secretKey: 'sk_test_alice_1' }
      const { id } = (await call(alice, 'POST', SESSIONS, 'type=document')).body
      const verify = run('verify', id, '--url', url, '--key', alice.secretKey)
      expect(await outputOf(verify)).toBe(`${id} verified\n`)
      const trigger = run('trigger', 'identity.verification_session.canceled', '--url', url)
      expect(await outputOf(trigger)).toMatch(/^vs_\S+ identity\.verification_session\.canceled\n$/)
      expect((await call({ url, secretKey }, 'GET', SESSIONS)).body.data).toMatchObject([
        { status: 'canceled' },
      ])
      expect((await call(alice, 'GET', SESSIONS)).body.data).toMatchObject([{ status: 'verified' }])
    } finally {
      program.kill()
      await once(program, 'close')
    }
  })
})
