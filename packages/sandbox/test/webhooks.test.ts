import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, type Json, SESSIONS } from './support/api.js'
import { names, type Received, type Receiver, startReceiver } from './support/receiver.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const { webhooks } = new Stripe('sk_test_123')

let receiver: Receiver
let sandbox: Sandbox
beforeEach(async () => {
  receiver = await startReceiver()
  sandbox = await createSandbox({ forwardTo: receiver.url, webhookSecret: 'whsec_first' })
})
afterEach(async () => {
  await sandbox.close()
  await receiver.close()
})

const verify = ({ text, signature }: Received, secret: string) =>
  webhooks.constructEvent(text, signature, secret)
const pending = async (id: string) =>
  (await call(sandbox, 'GET', `/v1/events/${id}`)).body.pending_webhooks as number
const deliveries = async () => (await control(sandbox, 'GET', 'deliveries')).body.data as Json[]
const fail = () => {
  receiver.answer = (response) => response.writeHead(500).end()
}

describe('delivery', () => {
  it('posts every event, signed, as the API returns it', async () => {
    expect(sandbox.webhookSecret).toBe('whsec_first')
    const { id } = await createSession(sandbox)
    await receiver.until(1)
    await sandbox.submit(id, 'verified')
    await receiver.until(2)
    await sandbox.advance(500)
    const received = await receiver.until(3)
    expect(names(received)).toEqual(['created', 'processing', 'verified'])
    for (const one of received) {
      const event = verify(one, sandbox.webhookSecret) as unknown as Json
      expect(event).toMatchObject({ object: 'event', livemode: false, data: { object: { id } } })
      expect(() => verify(one, 'whsec_other')).toThrow()
      expect(() => verify({ ...one, text: `${one.text} ` }, sandbox.webhookSecret)).toThrow()
      const listed = (await call(sandbox, 'GET', `/v1/events/${event.id}`)).body
      expect({ ...event, pending_webhooks: 0 }).toEqual({ ...listed, pending_webhooks: 0 })
    }
  })

  it('signs with real time, regardless of the clock', async () => {
    await sandbox.advance(30 * 24 * HOUR)
    await createSession(sandbox)
    const [one] = await receiver.until(1)
    const age = Date.now() / 1000 - Number(/^t=(\d+),/.exec(one!.signature)?.[1])
    expect(Math.abs(age)).toBeLessThan(10)
    expect(one!.event.created - Date.now() / 1000).toBeGreaterThan(29 * 24 * 3600)
  })

  it('moves plain outcomes through processing for about half a second', async () => {
    const { id } = await createSession(sandbox)
    await receiver.until(1)
    const begun = Date.now()
    await control(sandbox, 'POST', `sessions/${id}/submit`, { outcome: 'verified' })
    await receiver.until(3)
    expect(Date.now() - begun).toBeGreaterThan(400)
    expect(names(receiver.received)).toEqual(['created', 'processing', 'verified'])
  })

  it('counts pending webhooks, and lists events by delivery success', async () => {
    fail()
    const other = await call(
      sandbox,
      'POST',
      '/v1/webhook_endpoints',
      `url=${receiver.url}/two&enabled_events[]=*`,
    )
    expect(other.status).toBe(200)
    await createSession(sandbox)
    const [{ event }] = (await receiver.until(2)) as [Received]
    expect(event.pending_webhooks).toBe(2)
    expect(await pending(event.id)).toBe(2)
    const listed = async (query: string) => (await call(sandbox, 'GET', '/v1/events', query)).body.data.length
    expect(await listed('delivery_success=false')).toBe(1)
    receiver.answer = (response) => response.end()
    await sandbox.advance(5 * MINUTE)
    expect(await pending(event.id)).toBe(0)
    expect(await listed('delivery_success=true')).toBe(1)
  })

  it.each([
    ['an error', 500],
    ['a redirect', 302],
    ['not found', 404],
  ])('%s is a failure', async (_name, status) => {
    receiver.answer = (response) => response.writeHead(status, { location: receiver.url }).end()
    await createSession(sandbox)
    await receiver.until(1)
    await expect
      .poll(deliveries)
      .toMatchObject([
        { attempt: 1, status, url: receiver.url, event_type: 'identity.verification_session.created' },
      ])
    expect(await pending((await deliveries())[0]!.event_id)).toBe(1)
  })

  it('fails with a reason if there is no response', async () => {
    receiver.answer = (response) => response.destroy()
    await createSession(sandbox)
    await expect.poll(deliveries).toMatchObject([{ attempt: 1, status: null, error: 'ECONNRESET' }])
  })
})

describe('retries', () => {
  it('follow the schedule for three days by the clock, each with a new signature', async () => {
    fail()
    await createSession(sandbox)
    await receiver.until(1)
    await expect.poll(deliveries).toHaveLength(1)
    const schedule = [
      5 * MINUTE,
      30 * MINUTE,
      2 * HOUR,
      5 * HOUR,
      10 * HOUR,
      22 * HOUR,
      34 * HOUR,
      46 * HOUR,
      58 * HOUR,
      70 * HOUR,
    ]
    let passed = 0
    for (const [place, time] of schedule.entries()) {
      await sandbox.advance(time - passed - MINUTE)
      expect(receiver.received).toHaveLength(place + 1)
      await sandbox.advance(MINUTE)
      passed = time
      expect(receiver.received).toHaveLength(place + 2)
    }
    await sandbox.advance(30 * 24 * HOUR)
    expect(receiver.received).toHaveLength(11)
    expect((await deliveries()).map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(1)
    for (const one of receiver.received) verify(one, sandbox.webhookSecret)
    expect(new Set(receiver.received.map(({ signature }) => signature)).size).toBe(11)
  })

  it('all happen when days pass at once', async () => {
    fail()
    await createSession(sandbox)
    await receiver.until(1)
    await sandbox.advance(4 * 24 * HOUR)
    await receiver.until(11)
  })

  it('end after a success, and when the endpoint is deleted or disabled', async () => {
    fail()
    await createSession(sandbox)
    await receiver.until(1)
    receiver.answer = (response) => response.end()
    await sandbox.advance(5 * MINUTE)
    await sandbox.advance(24 * HOUR)
    expect(receiver.received).toHaveLength(2)

    fail()
    await createSession(sandbox)
    await receiver.until(3)
    const [endpoint] = (await call(sandbox, 'GET', '/v1/webhook_endpoints')).body.data
    await call(sandbox, 'POST', `/v1/webhook_endpoints/${endpoint.id}`, 'disabled=true')
    await sandbox.advance(24 * HOUR)
    await createSession(sandbox)
    await call(sandbox, 'DELETE', `/v1/webhook_endpoints/${endpoint.id}`)
    await createSession(sandbox)
    await sandbox.advance(24 * HOUR)
    expect(receiver.received).toHaveLength(3)
  })
})

describe('endpoints', () => {
  it('of --forward-to are ordinary endpoints with the six events', async () => {
    const { body } = await call(sandbox, 'GET', '/v1/webhook_endpoints')
    expect(body.data).toMatchObject([{ url: receiver.url, status: 'enabled' }])
    expect(body.data[0].enabled_events.map((name: string) => name.split('.').at(-1)).sort()).toEqual([
      'canceled',
      'created',
      'processing',
      'redacted',
      'requires_input',
      'verified',
    ])
    expect(body.data[0]).not.toHaveProperty('secret')
  })

  it('get .redacted only by its name, and other events only if enabled', async () => {
    const add = (path: string, events: string) =>
      call(sandbox, 'POST', '/v1/webhook_endpoints', `url=${new URL(path, receiver.url)}&${events}`)
    await add('/star', 'enabled_events[]=*')
    await add('/named', 'enabled_events[]=*&enabled_events[]=identity.verification_session.redacted')
    await add('/connect', 'enabled_events[]=*&connect=true')
    await add('/canceled', 'enabled_events[]=identity.verification_session.canceled')
    const { id } = await createSession(sandbox)
    await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)
    await sandbox.advance(4 * 24 * HOUR)
    await receiver.until(9)
    const at = (path: string) => names(receiver.received.filter((one) => one.path === path))
    expect(at('/star')).toEqual(['created', 'canceled'])
    expect(at('/named')).toEqual(['created', 'canceled', 'redacted'])
    expect(at('/webhook')).toEqual(['created', 'canceled', 'redacted'])
    expect(at('/connect')).toEqual([])
    expect(at('/canceled')).toEqual(['canceled'])
  })

  it('determine the version of their events', async () => {
    await call(
      sandbox,
      'POST',
      '/v1/webhook_endpoints',
      `url=${new URL('/old', receiver.url)}&enabled_events[]=*&api_version=2020-08-27`,
    )
    await createSession(sandbox)
    const received = await receiver.until(2)
    expect(received.find(({ path }) => path === '/old')!.event.api_version).toBe('2020-08-27')
  })

  it('sign with both secrets after a roll until the old one expires', async () => {
    const [{ id }] = (await call(sandbox, 'GET', '/v1/webhook_endpoints')).body.data
    const { body } = await control(sandbox, 'POST', `webhook_endpoints/${id}/roll`, { expires_in_s: 3600 })
    expect(body.secret).toMatch(/^whsec_/)
    await createSession(sandbox)
    const [during] = await receiver.until(1)
    verify(during!, 'whsec_first')
    verify(during!, body.secret)
    await sandbox.advance(HOUR + 1)
    await createSession(sandbox)
    const after = (await receiver.until(2))[1]!
    expect(() => verify(after, 'whsec_first')).toThrow()
    verify(after, body.secret)
  })

  it('use secrets beyond the last URL as further secrets of it', async () => {
    const both = await createSandbox({ forwardTo: receiver.url, webhookSecret: ['whsec_a', 'whsec_b'] })
    expect(both.webhookSecret).toBe('whsec_a')
    await createSession(both)
    const [one] = await receiver.until(1)
    verify(one!, 'whsec_a')
    verify(one!, 'whsec_b')
    await both.close()
  })

  it('can be several URLs, each with its secret', async () => {
    const second = await startReceiver()
    const two = await createSandbox({
      forwardTo: [receiver.url, second.url],
      webhookSecret: ['whsec_a', 'whsec_b'],
    })
    await createSession(two)
    verify((await receiver.until(1))[0]!, 'whsec_a')
    verify((await second.until(1))[0]!, 'whsec_b')
    await two.close()
    await second.close()
  })
})

describe('the delivery policy', () => {
  const policy = (body: unknown) => control(sandbox, 'PUT', 'deliveries/policy', body)
  const finish = async () => {
    const { id } = await createSession(sandbox)
    await sandbox.submit(id, 'verified')
    await sandbox.advance(500)
  }

  it('drop loses events until the policy is replaced; a resend delivers one', async () => {
    await policy({ drop: true })
    await finish()
    expect(receiver.received).toHaveLength(0)
    await policy({})
    const [event] = (await control(sandbox, 'GET', 'events')).body.data
    expect(event.pending_webhooks).toBe(1)
    expect((await control(sandbox, 'POST', `events/${event.id}/resend`)).body).toMatchObject({ endpoints: 1 })
    await receiver.until(1)
    await expect.poll(() => pending(event.id)).toBe(0)
    await createSession(sandbox)
    await receiver.until(2)
  })

  it('duplicate sends each twice', async () => {
    await policy({ duplicate: true })
    await createSession(sandbox)
    const [first, second] = await receiver.until(2)
    expect(first!.event.id).toBe(second!.event.id)
    await expect.poll(async () => (await deliveries()).map(({ attempt }) => attempt).sort()).toEqual([1, 2])
  })

  it('delay postpones each by the clock', async () => {
    await policy({ delay_ms: 60_000 })
    await createSession(sandbox)
    await sandbox.advance(59_000)
    expect(receiver.received).toHaveLength(0)
    await sandbox.advance(1_000)
    await receiver.until(1)
  })

  it('reorder swaps neighbours', async () => {
    const { id } = await createSession(sandbox)
    await receiver.until(1)
    await policy({ reorder: true })
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await receiver.until(3)
    expect(names(receiver.received)).toEqual(['created', 'verified', 'processing'])
  })

  it('reorder sends postponed events when the policy ends', async () => {
    await policy({ reorder: true })
    await createSession(sandbox)
    await policy({})
    await receiver.until(1)
  })

  it('is replaced as a whole', async () => {
    await policy({ drop: true, duplicate: true })
    expect((await policy({ delay_ms: 5 })).body).toEqual({ delay_ms: 5 })
    expect((await control(sandbox, 'GET', 'deliveries/policy')).body).toEqual({ delay_ms: 5 })
  })
})

it('sends a resent event again even if it was delivered', async () => {
  await createSession(sandbox)
  const [{ event }] = (await receiver.until(1)) as [Received]
  await control(sandbox, 'POST', `events/${event.id}/resend`)
  expect((await receiver.until(2))[1]!.event.id).toBe(event.id)
})

it('does not count a resend to a later endpoint as a delivery to the first', async () => {
  fail()
  await createSession(sandbox)
  const [{ event }] = (await receiver.until(1)) as [Received]
  const late = await startReceiver()
  await call(sandbox, 'POST', '/v1/webhook_endpoints', `url=${late.url}&enabled_events[]=*`)
  await control(sandbox, 'POST', `events/${event.id}/resend`)
  await late.until(1)
  await receiver.until(2)
  await expect.poll(async () => (await deliveries()).length).toBe(3)
  expect(await pending(event.id)).toBe(1)
  await late.close()
})
