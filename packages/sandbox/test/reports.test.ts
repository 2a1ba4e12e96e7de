import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { ERROR_CODES, type ErrorCode } from '../src/objects/session/last-error.js'
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

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const FULL =
  'type=document&options[document][require_matching_selfie]=true&options[document][require_id_number]=true'
const CHECKS = ['document', 'email', 'id_number', 'phone', 'selfie']

async function report(form: string, error_code?: ErrorCode): Promise<Json> {
  const { id } = await createSession(sandbox, form)
  await sandbox.submit(id, {
    outcome: error_code ? 'unverified' : 'verified',
    processing_ms: 0,
    ...(error_code && { error_code }),
  })
  const session = await retrieve(sandbox, id, 'expand[]=last_verification_report')
  return session.last_verification_report
}

const checksIn = (found: Json) => CHECKS.filter((check) => check in found)

describe('a report', () => {
  it.each([
    ['type=document', ['document']],
    ['type=id_number', ['id_number']],
    ['type=document&options[document][require_matching_selfie]=true', ['document', 'selfie']],
    ['type=document&options[document][require_id_number]=true', ['document', 'id_number']],
    [FULL, ['document', 'id_number', 'selfie']],
    ['type=id_number&options[document][require_matching_selfie]=true', ['document', 'id_number', 'selfie']],
    ['verification_flow=vf_1', ['document', 'email', 'phone', 'selfie']],
  ])('of %s contains the requested checks', async (form, checks) => {
    const verified = await report(form)
    expect(checksIn(verified)).toEqual(checks)
    for (const check of checks) expect(verified[check]).toMatchObject({ status: 'verified', error: null })
  })

  it.each(ERROR_CODES)('after %s contains the failed check, and no other', async (code) => {
    const found = await report(FULL, code)
    if (['abandoned', 'consent_declined', 'device_not_supported'].includes(code)) {
      expect(found).toBeNull()
      return
    }
    const failed = checksIn(found).filter((check) => found[check].status === 'unverified')
    if (code === 'under_supported_age') expect(failed).toEqual([])
    else if (code === 'country_not_supported') expect(failed).toEqual(['document'])
    else {
      const [check = ''] = failed
      expect(failed).toEqual([CHECKS.find((name) => code.startsWith(name))])
      expect(found[check].error.code).toBe(code)
      expect(found[check].error.reason).toBeTruthy()
    }
  })

  it('contains the check of an error code, even if the options did not request it', async () => {
    expect(checksIn(await report('type=document', 'selfie_manipulated'))).toEqual(['document', 'selfie'])
  })

  it('uses the first allowed document type, or the one of the failure', async () => {
    const allowed = 'type=document&options[document][allowed_types][]=passport'
    expect((await report(allowed)).document).toMatchObject({ type: 'passport', address: null })
    expect((await report(allowed, 'document_type_not_supported')).document.type).not.toBe('passport')
    expect((await report('type=document')).document.files).toHaveLength(2)
  })

  it('is listed newest first, by session, and is a 404 if unknown', async () => {
    const { id } = await createSession(sandbox)
    const made: string[] = []
    for (let tries = 0; tries < 3; tries++) {
      await sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
      made.unshift((await retrieve(sandbox, id)).last_verification_report)
    }
    const { body } = await call(sandbox, 'GET', REPORTS, `verification_session=${id}&limit=2`)
    expect(body.data.map((found: Json) => found.id)).toEqual(made.slice(0, 2))
    expect(body.has_more).toBe(true)
    expect(await call(sandbox, 'GET', `${REPORTS}/vr_nobody`)).toMatchObject({
      status: 404,
      body: { error: { code: 'resource_missing', message: "No such VerificationReport: 'vr_nobody'" } },
    })
  })
})

describe('sensitive results', () => {
  const SENSITIVE = [
    'verified_outputs.dob',
    'verified_outputs.id_number',
    'last_verification_report.document.number',
    'last_verification_report.document.expiration_date',
  ]
  const ask = (id: string, path: string, key: string) =>
    call(sandbox, 'GET', `${SESSIONS}/${id}`, `expand[]=${path}`, { key })
  const at = (body: Json, path: string) => path.split('.').reduce((value, step) => value[step], body)

  it.each(SENSITIVE)(
    '%s is refused with a secret key, and returned with a restricted one for 48 hours',
    async (path) => {
      const { id } = await createSession(sandbox, FULL)
      await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
      expect(await ask(id, path, sandbox.secretKey)).toMatchObject({
        status: 403,
        body: {
          error: {
            type: 'invalid_request_error',
            message:
              'To access sensitive verification results, configure a restricted API key with appropriate permissions. Learn more here: https://stripe.com/docs/identity/access-verification-results.',
          },
        },
      })
      expect(at((await ask(id, path, sandbox.restrictedKey)).body, path)).toBeTruthy()
      await sandbox.advance(47 * 3_600_000)
      expect((await ask(id, path, sandbox.restrictedKey)).status).toBe(200)
      await sandbox.advance(2 * 3_600_000)
      expect((await ask(id, path, sandbox.restrictedKey)).status).toBe(403)
    },
  )

  it('are absent unless expanded, and outputs are null unless verified', async () => {
    const { id } = await createSession(sandbox, FULL)
    expect(await retrieve(sandbox, id)).not.toHaveProperty('verified_outputs')
    expect((await retrieve(sandbox, id, 'expand[]=verified_outputs')).verified_outputs).toBeNull()
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    const { verified_outputs } = await retrieve(sandbox, id, 'expand[]=verified_outputs')
    expect(Object.keys(verified_outputs).sort()).toEqual([
      'address',
      'email',
      'first_name',
      'id_number_type',
      'last_name',
      'phone',
    ])
  })

  it('change nothing if the call is refused', async () => {
    const { id } = await createSession(sandbox)
    const path = `${SESSIONS}/${id}/cancel`
    expect((await call(sandbox, 'POST', path, 'expand[]=verified_outputs.dob')).status).toBe(403)
    expect((await retrieve(sandbox, id)).status).toBe('requires_input')

    await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await sandbox.advance(49 * 3_600_000)
    const redact = await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`, 'expand[]=verified_outputs.dob', {
      key: sandbox.restrictedKey,
    })
    expect(redact.status).toBe(403)
    expect((await retrieve(sandbox, id)).redaction).toBeNull()
  })
})

describe('redaction', () => {
  it('removes the session’s own data at once, and all that belongs to it within four days', async () => {
    const { id } = await createSession(
      sandbox,
      `${FULL}&metadata[name]=Lovelace&client_reference_id=lovelace-1&provided_details[email]=lovelace@example.com`,
    )
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    const before = await retrieve(sandbox, id, 'expand[]=last_verification_report')
    const link = await linkTo(before.last_verification_report.selfie.selfie)
    expect((await fetch(link)).status).toBe(200)

    const { body } = await call(
      sandbox,
      'POST',
      `${SESSIONS}/${id}/redact`,
      'expand[]=verified_outputs&expand[]=provided_details',
    )
    expect(body).toMatchObject({
      status: 'verified',
      redaction: { status: 'processing' },
      metadata: {},
      client_reference_id: '[redacted]',
      provided_details: { email: '[redacted]' },
      verified_outputs: { first_name: '[redacted]', address: { line1: '[redacted]', country: 'US' } },
    })
    expect(await eventsOf(sandbox, id)).toEqual(['created', 'processing', 'verified'])
    await sandbox.advance(2.5 * 24 * 3_600_000)
    expect((await retrieve(sandbox, id)).redaction.status).toBe('processing')
    await sandbox.advance(1.5 * 24 * 3_600_000)
    const after = await retrieve(sandbox, id, 'expand[]=last_verification_report')
    expect(after.redaction.status).toBe('redacted')
    expect(after.last_verification_report.document).toMatchObject({
      first_name: '[redacted]',
      address: { city: '[redacted]', country: 'US' },
      issued_date: { day: 1, month: 1, year: 1 },
      status: 'verified',
    })
    expect(await eventsOf(sandbox, id)).toEqual(['created', 'processing', 'verified', 'redacted'])

    const events = await call(sandbox, 'GET', '/v1/events', 'limit=100')
    const log = sandbox.requests().filter(({ params }) => params?.client_reference_id !== undefined)
    expect(log.at(-1)?.params).toMatchObject({ type: 'document', client_reference_id: '[redacted]' })
    for (const text of [after, events.body, log].map((value) => JSON.stringify(value))) {
      for (const personal of ['Jenny', 'Lovelace', 'lovelace']) expect(text).not.toContain(personal)
    }
    expect((await fetch(link)).status).toBe(404)
    const again = await call(
      sandbox,
      'POST',
      '/v1/file_links',
      `file=${before.last_verification_report.selfie.selfie}&expires_at=${await inSeconds(20)}`,
      { key: sandbox.restrictedKey },
    )
    expect(again.status).toBe(400)
  })

  it("keeps each event's state of its time, without personal data", async () => {
    const { id } = await createSession(sandbox, 'type=document&metadata[name]=Lovelace')
    await sandbox.submit(id, 'unverified', { error_code: 'document_expired', processing_ms: 0 })
    const first = (await retrieve(sandbox, id)).last_verification_report
    await sandbox.submit(id, 'verified', { processing_ms: 0 })
    const second = (await retrieve(sandbox, id)).last_verification_report
    await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)
    await sandbox.advance(4 * 24 * 3_600_000)
    const { data } = (await call(sandbox, 'GET', '/v1/events')).body
    const told = data.map((event: Json) => event.data.object).reverse()
    expect(told.map((session: Json) => [session.status, session.last_verification_report])).toEqual([
      ['requires_input', null],
      ['processing', null],
      ['requires_input', first],
      ['processing', first],
      ['verified', second],
      ['verified', second],
    ])
    expect(told[2].last_error.code).toBe('document_expired')
    for (const session of told) expect(session.metadata).toEqual({})
  })

  it('shows placeholders of the sensitive fields to a restricted key', async () => {
    const { id } = await createSession(sandbox, FULL)
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)
    const query =
      'expand[]=verified_outputs.dob&expand[]=verified_outputs.id_number&expand[]=verified_outputs.sex'
    const { verified_outputs } = await retrieve(sandbox, id, query, sandbox.restrictedKey)
    expect(verified_outputs).toMatchObject({
      dob: { day: 1, month: 1, year: 1 },
      id_number: '[redacted]',
      sex: '[redacted]',
    })
  })

  it('cancels an open session, and is emitted once', async () => {
    const { id } = await createSession(sandbox)
    await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)
    await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)
    await sandbox.advance(5 * 24 * 3_600_000)
    await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)
    expect(await eventsOf(sandbox, id)).toEqual(['created', 'canceled', 'redacted'])
  })

  async function linkTo(file: string): Promise<string> {
    const form = `file=${file}&expires_at=${await inSeconds(30)}`
    return (await call(sandbox, 'POST', '/v1/file_links', form, { key: sandbox.restrictedKey })).body.url
  }
  const inSeconds = async (seconds: number) =>
    Math.floor((await control(sandbox, 'GET', 'health')).body.now / 1000) + seconds
})

describe('images', () => {
  it('are PNGs that a secret key can retrieve but not open', async () => {
    const found = await report(FULL)
    const id = found.document.files[0]
    const { body } = await call(sandbox, 'GET', `/v1/files/${id}`)
    expect(body).toMatchObject({
      purpose: 'identity_document_downloadable',
      type: 'png',
      filename: 'document_front.png',
    })
    const open = (key: string) => fetch(body.url, { headers: { authorization: `Bearer ${key}` } })
    expect((await open(sandbox.secretKey)).status).toBe(403)
    const bytes = Buffer.from(await (await open(sandbox.restrictedKey)).arrayBuffer())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes).toHaveLength(body.size)
  })

  it('are available for 48 hours, like all sensitive data', async () => {
    const found = await report(FULL)
    const { body } = await call(sandbox, 'GET', `/v1/files/${found.selfie.selfie}`)
    const open = () => fetch(body.url, { headers: { authorization: `Bearer ${sandbox.restrictedKey}` } })
    const link = async () => {
      const { now } = (await control(sandbox, 'GET', 'health')).body
      const form = `file=${body.id}&expires_at=${Math.floor(now / 1000) + 20}`
      return call(sandbox, 'POST', '/v1/file_links', form, { key: sandbox.restrictedKey })
    }
    await sandbox.advance(47 * 3_600_000)
    expect([(await open()).status, (await link()).status]).toEqual([200, 200])
    await sandbox.advance(2 * 3_600_000)
    expect([(await open()).status, (await link()).status]).toEqual([403, 403])
  })

  it('have links that expire by the clock, whose URL needs a restricted key', async () => {
    const found = await report(FULL)
    const { now } = (await control(sandbox, 'GET', 'health')).body
    const form = `file=${found.selfie.document}&expires_at=${Math.floor(now / 1000) + 30}`
    const { body } = await call(sandbox, 'POST', '/v1/file_links', form, { key: sandbox.restrictedKey })
    expect((await call(sandbox, 'GET', `/v1/file_links/${body.id}`)).body.url).toBeNull()
    expect((await fetch(body.url)).status).toBe(200)
    await sandbox.advance(31_000)
    expect((await fetch(body.url)).status).toBe(404)
    expect((await fetch(`${sandbox.url}/links/nothing`)).status).toBe(404)
  })

  it('have links that stay expired, which only a restricted key can extend, and not for redacted files', async () => {
    const found = await report(FULL)
    const now = async () => Math.floor((await control(sandbox, 'GET', 'health')).body.now / 1000)
    const form = `file=${found.selfie.selfie}&expires_at=${(await now()) + 10}`
    const { body } = await call(sandbox, 'POST', '/v1/file_links', form, { key: sandbox.restrictedKey })
    const extend = async (key: string) =>
      (await call(sandbox, 'POST', `/v1/file_links/${body.id}`, `expires_at=${(await now()) + 20}`, { key }))
        .status
    expect(await extend(sandbox.secretKey)).toBe(403)
    expect(await extend(sandbox.restrictedKey)).toBe(200)
    await sandbox.advance(21_000)
    expect([await extend(sandbox.secretKey), await extend(sandbox.restrictedKey)]).toEqual([400, 400])
    expect((await fetch(body.url)).status).toBe(404)
    expect((await call(sandbox, 'POST', `/v1/file_links/${body.id}`, 'metadata[a]=b')).status).toBe(200)

    await call(sandbox, 'POST', `${SESSIONS}/${found.verification_session}/redact`)
    await sandbox.advance(3 * 86_400_000)
    expect(await extend(sandbox.restrictedKey)).toBe(400)
    expect((await fetch(body.url)).status).toBe(404)
  })

  it('are downloadable if they are of documents', async () => {
    const found = await report(FULL)
    const purposes = await Promise.all(
      [...found.document.files, found.selfie.document, found.selfie.selfie].map(
        async (id: string) => (await call(sandbox, 'GET', `/v1/files/${id}`)).body.purpose,
      ),
    )
    expect(new Set(purposes)).toEqual(new Set(['identity_document_downloadable', 'selfie']))
  })

  it.each(['', '&expires_at=', '&expires_at=1', '&expires_at=99999999999'])(
    'have no link with "%s"',
    async (expiry) => {
      const found = await report(FULL)
      const form = `file=${found.selfie.selfie}${expiry}`
      const reply = await call(sandbox, 'POST', '/v1/file_links', form, { key: sandbox.restrictedKey })
      expect(reply).toMatchObject({ status: 400, body: { error: { param: 'expires_at' } } })
    },
  )

  it('have no link for forty seconds', async () => {
    const found = await report(FULL)
    const { now } = (await control(sandbox, 'GET', 'health')).body
    const form = `file=${found.selfie.selfie}&expires_at=${Math.floor(now / 1000) + 40}`
    const reply = await call(sandbox, 'POST', '/v1/file_links', form, { key: sandbox.restrictedKey })
    expect(reply.status).toBe(400)
  })
})
