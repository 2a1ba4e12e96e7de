import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import {
  call,
  control,
  createSession,
  eventsOf,
  type Json,
  REPORTS,
  retrieve,
  SESSIONS,
} from './support/api.js'
import { type Receiver, startReceiver } from './support/receiver.js'

const DAY = 86_400_000
let folder: string
let file: string
let receiver: Receiver
const open: Sandbox[] = []
const start = async (options: Parameters<typeof createSandbox>[0] = {}) => {
  const sandbox = await createSandbox(options)
  open.push(sandbox)
  return sandbox
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'))
  file = join(folder, 'state.json')
  receiver = await startReceiver()
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()))
  await receiver.close()
  rmSync(folder, { recursive: true })
})

/** The fields that differ in every response. */
const lasting = ({ client_secret: _secret, url: _url, ...rest }: Json) => rest

describe('a state in a file', () => {
  it('survives a restart, with everything in progress', async () => {
    const first = await start({
      state: file,
      clock: 'frozen',
      forwardTo: receiver.url,
      webhookSecret: 'whsec_1',
    })
    const kept = await createSession(first, 'type=document&metadata[a]=b&client_reference_id=user-1')
    const verified = await createSession(first)
    await first.submit(verified.id, { outcome: 'verified', processing_ms: 0 })
    const processing = await createSession(first)
    await first.submit(processing.id, 'unverified', {
      error_code: 'document_expired',
      processing_ms: 60_000,
      person: 'other_country',
    })
    await call(first, 'POST', `${SESSIONS}/${verified.id}/redact`)
    await first.advance(0)
    receiver.answer = (response) => response.writeHead(500).end()
    const late = await createSession(first)
    await first.advance(0)
    const before = await Promise.all(
      [kept, verified, processing].map(async ({ id }) => lasting(await retrieve(first, id))),
    )
    const reports = (await call(first, 'GET', REPORTS)).body
    const now = first.now()
    await first.close()

    receiver.answer = (response) => response.end()
    const second = await start({
      state: file,
      clock: 'frozen',
      forwardTo: receiver.url,
      webhookSecret: 'whsec_1',
    })
    expect(second.now()).toBe(now)
    expect(
      await Promise.all(
        [kept, verified, processing].map(async ({ id }) => lasting(await retrieve(second, id))),
      ),
    ).toEqual(before)
    expect((await call(second, 'GET', REPORTS)).body).toEqual(reports)
    const opened = await fetch(`${second.url}/_client/sessions/lookup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_secret: kept.client_secret, publishable_key: 'pk_test_1' }),
    })
    expect(await opened.json()).toMatchObject({ session: { id: kept.id } })

    const sent = receiver.received.length
    await second.advance(5 * 60_000)
    expect(
      receiver.received.slice(sent).map(({ event }) => [event.type.split('.')[2], event.data.object.id]),
    ).toEqual([
      ['requires_input', processing.id],
      ['created', late.id],
    ])
    expect((await retrieve(second, processing.id)).last_error.code).toBe('document_expired')
    await second.advance(3 * DAY)
    expect((await retrieve(second, verified.id)).redaction).toEqual({ status: 'redacted' })
    expect((await call(second, 'GET', '/v1/webhook_endpoints')).body.data).toHaveLength(1)
  })

  it('is written while it runs, readable only by its owner', async () => {
    const sandbox = await start({ state: file })
    const { id } = await createSession(sandbox)
    await expect.poll(() => readFileSync(file, 'utf8')).toContain(id)
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it.each([
    ['no JSON', 'sessions:', /not JSON/],
    ['another JSON', '{"sessions":[{"id":7}]}', /sessions\.0\.id/],
    ['a later version', '{"version":2}', /version/],
  ])('that is %s is refused at the start, and left unchanged', async (_, text, message) => {
    writeFileSync(file, text)
    await expect(createSandbox({ state: file })).rejects.toThrow(message)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

describe('a state as a fixture', () => {
  const fixture = {
    sessions: [
      { id: 'vs_new' },
      { id: 'vs_failed', last_error: { code: 'document_expired' as const }, metadata: { user: '7' } },
      { id: 'vs_done', status: 'verified' as const },
    ],
  }

  it('can be written by hand, and is restored by a reset', async () => {
    const sandbox = await start({ state: fixture })
    await createSession(sandbox)
    await sandbox.submit('vs_new', { outcome: 'verified', processing_ms: 0 })
    sandbox.reset()
    expect((await call(sandbox, 'GET', SESSIONS)).body.data).toHaveLength(3)
    expect(await retrieve(sandbox, 'vs_new')).toMatchObject({
      status: 'requires_input',
      options: {},
      type: 'document',
    })
    expect(await retrieve(sandbox, 'vs_failed')).toMatchObject({
      last_error: { code: 'document_expired', reason: 'The document is expired.' },
      metadata: { user: '7' },
    })
    expect((await retrieve(sandbox, 'vs_done')).status).toBe('verified')
  })

  it('can be copied between sandboxes by the control routes', async () => {
    const one = await start()
    const two = await start({ clock: 'frozen' })
    await one.advance(DAY)
    const { id } = await createSession(one)
    await one.submit(id, { outcome: 'verified', processing_ms: 0 })
    const { body } = await control(one, 'GET', 'state')
    await createSession(two)
    expect((await control(two, 'PUT', 'state', body)).body).toMatchObject({ sessions: 1, events: 3 })
    expect(lasting(await retrieve(two, id))).toEqual(lasting(await retrieve(one, id)))
    expect(await eventsOf(two, id)).toEqual(['created', 'processing', 'verified'])
    expect(two.now() - Date.now()).toBeGreaterThan(DAY - 60_000)
    two.setState(one.state())
    expect((await retrieve(two, id)).status).toBe('verified')
  })

  it.each([
    [{ sessions: {} }, /sessions/],
    [{ sessions: [{ id: 'vs_1', status: 'lost' }] }, /status/],
    [{ nothing: [] }, /nothing/],
    [{ events: [{}] }, /events/],
  ])('%j is a 400 that describes the expected input, without data loss', async (state, message) => {
    const sandbox = await start()
    const { id } = await createSession(sandbox)
    const reply = await control(sandbox, 'PUT', 'state', state)
    expect(reply.status).toBe(400)
    expect(reply.body.error.message).toMatch(message)
    expect((await retrieve(sandbox, id)).id).toBe(id)
  })
})

describe('a state of several accounts', () => {
  const clientFor = (sandbox: Sandbox, key: string, stripeAccount?: string) =>
    new Stripe(key, {
      host: '127.0.0.1',
      port: sandbox.port,
      protocol: 'http',
      ...(stripeAccount && { stripeAccount }),
    }).identity.verificationSessions
  const create = async (sandbox: Sandbox, key: string, stripeAccount?: string) =>
    (await clientFor(sandbox, key, stripeAccount).create({ type: 'document' })).id
  const idsOf = async (sandbox: Sandbox, key: string, stripeAccount?: string) =>
    (await clientFor(sandbox, key, stripeAccount).list()).data.map(({ id }) => id)
  const KEY = 'sk_test_alice_1'
  const begin = () => start({ accounts: true, clock: 'frozen', forwardTo: receiver.url, state: file })

  it('survives a restart in a file: each with its sessions, its clock, and everything in progress', async () => {
    const first = await begin()
    const own = await create(first, first.secretKey)
    const mine = await create(first, KEY)
    const theirs = await create(first, KEY, 'acct_shop')
    const alice = first.account('alice')
    const { url } = await alice.submit(mine, 'verified', { processing_ms: 0 })
    expect(url).toBeNull()
    await alice.advance(DAY)
    await alice.connected('acct_shop').submit(theirs, 'unverified', { processing_ms: 60_000 })
    alice.setPerson('minor')
    const times = [first.now(), alice.now()]
    await first.close()

    const second = await begin()
    const again = second.account('alice')
    expect([second.now(), again.now()]).toEqual(times)
    expect(await idsOf(second, second.secretKey)).toEqual([own])
    expect(await idsOf(second, KEY)).toEqual([mine])
    expect(await idsOf(second, KEY, 'acct_shop')).toEqual([theirs])
    expect(again.state().person).toBe('minor')
    await again.advance(60_000)
    const { status, last_error } = await clientFor(second, KEY, 'acct_shop').retrieve(theirs)
    expect([status, last_error?.code]).toEqual(['requires_input', 'document_unverified_other'])
    expect(again.connected('acct_shop').events().at(-1)).toMatchObject({ account: 'acct_shop' })
  })

  it('is written after a change in any of them, also in one created later', async () => {
    const sandbox = await begin()
    const theirs = await create(sandbox, 'sk_test_bob_1', 'acct_late')
    await expect.poll(() => readFileSync(file, 'utf8')).toContain(theirs)
  })

  it('is read and set over HTTP: all accounts without a key, one with its key', async () => {
    const [one, two] = [await start({ accounts: true }), await start({ accounts: true })]
    const mine = await create(one, KEY)
    const theirs = await create(one, KEY, 'acct_shop')
    const other = await create(two, 'sk_test_bob_1')
    const state = async (sandbox: Sandbox, method: string, key?: string, body?: Json) =>
      (
        await fetch(`${sandbox.url}/_sandbox/state`, {
          method,
          headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
          ...(body && { body: JSON.stringify(body) }),
        })
      ).json()
    const alice = await state(one, 'GET', KEY)
    expect(alice).toMatchObject({ sessions: [{ id: mine }], connected: { acct_shop: {} } })
    expect(alice.accounts).toBeUndefined()
    expect(await state(two, 'PUT', 'sk_test_carol_1', alice)).toMatchObject({ status: 'ok', sessions: 1 })
    expect(await idsOf(two, 'sk_test_carol_1', 'acct_shop')).toEqual([theirs])
    expect(await idsOf(two, 'sk_test_bob_1')).toEqual([other])

    await state(two, 'PUT', undefined, await state(one, 'GET'))
    expect(await idsOf(two, KEY)).toEqual([mine])
    expect(await idsOf(two, 'sk_test_bob_1')).toEqual([])
    expect(await idsOf(two, 'sk_test_carol_1')).toEqual([])
  })

  it('as a fixture is restored by a reset, for each account', async () => {
    const sandbox = await start({
      state: {
        sessions: [{ id: 'vs_own' }],
        accounts: {
          alice: { sessions: [{ id: 'vs_1' }], connected: { acct_shop: { sessions: [{ id: 'vs_2' }] } } },
        },
      },
      accounts: true,
    })
    const alice = sandbox.account('alice')
    await alice.submit('vs_1', 'verified', { processing_ms: 0 })
    await alice.connected('acct_shop').submit('vs_2', 'verified', { processing_ms: 0 })
    alice.reset()
    const statuses = [alice, alice.connected('acct_shop'), sandbox].map(
      (each) => each.state().sessions[0]?.status,
    )
    expect(statuses).toEqual(['requires_input', 'requires_input', 'requires_input'])
    const bob = await create(sandbox, 'sk_test_bob_1')
    sandbox.setState({ sessions: [{ id: 'vs_new' }] })
    expect(await idsOf(sandbox, sandbox.secretKey)).toEqual(['vs_new'])
    // Without `accounts` the state is that of one account.
    expect(await idsOf(sandbox, 'sk_test_bob_1')).toEqual([bob])
  })

  it('is refused by a sandbox without accounts, and the file is left unchanged', async () => {
    const sandbox = await begin()
    await create(sandbox, KEY)
    await sandbox.close()
    const text = readFileSync(file, 'utf8')
    await expect(createSandbox({ state: file })).rejects.toThrow(/start it with --accounts/)
    expect(readFileSync(file, 'utf8')).toBe(text)
    const plain = await start()
    const reply = await control(plain, 'PUT', 'state', { accounts: { alice: {} } })
    expect([reply.status, reply.body.error.message]).toEqual([400, expect.stringContaining('--accounts')])
  })

  it.each([
    [{ accounts: { 'a-b': {} } }, /letters and digits/],
    [{ accounts: { '1IdentitySandbox': {} } }, /another account/],
    [{ accounts: { alice: { sessions: {} } } }, /accounts\.alice\.sessions/],
    [{ connected: { shop: {} } }, /acct_1/],
  ])('%j is a 400 that describes the expected input', async (state, message) => {
    const sandbox = await start({ accounts: true })
    const reply = await control(sandbox, 'PUT', 'state', state)
    expect(reply.status).toBe(400)
    expect(reply.body.error.message).toMatch(message)
  })

  it('contains a connected account inside its platform', async () => {
    const sandbox = await start({ accounts: true })
    const alice = sandbox.account('alice')
    expect(() => alice.setState({ accounts: {} })).toThrow(/own account/)
    expect(() => alice.connected('acct_shop').setState({ connected: {} })).toThrow(/connected account/)
  })
})
