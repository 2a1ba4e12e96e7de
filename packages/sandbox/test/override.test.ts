import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, eventsOf, retrieve, SESSIONS } from './support/api.js'
import { names, type Receiver, startReceiver } from './support/receiver.js'
import { client } from './support/stripe.js'

let sandbox: Sandbox
let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
  sandbox = await createSandbox({ forwardTo: receiver.url, webhookSecret: 'whsec_review' })
})
afterEach(async () => {
  await sandbox.close()
  await receiver.close()
})

async function ended(outcome: 'verified' | 'unverified', error_code?: 'document_expired'): Promise<string> {
  const { id } = await createSession(sandbox)
  await sandbox.submit(id, { outcome, processing_ms: 0, ...(error_code && { error_code }) })
  return id
}

describe("a reviewer's override", () => {
  it('of a verified session emits an ordinary event, removes the outputs, and requires input again', async () => {
    const id = await ended('verified')
    await receiver.until(3)
    const answer = await sandbox.override(id, 'requires_input', { error_code: 'selfie_manipulated' })
    expect(answer).toMatchObject({ id, status: 'requires_input' })

    const [, , , told] = await receiver.until(4)
    const event = client(sandbox).webhooks.constructEvent(told!.text, told!.signature, 'whsec_review')
    expect(event).toMatchObject({
      type: 'identity.verification_session.requires_input',
      request: { id: null, idempotency_key: null },
      data: {
        object: {
          id,
          status: 'requires_input',
          last_error: { code: 'selfie_manipulated', reason: expect.any(String) },
          last_verification_report: expect.stringMatching(/^vr_/),
        },
      },
    })

    const open = await retrieve(sandbox, id, 'expand[]=verified_outputs')
    expect(open).toMatchObject({ status: 'requires_input', verified_outputs: null })
    expect(open.client_secret).toMatch(/_secret_/)
    expect(open.url).toMatch(/\/start\//)
    expect(open.client_secret).not.toBe((await retrieve(sandbox, id)).client_secret)

    await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    const again = await retrieve(sandbox, id)
    expect(again).toMatchObject({ status: 'verified', last_error: null })
    expect(again.last_verification_report).not.toBe(open.last_verification_report)
  })

  it('of a failed session verifies it with the data of its report', async () => {
    const id = await ended('unverified', 'document_expired')
    const { last_verification_report } = await retrieve(sandbox, id)
    expect(await sandbox.override(id, 'verified')).toMatchObject({ status: 'verified', last_error: null })
    expect(await retrieve(sandbox, id, 'expand[]=verified_outputs')).toMatchObject({
      status: 'verified',
      client_secret: null,
      url: null,
      last_verification_report,
      verified_outputs: { first_name: 'Jenny' },
    })
    expect(await eventsOf(sandbox, id)).toEqual(['created', 'processing', 'requires_input', 'verified'])
  })

  it('neither uses up unused secrets nor restores used ones', async () => {
    const { id, client_secret } = await createSession(sandbox)
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await sandbox.override(id, 'requires_input')
    const opened = await fetch(`${sandbox.url}/_client/sessions/lookup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_secret, publishable_key: sandbox.publishableKey }),
    })
    expect(await opened.json()).toMatchObject({ error: { code: 'client_secret_used' } })
  })

  it('is refused with a sentence that explains why', async () => {
    const pristine = await createSession(sandbox)
    const declined = await createSession(sandbox)
    await sandbox.submit(declined.id, 'unverified', { error_code: 'consent_declined' })
    const processing = await createSession(sandbox)
    await sandbox.submit(processing.id, { outcome: 'verified', processing_ms: 60_000 })
    const canceled = await createSession(sandbox)
    await call(sandbox, 'POST', `${SESSIONS}/${canceled.id}/cancel`)
    const redacted = await ended('verified')
    await call(sandbox, 'POST', `${SESSIONS}/${redacted}/redact`)
    const verified = await ended('verified')
    const refused: [string, 'verified' | 'requires_input', RegExp][] = [
      [pristine.id, 'verified', /nothing was submitted/],
      [declined.id, 'verified', /nothing was submitted/],
      [pristine.id, 'requires_input', /"requires_input" already/],
      [processing.id, 'requires_input', /being processed/],
      [canceled.id, 'verified', /canceled, which is final/],
      [redacted, 'requires_input', /redacted, which is final/],
      [verified, 'verified', /"verified" already/],
    ]
    for (const [id, status, why] of refused) {
      const reply = await control(sandbox, 'POST', `sessions/${id}/override`, { status })
      expect(reply.status).toBe(409)
      expect(reply.body.error.message).toMatch(why)
      await expect(sandbox.override(id, status)).rejects.toThrow(why)
    }
    await expect(sandbox.override('vs_nobody', 'verified')).rejects.toThrow(/No such verification session/)
    await expect(sandbox.override(verified, 'canceled' as 'verified')).rejects.toThrow(/status/)
    await expect(sandbox.override(verified, 'verified', { error_code: 'abandoned' })).rejects.toThrow(
      /error_code/,
    )
  })

  it('is lost under a drop policy, without a retry', async () => {
    const id = await ended('verified')
    await receiver.until(3)
    await control(sandbox, 'PUT', 'deliveries/policy', { drop: true })
    await sandbox.override(id, 'requires_input')
    await control(sandbox, 'PUT', 'deliveries/policy', {})
    await sandbox.advance(4 * 86_400_000)
    expect(names(receiver.received)).toEqual(['created', 'processing', 'verified'])
    // The list of events contains it.
    expect(await eventsOf(sandbox, id)).toEqual(['created', 'processing', 'verified', 'requires_input'])
  })
})
