import http from 'node:http'
import { z } from 'zod'
import { ERROR_CODES } from './objects/session/last-error.js'
import { PLAIN_MS } from './timing.js'
import { PERSON_OR_PRESET } from './world/person.js'

/** What each call of the instrument takes, whichever way it comes. */

const DAY_MS = 24 * 3_600_000
const milliseconds = (max: number) => z.int().min(0).max(max)

export const NOTHING = z.strictObject({})

export const SUBMISSION = z
  .strictObject({
    outcome: z.enum(['verified', 'unverified']),
    error_code: z.enum(ERROR_CODES).optional(),
    person: PERSON_OR_PRESET.optional(),
    processing_ms: milliseconds(366 * DAY_MS).default(PLAIN_MS),
  })
  .refine((body) => body.outcome === 'unverified' || body.error_code === undefined, {
    path: ['error_code'],
    message: 'only where outcome is "unverified"',
  })

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

export const FAULT = z.strictObject({
  method: z
    .string()
    .regex(/^(\*|[A-Za-z]+)$/, 'an HTTP method, or *')
    .default('*')
    .transform((method) => method.toUpperCase()),
  path: z.string().regex(/^[/*]/, 'a path that begins with / or *'),
  times: z.int().min(1).default(1),
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
  truncate: z.int().min(0).optional(),
})

export const POLICY = z.strictObject({
  drop: z.union([z.boolean(), z.number().min(0).max(1)], 'a boolean, or a number from 0 to 1').optional(),
  duplicate: z
    .union([z.boolean(), z.number().min(0).max(10)], 'a boolean, or a number from 0 to 10')
    .optional(),
  delay_ms: milliseconds(366 * DAY_MS).optional(),
  reorder: z.boolean().optional(),
})

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
  limit: z.coerce.number().int().min(1).max(1_000_000).optional(),
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
