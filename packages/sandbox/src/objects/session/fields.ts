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
export interface SessionView {
  readonly session: Session
  readonly clientSecret?: string | null
  readonly url?: string | null
  readonly report?: Report | undefined
}

const DETAILS = [
  { name: 'email', redact: 'text' },
  { name: 'phone', redact: 'text' },
] as const satisfies Table<NonNullable<Session['provided_details']>>

export const SESSION = [
  { name: 'id', from: ({ session }) => session.id, redact: 'keep' },
  { name: 'object', from: () => 'identity.verification_session', redact: 'keep' },
  { name: 'client_reference_id', from: ({ session }) => session.client_reference_id, redact: 'text' },
  { name: 'client_secret', from: ({ clientSecret = null }) => clientSecret, redact: 'keep' },
  { name: 'created', from: ({ session }) => session.created, redact: 'keep' },
  { name: 'last_error', from: ({ session }) => session.last_error, redact: 'keep' },
  {
    name: 'last_verification_report',
    from: ({ session }) => session.last_verification_report,
    expand: ({ report }) => report,
    fields: REPORT,
    redact: 'keep',
  },
  { name: 'livemode', from: () => false, redact: 'keep' },
  { name: 'metadata', from: ({ session }) => session.metadata, redact: 'entries' },
  {
    name: 'options',
    from: ({ session }) => (session.verification_flow === null ? session.options : null),
    redact: 'keep',
  },
  {
    name: 'provided_details',
    from: ({ session }) => session.provided_details,
    expand: true,
    fields: DETAILS,
    redact: 'keep',
  },
  {
    name: 'redaction',
    from: ({ session }) => session.redaction && { status: session.redaction },
    redact: 'keep',
  },
  { name: 'related_customer', from: ({ session }) => session.related_customer, redact: 'keep' },
  {
    name: 'related_customer_account',
    from: ({ session }) => session.related_customer_account,
    redact: 'keep',
  },
  { name: 'related_person', from: ({ session }) => session.related_person ?? undefined, redact: 'keep' },
  { name: 'status', from: ({ session }) => session.status, redact: 'keep' },
  { name: 'type', from: ({ session }) => session.type, redact: 'keep' },
  { name: 'url', from: ({ url = null }) => url, redact: 'keep' },
  {
    name: 'verification_flow',
    from: ({ session }) => session.verification_flow ?? undefined,
    redact: 'keep',
  },
  {
    name: 'verified_outputs',
    from: ({ session, report }) => {
      if (!report || session.status !== 'verified') return null
      const outputs = fill(OUTPUTS, report)
      return session.redaction === null ? outputs : redact(OUTPUTS, outputs)
    },
    expand: true,
    fields: OUTPUTS,
    redact: 'keep',
  },
] as const satisfies Table<SessionView>

export const SESSION_EXPANDABLE = expandable(SESSION)
