import { REPORT, type Report } from '../report/fields.js'
import { expandable, fill, redact, SENSITIVE, type Table } from '../table.js'
import type { Session } from './record.js'

/** The verified data about the user, taken from the report on a verified session. */
export const OUTPUTS = [
  { name: 'address', from: ({ document }) => document?.address ?? null, redact: 'address' },
  {
    name: 'dob',
    from: ({ document, id_number }) => document?.dob ?? id_number?.dob ?? null,
    redact: 'date',
    ...SENSITIVE,
  },
  { name: 'email', from: ({ email }) => email?.email ?? null, redact: 'text' },
  {
    name: 'first_name',
    from: ({ document, id_number }) => document?.first_name ?? id_number?.first_name ?? null,
    redact: 'text',
  },
  { name: 'id_number', from: ({ id_number }) => id_number?.id_number ?? null, redact: 'text', ...SENSITIVE },
  { name: 'id_number_type', from: ({ id_number }) => id_number?.id_number_type ?? null, redact: 'keep' },
  {
    name: 'last_name',
    from: ({ document, id_number }) => document?.last_name ?? id_number?.last_name ?? null,
    redact: 'text',
  },
  { name: 'phone', from: ({ phone }) => phone?.phone ?? null, redact: 'text' },
  { name: 'sex', from: ({ document }) => document?.sex ?? null, redact: 'text', ...SENSITIVE },
  {
    name: 'unparsed_place_of_birth',
    from: ({ document }) => document?.unparsed_place_of_birth ?? null,
    redact: 'text',
    ...SENSITIVE,
  },
  {
    name: 'unparsed_sex',
    from: ({ document }) => document?.unparsed_sex ?? null,
    redact: 'text',
    ...SENSITIVE,
  },
] as const satisfies Table<Report>

/** A session, with the values that only an API answer contains. */
export interface SessionView extends Session {
  readonly client_secret?: string | null
  readonly url?: string | null
  readonly report?: Report | undefined
}

const DETAILS = [
  { name: 'email', redact: 'text' },
  { name: 'phone', redact: 'text' },
] as const satisfies Table<NonNullable<Session['provided_details']>>

export const SESSION = [
  { name: 'id', redact: 'keep' },
  { name: 'object', from: () => 'identity.verification_session', redact: 'keep' },
  { name: 'client_reference_id', redact: 'text' },
  { name: 'client_secret', from: ({ client_secret = null }) => client_secret, redact: 'keep' },
  { name: 'created', redact: 'keep' },
  { name: 'last_error', redact: 'keep' },
  { name: 'last_verification_report', expand: ({ report }) => report, fields: REPORT, redact: 'keep' },
  { name: 'livemode', from: () => false, redact: 'keep' },
  { name: 'metadata', redact: 'entries' },
  {
    name: 'options',
    from: ({ verification_flow, options }) => (verification_flow === null ? options : null),
    redact: 'keep',
  },
  { name: 'provided_details', expand: true, fields: DETAILS, redact: 'keep' },
  { name: 'redaction', from: ({ redaction }) => redaction && { status: redaction }, redact: 'keep' },
  { name: 'related_customer', redact: 'keep' },
  { name: 'related_customer_account', redact: 'keep' },
  { name: 'related_person', from: ({ related_person }) => related_person ?? undefined, redact: 'keep' },
  { name: 'status', redact: 'keep' },
  { name: 'type', redact: 'keep' },
  { name: 'url', from: ({ url = null }) => url, redact: 'keep' },
  {
    name: 'verification_flow',
    from: ({ verification_flow }) => verification_flow ?? undefined,
    redact: 'keep',
  },
  {
    name: 'verified_outputs',
    from: ({ report, status, redaction }) => {
      if (!report || status !== 'verified') return null
      const outputs = fill(OUTPUTS, report)
      return redaction === null ? outputs : redact(OUTPUTS, outputs)
    },
    expand: true,
    fields: OUTPUTS,
    redact: 'keep',
  },
] as const satisfies Table<SessionView>

export const SESSION_EXPANDABLE = expandable(SESSION)
