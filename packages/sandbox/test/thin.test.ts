import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, SESSIONS } from './support/api.js'
import { type Received, type Receiver, startReceiver } from './support/receiver.js'
import { client } from './support/stripe.js'

const SECRET = 'whsec_thin'
let sandbox: Sandbox
let receiver: Receiver
let classic: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
  classic = await startReceiver()
})
afterEach(async () => {
  await sandbox.close()
  await receiver.close()
  await classic.close()
})

const facts = (received: readonly Received[]) =>
  received.map(({ event }) => event.type.replace('v1.identity.verification_session.', ''))

describe('thin events', () => {
  it('are read by the official client, which fetches the related object', async () => {
    sandbox = await createSandbox({ thinTo: receiver.url, webhookSecret: SECRET })
    const { id } = await createSession(sandbox)
    const [one] = await receiver.until(1)
    const stripe = client(sandbox)
    const notification = stripe.parseEventNotification(one!.text, one!.signature, SECRET)
    expect(() => stripe.webhooks.constructEvent(one!.text, one!.signature, SECRET)).toThrow()
    if (notification.type !== 'v1.identity.verification_session.created') throw new Error(notification.type)
    expect(await notification.fetchRelatedObject()).toMatchObject({ id, status: 'requires_input' })
    expect(await notification.fetchEvent()).toMatchObject({ id: notification.id, type: notification.type })
  })

  it("contain the object's id and none of its fields", async () => {
    sandbox = await createSandbox({ thinTo: receiver.url })
    const { headers } = await call(sandbox, 'POST', SESSIONS, 'type=document', {
      headers: { 'idempotency-key': 'once' },
    })
    const [one] = await receiver.until(1)
    const id = one!.event.related_object.id as string
    expect(one!.event).toEqual({
      id: expect.stringMatching(/^evt_/),
      object: 'v2.core.event',
      context: null,
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      livemode: false,
      reason: { type: 'request', request: { id: headers.get('request-id'), idempotency_key: 'once' } },
      related_object: {
        id: expect.stringMatching(/^vs_/),
        type: 'identity.verification_session',
        url: `${SESSIONS}/${id}`,
      },
      type: 'v1.identity.verification_session.created',
    })
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await sandbox.override(id, 'requires_input')
    await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)
    await sandbox.advance(4 * 86_400_000)
    expect(facts(receiver.received)).toEqual([
      'created',
      'processing',
      'verified',
      'requires_input',
      'canceled',
      'redacted',
    ])
    expect(receiver.received[1]!.event.reason).toBeNull()
    expect(receiver.received.some(({ event }) => 'snapshot_event' in event)).toBe(false)
  })

  it('contain the id of the classic event, if both kinds are on', async () => {
    sandbox = await createSandbox({
      forwardTo: classic.url,
      thinTo: receiver.url,
      webhookSecret: ['whsec_classic', SECRET],
    })
    await createSession(sandbox)
    const [thin] = await receiver.until(1)
    const [full] = await classic.until(1)
    expect(thin!.event.snapshot_event).toBe(full!.event.id)
    expect(thin!.event.id).not.toBe(full!.event.id)
    const stripe = client(sandbox)
    expect(stripe.webhooks.constructEvent(full!.text, full!.signature, 'whsec_classic').id).toBe(
      full!.event.id,
    )
    expect(stripe.parseEventNotification(thin!.text, thin!.signature, SECRET).id).toBe(thin!.event.id)
    // They are not webhook endpoints and do not count as such.
    expect((await call(sandbox, 'GET', '/v1/webhook_endpoints')).body.data).toHaveLength(1)
    await expect
      .poll(async () => (await call(sandbox, 'GET', `/v1/events/${full!.event.id}`)).body.pending_webhooks)
      .toBe(0)
  })

  it('are retried, resent, and dropped by policy, like others', async () => {
    sandbox = await createSandbox({ thinTo: receiver.url })
    receiver.answer = (response) => response.writeHead(500).end()
    await createSession(sandbox)
    await receiver.until(1)
    receiver.answer = (response) => response.end()
    await sandbox.advance(5 * 60_000)
    const [first, second] = receiver.received
    expect(second!.event).toEqual(first!.event)
    const reply = await control(sandbox, 'POST', `events/${first!.event.id}/resend`, {})
    expect(reply.body).toEqual({ event_id: first!.event.id, endpoints: 1 })
    await receiver.until(3)
    await control(sandbox, 'PUT', 'deliveries/policy', { drop: true })
    await createSession(sandbox)
    await sandbox.advance(86_400_000)
    expect(receiver.received).toHaveLength(3)
    expect((await control(sandbox, 'GET', 'thin_events')).body.data).toHaveLength(2)
  })

  it('are sent to every destination as a ping', async () => {
    sandbox = await createSandbox({ thinTo: [receiver.url, classic.url] })
    const { body } = await control(sandbox, 'POST', 'ping', {})
    const [one] = await receiver.until(1)
    const [other] = await classic.until(1)
    expect([one!.event, other!.event]).toEqual(body.data)
    expect(one!.event).toMatchObject({
      type: 'v2.core.event_destination.ping',
      related_object: { id: expect.stringMatching(/^ed_/), type: 'v2.core.event_destination' },
    })
  })

  it('are a 404 with an unknown id', async () => {
    sandbox = await createSandbox()
    const { status, body } = await call(sandbox, 'GET', '/v2/core/events/evt_nobody')
    expect(status).toBe(404)
    expect(body.error).toMatchObject({ code: 'not_found' })
  })

  it('are refused at the start with a wrong address', async () => {
    sandbox = await createSandbox()
    await expect(createSandbox({ thinTo: 'localhost:4242' })).rejects.toThrow(/thinTo.*http/)
  })
})
