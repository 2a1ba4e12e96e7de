import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import {
  call,
  control,
  createSession,
  eventsOf,
  type Json,
  type Reply,
  retrieve,
  SESSIONS,
} from './support/api.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** Moves a session into each state. */
const MAKE: Record<string, (id: string) => Promise<unknown>> = {
  requires_input: async () => {},
  failed: (id) => sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 }),
  processing: (id) => sandbox.submit(id, { outcome: 'verified', processing_ms: 60_000 }),
  verified: (id) => sandbox.submit(id, { outcome: 'verified', processing_ms: 0 }),
  canceled: (id) => call(sandbox, 'POST', `${SESSIONS}/${id}/cancel`),
  'redacted, verified': async (id) => {
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)
  },
  'redacted, canceled': (id) => call(sandbox, 'POST', `${SESSIONS}/${id}/redact`),
}

const OPERATIONS: Record<string, (id: string) => Promise<Reply>> = {
  retrieve: (id) => call(sandbox, 'GET', `${SESSIONS}/${id}`),
  update: (id) => call(sandbox, 'POST', `${SESSIONS}/${id}`, 'metadata[x]=y'),
  submit: (id) =>
    control(sandbox, 'POST', `sessions/${id}/submit`, { outcome: 'verified', processing_ms: 60_000 }),
  cancel: (id) => call(sandbox, 'POST', `${SESSIONS}/${id}/cancel`),
  redact: (id) => call(sandbox, 'POST', `${SESSIONS}/${id}/redact`),
  'override to verified': (id) => control(sandbox, 'POST', `sessions/${id}/override`, { status: 'verified' }),
  'override to requires_input': (id) =>
    control(sandbox, 'POST', `sessions/${id}/override`, { status: 'requires_input' }),
}

interface Expected {
  readonly status: number
  readonly becomes: string
  readonly emits?: string[]
}

const same = (state: string): Expected => ({ status: 200, becomes: state })
const refused = (state: string, status = 400): Expected => ({ status, becomes: state })

const TABLE: Record<string, Record<string, Expected>> = {
  requires_input: {
    retrieve: same('requires_input'),
    update: same('requires_input'),
    submit: { status: 200, becomes: 'processing', emits: ['processing'] },
    cancel: { status: 200, becomes: 'canceled', emits: ['canceled'] },
    redact: { status: 200, becomes: 'canceled', emits: ['canceled'] },
    'override to verified': refused('requires_input', 409),
    'override to requires_input': refused('requires_input', 409),
  },
  failed: {
    retrieve: same('requires_input'),
    update: same('requires_input'),
    submit: { status: 200, becomes: 'processing', emits: ['processing'] },
    cancel: { status: 200, becomes: 'canceled', emits: ['canceled'] },
    redact: { status: 200, becomes: 'canceled', emits: ['canceled'] },
    'override to verified': { status: 200, becomes: 'verified', emits: ['verified'] },
    'override to requires_input': refused('requires_input', 409),
  },
  processing: {
    retrieve: same('processing'),
    update: refused('processing'),
    submit: refused('processing', 409),
    cancel: refused('processing'),
    redact: refused('processing'),
    'override to verified': refused('processing', 409),
    'override to requires_input': refused('processing', 409),
  },
  verified: {
    retrieve: same('verified'),
    update: refused('verified'),
    submit: refused('verified', 409),
    cancel: refused('verified'),
    redact: same('verified'),
    'override to verified': refused('verified', 409),
    'override to requires_input': { status: 200, becomes: 'requires_input', emits: ['requires_input'] },
  },
  canceled: {
    retrieve: same('canceled'),
    update: refused('canceled'),
    submit: refused('canceled', 409),
    cancel: same('canceled'),
    redact: same('canceled'),
    'override to verified': refused('canceled', 409),
    'override to requires_input': refused('canceled', 409),
  },
  'redacted, verified': {
    retrieve: same('verified'),
    update: refused('verified'),
    submit: refused('verified', 409),
    cancel: refused('verified'),
    redact: same('verified'),
    'override to verified': refused('verified', 409),
    'override to requires_input': refused('verified', 409),
  },
  'redacted, canceled': {
    retrieve: same('canceled'),
    update: refused('canceled'),
    submit: refused('canceled', 409),
    cancel: same('canceled'),
    redact: same('canceled'),
    'override to verified': refused('canceled', 409),
    'override to requires_input': refused('canceled', 409),
  },
}

const cells = Object.entries(TABLE).flatMap(([state, row]) =>
  Object.entries(row).map(([operation, expected]) => ({ state, operation, ...expected })),
)

describe('each operation in each state', () => {
  it.each(cells)('$operation of a session that is $state: $status, and it is $becomes', async (cell) => {
    const { id } = await createSession(sandbox)
    await MAKE[cell.state]!(id)
    const before = await comparable(id)
    const told = await eventsOf(sandbox, id)
    const reply = await OPERATIONS[cell.operation]!(id)
    expect(reply.status).toBe(cell.status)
    const after = await comparable(id)
    expect(after.status).toBe(cell.becomes)
    expect((await eventsOf(sandbox, id)).slice(told.length)).toEqual(cell.emits ?? [])
    if (reply.status === 200) expect(reply.body.status).toBe(cell.becomes)
    else expect(after).toEqual(before)
  })

  it('returns Stripe’s message when a verified session is canceled', async () => {
    const { id } = await createSession(sandbox)
    await MAKE.verified!(id)
    const { body } = await OPERATIONS.cancel!(id)
    expect(body.error).toMatchObject({
      type: 'invalid_request_error',
      message:
        'You cannot cancel this VerificationSession because it has a status of "verified". Only a VerificationSession in "requires_input" status may be canceled.',
    })
  })

  it('a failed session keeps its secrets and its error; a cancel removes both', async () => {
    const { id } = await createSession(sandbox)
    await MAKE.failed!(id)
    const failed = await retrieve(sandbox, id)
    expect(failed).toMatchObject({
      status: 'requires_input',
      last_error: { code: 'document_unverified_other', reason: 'The document is invalid.' },
    })
    expect(failed.client_secret).toBeTruthy()
    expect(failed.url).toBeTruthy()
    expect(failed.last_verification_report).toMatch(/^vr_/)
    const { body } = await OPERATIONS.cancel!(id)
    expect(body).toMatchObject({ last_error: null, client_secret: null, url: null })
    expect(body.last_verification_report).toBe(failed.last_verification_report)
  })

  it.each(['processing', 'verified', 'canceled'])(
    'a session that is %s has neither secret nor url',
    async (state) => {
      const { id } = await createSession(sandbox)
      await MAKE[state]!(id)
      expect(await retrieve(sandbox, id)).toMatchObject({ client_secret: null, url: null })
    },
  )

  it('a session can fail, be submitted again, and be verified', async () => {
    const { id } = await createSession(sandbox)
    await MAKE.failed!(id)
    const first = (await retrieve(sandbox, id)).last_verification_report
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 1000 })
    expect(await retrieve(sandbox, id)).toMatchObject({ status: 'processing', last_error: null })
    await sandbox.advance(1000)
    const verified = await retrieve(sandbox, id)
    expect(verified).toMatchObject({ status: 'verified', last_error: null })
    expect(verified.last_verification_report).not.toBe(first)
    expect(await eventsOf(sandbox, id)).toEqual([
      'created',
      'processing',
      'requires_input',
      'processing',
      'verified',
    ])
  })

  it.each(['consent_declined', 'abandoned', 'device_not_supported'])(
    '%s precedes the submission: no processing, no report',
    async (error_code) => {
      const { id } = await createSession(sandbox)
      await control(sandbox, 'POST', `sessions/${id}/submit`, { outcome: 'unverified', error_code })
      expect(await retrieve(sandbox, id)).toMatchObject({
        status: 'requires_input',
        last_error: { code: error_code },
        last_verification_report: null,
      })
      expect(await eventsOf(sandbox, id)).toEqual(['created', 'requires_input'])
    },
  )
})

/** The session without the fields that are new in every response. */
async function comparable(id: string): Promise<Json> {
  const {
    client_secret: _secret,
    url: _url,
    ...rest
  } = await retrieve(sandbox, id, 'expand[]=verified_outputs')
  return rest
}
