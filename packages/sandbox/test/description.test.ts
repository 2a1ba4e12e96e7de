import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { ERROR_CODES } from '../src/objects/session/last-error.js'
import { call, control, type Json, REPORTS, SESSIONS } from './support/api.js'
import { type Description, readDescription } from './support/description.js'
import { type Receiver, startReceiver } from './support/receiver.js'

describe("Stripe's API description", () => {
  let description: Description
  let receiver: Receiver
  let sandbox: Sandbox
  const exercised = new Set<string>()

  beforeAll(async () => {
    description = readDescription()
    receiver = await startReceiver()
    sandbox = await createSandbox({ forwardTo: receiver.url })
  })
  afterAll(async () => {
    await sandbox?.close()
    await receiver?.close()
  })

  /** Makes a call and compares the response with the description. */
  async function check(
    method: string,
    path: string,
    form = '',
    key: 'secret' | 'restricted' = 'secret',
  ): Promise<Json> {
    const reply = await call(sandbox, method, path, form, {
      key: key === 'secret' ? sandbox.secretKey : sandbox.restrictedKey,
    })
    const operation = description.check(method, path, reply.status, reply.body)
    if (reply.status === 200) exercised.add(operation)
    return reply.body
  }

  const submit = async (id: string, body: Json) => {
    const { status } = await control(sandbox, 'POST', `sessions/${id}/submit`, { processing_ms: 0, ...body })
    expect(status).toBe(200)
  }

  const EXPAND_ALL = [
    'provided_details',
    'verified_outputs.dob',
    'verified_outputs.id_number',
    'verified_outputs.sex',
    'verified_outputs.unparsed_sex',
    'verified_outputs.unparsed_place_of_birth',
    'last_verification_report.document.dob',
    'last_verification_report.document.expiration_date',
    'last_verification_report.document.number',
    'last_verification_report.document.sex',
    'last_verification_report.document.unparsed_sex',
    'last_verification_report.document.unparsed_place_of_birth',
    'last_verification_report.id_number.dob',
    'last_verification_report.id_number.id_number',
  ]
  const expandAll = EXPAND_ALL.map((path) => `expand[]=${path}`).join('&')

  const KINDS = [
    'type=document',
    'type=document&options[document][allowed_types][]=passport&options[document][require_live_capture]=true',
    'type=document&options[document][require_matching_selfie]=true&options[document][require_id_number]=true',
    'type=id_number&metadata[a]=b&client_reference_id=user&return_url=https://example.com/',
    'type=id_number&options[document][require_matching_selfie]=true',
    'verification_flow=vf_1&provided_details[email]=a@example.com&provided_details[phone]=123&related_customer=cus_1',
    'type=document&related_person[account]=acct_1&related_person[person]=person_1&related_customer_account=acct_1',
  ]

  it.each(KINDS)('every response about a session that is %s', async (form) => {
    for (const end of ['verified', 'unverified', 'canceled', 'open']) {
      const { id } = await check('POST', SESSIONS, form)
      await check('GET', `${SESSIONS}/${id}`, expandAll, 'restricted')
      await check('POST', `${SESSIONS}/${id}`, `metadata[more]=1&${expandAll}`, 'restricted')
      if (end === 'canceled') await check('POST', `${SESSIONS}/${id}/cancel`, expandAll, 'restricted')
      else if (end !== 'open') await submit(id, { outcome: end })
      const session = await check('GET', `${SESSIONS}/${id}`, expandAll, 'restricted')
      if (session.last_verification_report)
        await check('GET', `${REPORTS}/${session.last_verification_report.id}`)
      await check('POST', `${SESSIONS}/${id}`, 'metadata[late]=1')
      await check('POST', `${SESSIONS}/${id}/redact`, expandAll, 'restricted')
      await sandbox.advance(4 * 86_400_000)
      const redacted = await check(
        'GET',
        `${SESSIONS}/${id}`,
        'expand[]=verified_outputs&expand[]=last_verification_report',
      )
      expect(redacted.redaction.status).toBe('redacted')
    }
  })

  it.each(ERROR_CODES)('every response about a session that failed with %s', async (error_code) => {
    for (const form of KINDS) {
      const { id } = await check('POST', SESSIONS, form)
      await submit(id, { outcome: 'unverified', error_code })
      const session = await check('GET', `${SESSIONS}/${id}`, expandAll, 'restricted')
      expect(session.last_error.code).toBe(error_code)
    }
  })

  it('every other response', async () => {
    const form = 'type=document&options[document][require_matching_selfie]=true'
    const { id } = await check('POST', SESSIONS, form)
    await submit(id, { outcome: 'verified' })
    const { last_verification_report: report } = await check(
      'GET',
      `${SESSIONS}/${id}`,
      'expand[]=last_verification_report',
    )
    await check('GET', SESSIONS, 'limit=100&expand[]=data.verified_outputs')
    const reports = await check('GET', REPORTS, 'limit=3&expand[]=data.document.number', 'restricted')
    expect(reports.has_more).toBe(true)
    const events = await check('GET', '/v1/events', 'limit=100')
    await check('GET', `/v1/events/${events.data[0].id}`)

    const made = await check(
      'POST',
      '/v1/webhook_endpoints',
      'url=http://127.0.0.1:9/&enabled_events[]=*&metadata[a]=b',
    )
    await check('POST', `/v1/webhook_endpoints/${made.id}`, 'disabled=true')
    await check('GET', `/v1/webhook_endpoints/${made.id}`)
    await check('GET', '/v1/webhook_endpoints')
    await check('DELETE', `/v1/webhook_endpoints/${made.id}`)

    const file = await check('GET', `/v1/files/${report.selfie.selfie}`)
    await check('GET', '/v1/files')
    const { body: health } = await control(sandbox, 'GET', 'health')
    const soon = Math.floor(health.now / 1000) + 20
    const link = await check('POST', '/v1/file_links', `file=${file.id}&expires_at=${soon}`, 'restricted')
    await check('POST', `/v1/file_links/${link.id}`, 'metadata[a]=b', 'restricted')
    await check('GET', `/v1/file_links/${link.id}`, 'expand[]=file', 'restricted')
    await check('GET', '/v1/file_links', 'expired=false')
  })

  it('the check itself detects an extra field, a missing field, and a wrong type', async () => {
    const session = await check('POST', SESSIONS, 'type=document')
    const { status, ...without } = session
    expect(status).toBe('requires_input')
    for (const broken of [{ ...session, surprise: 1 }, without, { ...session, created: 'today' }]) {
      expect(() => description.check('POST', SESSIONS, 200, broken)).toThrow()
    }
    const nested = { ...session, options: { document: { surprise: true } } }
    expect(() => description.check('POST', SESSIONS, 200, nested)).toThrow()
  })

  it('every kind of error', async () => {
    const seen = [
      await check('POST', SESSIONS),
      await check('POST', SESSIONS, 'type=document&surprise=1'),
      await check('GET', SESSIONS, 'limit=0'),
      await check('GET', `${SESSIONS}/vs_nobody`),
      await check('GET', `${REPORTS}/vr_nobody`, 'expand[]=document.number'),
      await check('POST', '/v1/file_links', 'file=file_nobody'),
    ]
    for (const body of seen) expect(body.error.message).toBeTruthy()
  })

  it('every listed or delivered event, and its session', async () => {
    const { body } = await control(sandbox, 'GET', 'events')
    const told = new Set<string>()
    for (const event of [...body.data, ...receiver.received.map((one) => one.event)]) {
      description.checkEvent(event)
      expect(event.data).not.toHaveProperty('previous_attributes')
      expect(event.data.object).toMatchObject({ client_secret: null, url: null })
      expect(event.data.object).not.toHaveProperty('verified_outputs')
      told.add(event.type)
    }
    expect(told.size).toBe(6)
  })

  it('every operation was covered, except for uploads, which Identity does not need', () => {
    expect(description.operations.filter((operation) => !exercised.has(operation))).toEqual([
      'POST /v1/files',
    ])
  })
})
