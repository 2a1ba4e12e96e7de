import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, eventsOf, type Json, SESSIONS } from './support/api.js'

/** All externally visible state of a session, by the state machine. */
interface Model {
  status: 'requires_input' | 'processing' | 'verified' | 'canceled'
  error: string | null
  reports: number
  redaction: 'processing' | 'redacted' | null
  metadata: Record<string, string>
  told: string[]
  /** Milliseconds until processing ends, and its outcome. */
  pending: { left: number; error: string | null } | null
  redactionLeft: number | null
}

interface Real {
  readonly sandbox: Sandbox
  readonly id: string
}

type Step = (model: Model, real: Real) => Promise<void>

const DAY = 86_400_000
const REDACTION = 3 * DAY
const NOT_SUBMITTED = ['consent_declined', 'abandoned', 'device_not_supported']

function expectRefused(status: number): void {
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
}

const cancel: Step = async (model, { sandbox, id }) => {
  const { status } = await call(sandbox, 'POST', `${SESSIONS}/${id}/cancel`)
  if (model.status === 'requires_input') {
    model.status = 'canceled'
    model.error = null
    model.told.push('canceled')
  } else if (model.status !== 'canceled') return expectRefused(status)
  expect(status).toBe(200)
}

const redact: Step = async (model, { sandbox, id }) => {
  const { status } = await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)
  if (model.status === 'processing') return expectRefused(status)
  expect(status).toBe(200)
  if (model.redaction) return
  if (model.status === 'requires_input') {
    model.status = 'canceled'
    model.error = null
    model.told.push('canceled')
  }
  model.redaction = 'processing'
  model.redactionLeft = REDACTION
  model.metadata = {}
}

const update =
  (key: string, value: string): Step =>
  async (model, { sandbox, id }) => {
    const { status } = await call(sandbox, 'POST', `${SESSIONS}/${id}`, `metadata[${key}]=${value}`)
    if (model.status !== 'requires_input') return expectRefused(status)
    expect(status).toBe(200)
    if (value === '') delete model.metadata[key]
    else model.metadata[key] = value
  }

const submit =
  (error: string | null, processing_ms: number): Step =>
  async (model, { sandbox, id }) => {
    const { status } = await control(sandbox, 'POST', `sessions/${id}/submit`, {
      outcome: error === null ? 'verified' : 'unverified',
      ...(error !== null && { error_code: error }),
      processing_ms,
    })
    if (model.status !== 'requires_input') return expectRefused(status)
    expect(status).toBe(200)
    if (error !== null && NOT_SUBMITTED.includes(error)) {
      model.error = error
      model.told.push('requires_input')
      return
    }
    model.status = 'processing'
    model.error = null
    model.told.push('processing')
    model.pending = { left: processing_ms, error }
    pass(model, 0)
  }

/** Verified is not final: a reviewer can override a result in either direction until a cancel or a redaction. */
const override =
  (status: 'verified' | 'requires_input'): Step =>
  async (model, { sandbox, id }) => {
    const reply = await control(sandbox, 'POST', `sessions/${id}/override`, { status })
    const turned = status === 'verified' ? 'requires_input' : 'verified'
    if (model.redaction || model.reports === 0 || model.status !== turned) return expectRefused(reply.status)
    expect(reply.status).toBe(200)
    model.status = status
    model.error = status === 'verified' ? null : 'document_unverified_other'
    model.told.push(status)
  }

const advance =
  (ms: number): Step =>
  async (model, { sandbox }) => {
    await sandbox.advance(ms)
    pass(model, ms)
  }

function pass(model: Model, ms: number): void {
  if (model.pending) {
    model.pending.left -= ms
    if (model.pending.left <= 0) {
      const { error } = model.pending
      model.pending = null
      model.reports += 1
      model.status = error === null ? 'verified' : 'requires_input'
      model.error = error
      model.told.push(model.status)
    }
  }
  if (model.redactionLeft !== null) {
    model.redactionLeft -= ms
    if (model.redactionLeft <= 0) {
      model.redactionLeft = null
      model.redaction = 'redacted'
      model.told.push('redacted')
    }
  }
}

async function compare(model: Model, { sandbox, id }: Real): Promise<void> {
  const { body } = await call(sandbox, 'GET', `${SESSIONS}/${id}`, 'expand[]=verified_outputs')
  expect(seen(body)).toEqual({
    status: model.status,
    error: model.error,
    redaction: model.redaction,
    metadata: model.metadata,
    open: model.status === 'requires_input',
    outputs: model.status === 'verified' ? (model.redaction ? '[redacted]' : 'Jenny') : null,
    reported: model.reports > 0,
  })
  const reports = await call(
    sandbox,
    'GET',
    '/v1/identity/verification_reports',
    `verification_session=${id}`,
  )
  expect(reports.body.data).toHaveLength(Math.min(10, model.reports))
  expect(await eventsOf(sandbox, id)).toEqual(model.told)
}

function seen(body: Json) {
  return {
    status: body.status,
    error: body.last_error?.code ?? null,
    redaction: body.redaction?.status ?? null,
    metadata: body.metadata,
    open: body.client_secret !== null && body.url !== null,
    outputs: body.verified_outputs?.first_name ?? null,
    reported: body.last_verification_report !== null,
  }
}

/** Times far apart, so that the real duration of a run does not matter. */
const steps: fc.Arbitrary<[string, Step]> = fc.oneof(
  fc.constant<[string, Step]>(['cancel', cancel]),
  fc.constant<[string, Step]>(['redact', redact]),
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('', '1', '2'))
    .map(([key, value]): [string, Step] => [`metadata ${key}=${value}`, update(key, value)]),
  fc
    .tuple(
      fc.constantFrom(
        null,
        'document_expired',
        'selfie_manipulated',
        'consent_declined',
        'under_supported_age',
      ),
      fc.constantFrom(0, 6 * 3_600_000),
    )
    .map(([error, ms]): [string, Step] => [`submit ${error} ${ms}`, submit(error, ms)]),
  fc
    .constantFrom('verified' as const, 'requires_input' as const)
    .map((status): [string, Step] => [`override ${status}`, override(status)]),
  fc
    .constantFrom(3_600_000, 12 * 3_600_000, DAY + 3_600_000, 5 * DAY)
    .map((ms): [string, Step] => [`advance ${ms}`, advance(ms)]),
)

it('no sequence of operations returns a response outside the state machine', async () => {
  const sandbox = await createSandbox()
  const oneRun = async (sequence: readonly [string, Step][]) => {
    const { body } = await call(sandbox, 'POST', SESSIONS, 'type=document')
    const model: Model = {
      status: 'requires_input',
      error: null,
      reports: 0,
      redaction: null,
      metadata: {},
      told: ['created'],
      pending: null,
      redactionLeft: null,
    }
    const real = { sandbox, id: body.id as string }
    await compare(model, real)
    for (const [, step] of sequence) {
      await step(model, real)
      await compare(model, real)
    }
    sandbox.reset()
  }
  const property = fc.asyncProperty(fc.array(steps, { maxLength: 20 }), oneRun)
  await fc.assert(property, {
    seed: Number(process.env.SEED),
    numRuns: 20 * Number(process.env.EFFORT),
    endOnFailure: false,
    verbose: 1,
  })
  await sandbox.close()
}, 400_000)
