import http from 'node:http'
import { z } from 'zod'
import { PLAIN_MS, PRESETS } from './choices.js'
import { ERROR_CODES } from './objects/session/last-error.js'
import { Malformed } from './stripe/errors.js'
import { PERSON_OR_PRESET } from './world/person.js'

/** The schemas of the instrument's calls: the control routes and the JavaScript API share them. */

const DAY_MS = 24 * 3_600_000
const milliseconds = (max: number) => z.int().min(0).max(max)

export const NOTHING = z.strictObject({})

/** The result of the checks. */
const ENDING = {
  outcome: z.enum(['verified', 'unverified']),
  error_code: z.enum(ERROR_CODES).optional(),
}

const fitsOutcome = (ending: { readonly outcome: string; readonly error_code?: unknown }) =>
  ending.outcome === 'unverified' || ending.error_code === undefined

export const SUBMISSION = z
  .strictObject({
    ...ENDING,
    person: PERSON_OR_PRESET.optional(),
    processing_ms: milliseconds(366 * DAY_MS).default(PLAIN_MS),
  })
  .refine(fitsOutcome, { path: ['error_code'], message: 'only where outcome is "unverified"' })

/** The result of a submission. */
export type Submission = z.output<typeof SUBMISSION>

export const OVERRIDE = z
  .strictObject({
    status: z.enum(['verified', 'requires_input']),
    error_code: z.enum(ERROR_CODES).optional(),
  })
  .refine((body) => body.status === 'requires_input' || body.error_code === undefined, {
    path: ['error_code'],
    message: 'only where status is "requires_input"',
  })

/** A reviewer's decision about a session that was checked. */
export type Override = z.output<typeof OVERRIDE>

export const CLOCK = z
  .strictObject({
    freeze: z.boolean().optional(),
    advance_ms: milliseconds(10 * 366 * DAY_MS).optional(),
    set_to: z.int().min(0).optional(),
  })
  .refine((wish) => Object.keys(wish).length > 0, 'advance_ms, set_to or freeze')
  .refine((wish) => wish.advance_ms === undefined || wish.set_to === undefined, {
    path: ['set_to'],
    message: 'either advance_ms or set_to',
  })

/** A disturbance of the calls that match, and how often it happens. */
export const FAULT = z.strictObject({
  /** `*` matches any method. */
  method: z
    .string()
    .regex(/^(\*|[A-Za-z]+)$/, 'an HTTP method, or *')
    .default('*')
    .transform((method) => method.toUpperCase()),
  /** The exact path, or a pattern with `*`. */
  path: z.string().regex(/^[/*]/, 'a path that begins with / or *'),
  times: z.int().min(1).default(1),
  /** Before or after the effect. An `after` answer is stored under the idempotency key. */
  when: z.enum(['before', 'after']).default('before'),
  delay_ms: milliseconds(10 * 60_000).optional(),
  status: z.int().min(200).max(599).optional(),
  headers: z
    .record(z.string(), z.string())
    .refine(areHeaders, 'names and values that HTTP allows')
    .optional(),
  body: z.unknown().optional(),
  reset: z.boolean().optional(),
  hang: z.boolean().optional(),
  /** The number of body bytes sent before the connection ends. */
  truncate: z.int().min(0).optional(),
})

export type Fault = Readonly<z.output<typeof FAULT>>

/** Disturbances of deliveries. A fraction is the share of deliveries affected. */
export const POLICY = z.strictObject({
  drop: z.union([z.boolean(), z.number().min(0).max(1)], 'a boolean, or a number from 0 to 1').optional(),
  /** A whole number is the number of extra copies. */
  duplicate: z
    .union([z.boolean(), z.number().min(0).max(10)], 'a boolean, or a number from 0 to 10')
    .optional(),
  delay_ms: milliseconds(366 * DAY_MS).optional(),
  /** Swaps neighbours: an event waits until the next one for the same endpoint has been sent. */
  reorder: z.boolean().optional(),
})

/** Disturbances of webhook deliveries, as `setPolicy` takes them. */
export type Policy = Readonly<z.output<typeof POLICY>>

export const LIMITS = z.strictObject({ per_endpoint_rps: z.int().min(0).max(1_000_000) })

export const ROLL = z.strictObject({
  expires_in_s: z
    .int()
    .min(0)
    .max(24 * 3600)
    .default(0),
})

/** Filters for a list; `limit` keeps the newest matches. */
export const PART = z.strictObject({
  limit: z.coerce.number<number | string>().int().min(1).max(1_000_000).optional(),
  session: z.string().optional(),
  type: z.string().optional(),
  path: z.string().optional(),
})

function areHeaders(headers: Record<string, string>): boolean {
  try {
    for (const [name, value] of Object.entries(headers)) {
      http.validateHeaderName(name)
      http.validateHeaderValue(name, value)
    }
    return true
  } catch {
    return false
  }
}

/** An outcome as offered by the modal and the hosted page. */
export const CHOICE = { ...ENDING, async: z.boolean(), person: z.enum(PRESETS).optional() }

const STEP = z.union(
  [
    z.enum(['verified', 'unverified', 'decline', 'close']),
    z.strictObject({ ...CHOICE, async: CHOICE.async.default(false) }).refine(fitsOutcome),
    z.strictObject({
      error: z.strictObject({
        type: z.string().min(1).default('validation_error'),
        code: z.string().min(1).optional(),
        message: z.string().default('This error was scripted in the sandbox.'),
      }),
    }),
  ],
  'verified, unverified, decline, close, {outcome, async?, error_code?, person?} or {error: {code?, type?, message?}}',
)

/** The scripted actions of the next modals or hosted pages, one step each. With an empty list, people act again. */
export const MODAL = z.strictObject({
  next: z.union([STEP.transform((step) => [step]), z.array(STEP)]),
})

export type ModalStep = z.output<typeof STEP>

/** A decision in the modal or on the hosted page. */
export type Choice =
  | ({ readonly action: 'submit' } & Readonly<z.output<z.ZodObject<typeof CHOICE>>>)
  | { readonly action: 'decline' }

/** A step in the form that the modal executes. */
export type Scripted =
  | Choice
  | { readonly action: 'close' }
  | ({ readonly action: 'error' } & Extract<ModalStep, { error: unknown }>)

export function scripted(step: ModalStep): Scripted {
  if (step === 'decline' || step === 'close') return { action: step }
  if (typeof step === 'string') return { action: 'submit', outcome: step, async: false }
  return 'error' in step ? { action: 'error', ...step } : { action: 'submit', ...step }
}

/** Checks a call. Throws `Malformed` with everything that was expected. */
export function readCall<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Malformed(`Malformed call. Expected: ${problemsOf(parsed.error, 'body')}`)
}

/** All problems of a failed parse, in one line. `whole` names the value itself. */
export function problemsOf(error: z.ZodError, whole: string): string {
  return error.issues
    .map((issue) => {
      const { message } = issue.code === 'invalid_key' ? (issue.issues[0] ?? issue) : issue
      return `${issue.path.join('.') || whole}: ${message}`
    })
    .join('; ')
}
