import { z } from 'zod'
import { ERROR_CODES, LAST_ERRORS } from '../last-error.js'
import { PERSON_OR_PRESET } from '../person.js'

/** A record of any kind, as it was saved: trusted but for what every record has. */
const ROW = z.looseObject({ id: z.string().min(1), created: z.int().min(0) })
const rows = z.array(ROW).default([])

const LAST_ERROR = z
  .strictObject({ code: z.enum(ERROR_CODES), reason: z.string().optional() })
  .transform(({ code, reason }) => ({ code, reason: reason ?? LAST_ERRORS[code].reason }))

const nullable = z.string().nullable().default(null)

/** A session as it was saved, or as somebody wrote it: only its id is needed. */
const SESSION = z.strictObject({
  id: z.string().regex(/^vs_[0-9A-Za-z]{1,64}$/, 'an id such as vs_1'),
  created: z.int().min(0).optional(),
  status: z.enum(['requires_input', 'processing', 'verified', 'canceled']).default('requires_input'),
  type: z.enum(['document', 'id_number', 'verification_flow']).default('document'),
  options: z
    .strictObject({
      document: z
        .strictObject({
          allowed_types: z.array(z.enum(['driving_license', 'id_card', 'passport'])),
          require_id_number: z.boolean(),
          require_live_capture: z.boolean(),
          require_matching_selfie: z.boolean(),
        })
        .partial(),
    })
    .partial()
    .default({}),
  metadata: z.record(z.string(), z.string()).default({}),
  client_reference_id: nullable,
  provided_details: z
    .strictObject({ email: z.string(), phone: z.string() })
    .partial()
    .nullable()
    .default(null),
  related_customer: nullable,
  related_customer_account: nullable,
  related_person: z.strictObject({ account: z.string(), person: z.string() }).nullable().default(null),
  verification_flow: nullable,
  return_url: nullable,
  last_error: LAST_ERROR.nullable().default(null),
  last_verification_report: nullable,
  redaction: z.enum(['processing', 'redacted']).nullable().default(null),
})

/** All that a sandbox holds, as JSON. What is left out is empty, so that it can be written by hand. */
export const STATE = z.strictObject({
  version: z.literal(1).default(1),
  clock: z
    .union([z.strictObject({ offset_ms: z.number() }), z.strictObject({ frozen_at: z.number().min(0) })])
    .optional(),
  person: PERSON_OR_PRESET.optional(),
  sessions: z.array(SESSION).default([]),
  reports: rows,
  events: rows,
  thin_events: rows,
  endpoints: rows,
  destinations: rows,
  files: rows,
  links: rows,
  ephemeral_keys: rows,
  under_way: z
    .array(z.looseObject({ kind: z.enum(['checks', 'redaction']), session: z.string(), due: z.number() }))
    .default([]),
  deliveries: z
    .array(
      z.strictObject({
        event: z.string(),
        endpoint: z.string(),
        begun: z.number(),
        counted: z.boolean(),
        attempts: z.int(),
        retries: z.int().min(0).max(10),
        waiting: z.boolean(),
        delivered: z.boolean(),
      }),
    )
    .default([]),
  credentials: z
    .strictObject({
      seal: z.string(),
      count: z.int(),
      used: z.array(z.string()),
      void_up_to: z.record(z.string(), z.int()),
    })
    .optional(),
})

export type State = z.output<typeof STATE>
/** As it may be written by hand. */
export type Fixture = z.input<typeof STATE>
