import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { client } from './support/stripe.js'

let sandbox: Sandbox
let stripe: Stripe
let restricted: Stripe

beforeAll(async () => {
  sandbox = await createSandbox()
  stripe = client(sandbox)
  restricted = client(sandbox, sandbox.restrictedKey)
})
afterAll(() => sandbox.close())

async function settled(
  outcome: 'verified' | 'unverified',
  params: Stripe.Identity.VerificationSessionCreateParams,
) {
  const session = await stripe.identity.verificationSessions.create(params)
  await sandbox.submit(session.id, { outcome, processing_ms: 0 })
  return session.id
}

describe('the official package, for every operation', () => {
  it('sessions: create with every parameter', async () => {
    const session = await stripe.identity.verificationSessions.create({
      type: 'document',
      client_reference_id: 'user_1',
      metadata: { order: '6735' },
      options: {
        document: {
          allowed_types: ['passport', 'id_card'],
          require_id_number: true,
          require_live_capture: true,
          require_matching_selfie: true,
        },
      },
      provided_details: { email: 'someone@example.com', phone: '+15555550123' },
      related_customer: 'cus_1',
      related_customer_account: 'acct_1',
      related_person: { account: 'acct_1', person: 'person_1' },
      return_url: 'https://example.com/back?x=1',
      expand: ['provided_details'],
    })
    expect(session).toMatchObject({
      object: 'identity.verification_session',
      client_reference_id: 'user_1',
      last_error: null,
      last_verification_report: null,
      livemode: false,
      metadata: { order: '6735' },
      options: {
        document: {
          allowed_types: ['passport', 'id_card'],
          require_id_number: true,
          require_live_capture: true,
          require_matching_selfie: true,
        },
      },
      provided_details: { email: 'someone@example.com', phone: '+15555550123' },
      redaction: null,
      related_customer: 'cus_1',
      related_customer_account: 'acct_1',
      related_person: { account: 'acct_1', person: 'person_1' },
      status: 'requires_input',
      type: 'document',
    })
    expect(session.id).toMatch(/^vs_\w{24}$/)
    expect(session.client_secret).toMatch(new RegExp(`^${session.id}_secret_test_\\w+$`))
    expect(session.url).toMatch(new RegExp(`^${sandbox.url}/start/\\w+$`))
    expect(session.lastResponse.requestId).toMatch(/^req_/)
    expect(session.lastResponse.apiVersion).toBe('2026-10-28.endive')
  })

  it('sessions: create with a verification flow instead of a type', async () => {
    const session = await stripe.identity.verificationSessions.create({ verification_flow: 'vf_1' })
    expect(session).toMatchObject({ type: 'verification_flow', verification_flow: 'vf_1', options: null })
  })

  it('sessions: retrieve returns new credentials while input is required', async () => {
    const session = await stripe.identity.verificationSessions.create({ type: 'id_number' })
    const again = await stripe.identity.verificationSessions.retrieve(session.id)
    expect(again).toMatchObject({ id: session.id, type: 'id_number', status: 'requires_input' })
    expect(again.client_secret).not.toBe(session.client_secret)
    expect(again.url).not.toBe(session.url)
  })

  it('sessions: update changes metadata, options, details and type', async () => {
    const { id } = await stripe.identity.verificationSessions.create({
      type: 'document',
      metadata: { keep: 'a', drop: 'b' },
      options: { document: { require_matching_selfie: true } },
      provided_details: { email: 'a@example.com' },
    })
    const updated = await stripe.identity.verificationSessions.update(id, {
      metadata: { drop: '', add: 'c' },
      options: { document: '' },
      provided_details: { phone: '+15555550123' },
      type: 'id_number',
      expand: ['provided_details'],
    })
    expect(updated).toMatchObject({
      metadata: { keep: 'a', add: 'c' },
      options: {},
      provided_details: { email: 'a@example.com', phone: '+15555550123' },
      type: 'id_number',
    })
    expect(updated.metadata).not.toHaveProperty('drop')
    expect(updated.options).toEqual({})
  })

  it('sessions: list by every filter, and page through all', async () => {
    const own = {
      client_reference_id: 'walker',
      related_customer: 'cus_w',
      related_customer_account: 'acct_w',
    }
    const made: string[] = []
    for (let count = 0; count < 7; count++) {
      made.unshift((await stripe.identity.verificationSessions.create({ type: 'document', ...own })).id)
    }
    await stripe.identity.verificationSessions.cancel(made[3]!)
    const walked: string[] = []
    for await (const session of stripe.identity.verificationSessions.list({ ...own, limit: 2 }))
      walked.push(session.id)
    expect(walked).toEqual(made)

    const canceled = await stripe.identity.verificationSessions.list({ ...own, status: 'canceled' })
    expect(canceled.data.map(({ id }) => id)).toEqual([made[3]])
    const before = await stripe.identity.verificationSessions.list({
      ...own,
      ending_before: made[4]!,
      limit: 2,
    })
    expect(before.data.map(({ id }) => id)).toEqual([made[2], made[3]])
    expect(before.has_more).toBe(true)
    const now = Math.floor(Date.now() / 1000)
    expect(
      (await stripe.identity.verificationSessions.list({ ...own, created: { gt: now + 5 } })).data,
    ).toEqual([])
    expect(
      (await stripe.identity.verificationSessions.list({ ...own, created: { lte: now + 5 } })).data,
    ).toHaveLength(7)
  })

  it('sessions: cancel and redact', async () => {
    const { id } = await stripe.identity.verificationSessions.create({
      type: 'document',
      metadata: { a: 'b' },
    })
    expect(await stripe.identity.verificationSessions.cancel(id)).toMatchObject({
      status: 'canceled',
      client_secret: null,
      url: null,
    })
    expect(await stripe.identity.verificationSessions.redact(id)).toMatchObject({
      status: 'canceled',
      redaction: { status: 'processing' },
      metadata: {},
    })
  })

  it('reports: retrieve and list by every filter', async () => {
    const id = await settled('verified', { type: 'document', client_reference_id: 'reported' })
    const session = await stripe.identity.verificationSessions.retrieve(id, {
      expand: ['last_verification_report'],
    })
    const report = session.last_verification_report as Stripe.Identity.VerificationReport
    expect(await stripe.identity.verificationReports.retrieve(report.id)).toMatchObject({
      object: 'identity.verification_report',
      verification_session: id,
      document: { status: 'verified', first_name: 'Jenny', error: null },
    })
    for (const filter of [
      { verification_session: id },
      { client_reference_id: 'reported', type: 'document' as const },
    ]) {
      const page = await stripe.identity.verificationReports.list({
        ...filter,
        created: { gte: report.created },
      })
      expect(page.data.map((found) => found.id)).toEqual([report.id])
    }
    expect(
      (await stripe.identity.verificationReports.list({ verification_session: id, type: 'id_number' })).data,
    ).toEqual([])
  })

  it('events: list by type, types and time, and retrieve', async () => {
    const id = await settled('unverified', { type: 'document' })
    const [event] = (await stripe.events.list({ type: 'identity.verification_session.requires_input' })).data
    expect(event).toMatchObject({
      object: 'event',
      api_version: '2026-10-28.endive',
      data: { object: { id } },
    })
    expect(await stripe.events.retrieve(event!.id)).toEqual(expect.objectContaining({ id: event!.id }))
    const both = await stripe.events.list({
      types: ['identity.verification_session.processing', 'identity.verification_session.requires_input'],
      created: { gte: event!.created - 1 },
      limit: 2,
    })
    expect(both.data.map(({ type }) => type)).toEqual([
      'identity.verification_session.requires_input',
      'identity.verification_session.processing',
    ])
    expect((await stripe.events.list({ type: 'charge.succeeded' })).data).toEqual([])
  })

  it('webhook endpoints: create, retrieve, update, list, delete; the secret is returned once', async () => {
    const made = await stripe.webhookEndpoints.create({
      url: 'http://127.0.0.1:9/hook',
      enabled_events: ['identity.verification_session.redacted'],
      api_version: '2020-08-27',
      metadata: { a: 'b' },
    })
    expect(made.secret).toMatch(/^whsec_\w{32}$/)
    const found = await stripe.webhookEndpoints.retrieve(made.id)
    expect(found).toMatchObject({ status: 'enabled', api_version: '2020-08-27', metadata: { a: 'b' } })
    expect(found).not.toHaveProperty('secret')
    const updated = await stripe.webhookEndpoints.update(made.id, {
      disabled: true,
      enabled_events: ['*'],
      url: 'http://127.0.0.1:9/other',
    })
    expect(updated).toMatchObject({
      status: 'disabled',
      enabled_events: ['*'],
      url: 'http://127.0.0.1:9/other',
    })
    expect((await stripe.webhookEndpoints.list()).data.map(({ id }) => id)).toEqual([made.id])
    expect(await stripe.webhookEndpoints.del(made.id)).toMatchObject({ id: made.id, deleted: true })
    await expect(stripe.webhookEndpoints.retrieve(made.id)).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    })
  })

  it('files and file links: an image opens by its link, for thirty seconds, and in no other way', async () => {
    const id = await settled('verified', {
      type: 'document',
      options: { document: { require_matching_selfie: true } },
    })
    const { data } = await stripe.identity.verificationReports.list({ verification_session: id })
    const file = await restricted.files.retrieve(data[0]!.selfie!.selfie!)
    expect(file).toMatchObject({ object: 'file', purpose: 'selfie', type: 'png' })
    await expect(stripe.fileLinks.create({ file: file.id })).rejects.toMatchObject({
      type: 'StripePermissionError',
    })

    const now = Math.floor(Date.now() / 1000)
    await expect(
      restricted.fileLinks.create({ file: file.id, expires_at: now + 3600 }),
    ).rejects.toMatchObject({
      param: 'expires_at',
    })
    const link = await restricted.fileLinks.create({
      file: file.id,
      expires_at: now + 29,
      metadata: { a: 'b' },
    })
    const image = await fetch(link.url!)
    expect(image.status).toBe(200)
    expect(image.headers.get('content-type')).toBe('image/png')
    expect((await image.arrayBuffer()).byteLength).toBe(file.size)

    expect((await restricted.fileLinks.list({ file: file.id })).data).toHaveLength(1)
    const shown = await restricted.fileLinks.retrieve(link.id, { expand: ['file'] })
    expect(shown.file).toMatchObject({ id: file.id })
    expect(await restricted.fileLinks.update(link.id, { expires_at: 'now' })).toMatchObject({ expired: true })
    expect((await fetch(link.url!)).status).toBe(404)
    expect((await restricted.files.list({ purpose: 'selfie' })).data.map((each) => each.id)).toContain(
      file.id,
    )
  })

  it("errors become the package's error classes", async () => {
    const { verificationSessions } = stripe.identity
    await expect(verificationSessions.create({})).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      code: 'parameter_missing',
      param: 'type',
      statusCode: 400,
    })
    await expect(verificationSessions.retrieve('vs_nobody')).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      code: 'resource_missing',
      statusCode: 404,
    })
    await expect(client(sandbox, 'sk_live_123').identity.verificationSessions.list()).rejects.toMatchObject({
      type: 'StripeAuthenticationError',
      statusCode: 401,
    })
    const idempotencyKey = 'one-key'
    await verificationSessions.create({ type: 'document' }, { idempotencyKey })
    await expect(
      verificationSessions.create({ type: 'id_number' }, { idempotencyKey }),
    ).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
      statusCode: 400,
    })
  })
})
