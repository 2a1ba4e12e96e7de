import { z } from 'zod'
import { ERROR_CODES, LAST_ERRORS } from './last-error.js'

const LAST_ERROR = z
  .strictObject({ code: z.enum(ERROR_CODES), reason: z.string().optional() })
  .transform(({ code, reason }) => ({ code, reason: reason ?? LAST_ERRORS[code].reason }))

const nullable = z.string().nullable().default(null)

export const DOCUMENT_TYPES = ['driving_license', 'id_card', 'passport'] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

const DOCUMENT_OPTIONS = z
  .strictObject({
    allowed_types: z.array(z.enum(DOCUMENT_TYPES)),
    require_id_number: z.boolean(),
    require_live_capture: z.boolean(),
    require_matching_selfie: z.boolean(),
  })
  .partial()

/** A session as the sandbox stores it, and as a fixture defines it. A fixture needs only the id. */
export const SESSION_RECORD = z.strictObject({
  id: z.string().regex(/^vs_[0-9A-Za-z]{1,64}$/, 'an id such as vs_1'),
  created: z.int().min(0).optional(),
  status: z.enum(['requires_input', 'processing', 'verified', 'canceled']).default('requires_input'),
  type: z.enum(['document', 'id_number', 'verification_flow']).default('document'),
  /** The requested options; empty if there are none. */
  options: z.strictObject({ document: DOCUMENT_OPTIONS }).partial().default({}),
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

export type Session = Readonly<z.output<typeof SESSION_RECORD>> & { readonly created: number }
export type SessionOptions = Session['options']
