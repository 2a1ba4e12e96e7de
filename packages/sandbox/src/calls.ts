import http from 'node:http'
import { z } from 'zod'
import { PLAIN_MS, PRESETS } from './choices.js'
import { ERROR_CODES } from './objects/session/last-error.js'
import { PERSON_OR_PRESET } from './world/person.js'

/** What each call of the instrument takes, whichever way it comes. */

const DAY_MS = 24 * 3_600_000
const milliseconds = (max: number) => z.int().min(0).max(max)

export const NOTHING = z.strictObject({})

/** How checks end. */
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

/** How a submission ends. */
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

/** What goes wrong with which calls, and how many times. */
export const FAULT = z.strictObject({
  /** `*` is any. */
  method: z
    .string()
    .regex(/^(\*|[A-Za-z]+)$/, 'an HTTP method, or *')
    .default('*')
    .transform((method) => method.toUpperCase()),
  /** The exact path, or a pattern with `*`. */
  path: z.string().regex(/^[/*]/, 'a path that begins with / or *'),
  times: z.int().min(1).default(1),
  /** Before or after the effect; an answer given after it is stored under the idempotency key. */
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
  /** Bytes of the body that are sent before the connection ends. */
  truncate: z.int().min(0).optional(),
})

export type Fault = Readonly<z.output<typeof FAULT>>

/** How deliveries are disturbed; a fraction is the share of deliveries that it happens to. */
export const POLICY = z.strictObject({
  drop: z.union([z.boolean(), z.number().min(0).max(1)], 'a boolean, or a number from 0 to 1').optional(),
  /** A whole number is how many extra copies are sent. */
  duplicate: z
    .union([z.boolean(), z.number().min(0).max(10)], 'a boolean, or a number from 0 to 10')
    .optional(),
  delay_ms: milliseconds(366 * DAY_MS).optional(),
  /** Swaps neighbours: an event waits until the next one for the same endpoint was sent. */
  reorder: z.boolean().optional(),
})

export type Policy = Readonly<z.output<typeof POLICY>>

export const LIMITS = z.strictObject({ per_endpoint_rps: z.int().min(0).max(1_000_000) })

export const ROLL = z.strictObject({
  expires_in_s: z
    .int()
    .min(0)
    .max(24 * 3600)
    .default(0),
})

/** The part of a list that somebody wants: the newest of those that fit. */
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

/** An outcome as the modal and the hosted page offer it. */
export const CHOICE = { ...ENDING, async: z.boolean(), person: z.enum(PRESETS).optional() }

const STEP = z.union(
  [
    z.enum(['verified', 'unverified', 'decline', 'close']),
    z.strictObject({ ...CHOICE, async: CHOICE.async.default(false) }).refine(fitsOutcome),
    z.strictObject({
      error: z.strictObject({
        type: z.string().min(1).default('validation_error'),
        code: z.string().min(1).optional(),
        message: z.string().default('This error was asked for by a script of the sandbox.'),
      }),
    }),
  ],
  'verified, unverified, decline, close, {outcome, async?, error_code?, person?} or {error: {code?, type?, message?}}',
)

/** What the next modals, or hosted pages, do by themselves, one step each; an empty list leaves them to people again. */
export const MODAL = z.strictObject({
  next: z.union([STEP.transform((step) => [step]), z.array(STEP)]),
})

export type ModalStep = z.output<typeof STEP>

/** One step in the form in which the modal does it. */
export function scripted(step: ModalStep) {
  if (step === 'decline') return { action: 'decline' as const }
  if (step === 'close') return { action: 'close' as const }
  if (typeof step === 'string') return { action: 'submit' as const, outcome: step, async: false }
  return 'error' in step ? { action: 'error' as const, ...step } : { action: 'submit' as const, ...step }
}

export type Scripted = ReturnType<typeof scripted>

/** What a failed check of a value against its schema has to say, in one line. */
export function problemsOf(error: z.ZodError, whole: string): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || whole}: ${message}`).join('; ')
}
