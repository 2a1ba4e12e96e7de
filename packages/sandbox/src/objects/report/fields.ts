import type { Expand } from '../../stripe/expand.js'
import type { Found } from '../../world/person.js'
import type { LastError } from '../session/last-error.js'
import type { DocumentType, Session, SessionOptions } from '../session/record.js'
import { expandable, fill, SENSITIVE, type Shown, show, type Table, type Values } from '../table.js'

type Ended = { readonly error: LastError | null }

const status = ({ error }: Ended) => (error === null ? 'verified' : 'unverified')
const error = (ended: Ended) => ended.error

/** The result of a document check. */
export interface DocumentFinding extends Ended {
  /** `NOTHING_FOUND` if the document could not be read. */
  readonly person: Found
  readonly type: DocumentType | null
  readonly expires: Found['document']['expiration_date']
  readonly files: readonly string[]
}

export const DOCUMENT = [
  {
    name: 'address',
    from: ({ person, type }) => (type === 'passport' ? null : person.address),
    redact: 'address',
  },
  { name: 'dob', from: ({ person }) => person.dob, redact: 'date', ...SENSITIVE },
  { name: 'error', from: error, redact: 'keep' },
  { name: 'expiration_date', from: ({ expires }) => expires, redact: 'date', ...SENSITIVE },
  { name: 'files', from: ({ files }) => files, redact: 'keep' },
  { name: 'first_name', from: ({ person }) => person.first_name, redact: 'text' },
  { name: 'issued_date', from: ({ person }) => person.document.issued_date, redact: 'date' },
  { name: 'issuing_country', from: ({ person }) => person.document.issuing_country, redact: 'keep' },
  { name: 'last_name', from: ({ person }) => person.last_name, redact: 'text' },
  { name: 'number', from: ({ person }) => person.document.number, redact: 'text', ...SENSITIVE },
  { name: 'sex', from: ({ person }) => person.sex, redact: 'text', ...SENSITIVE },
  { name: 'status', from: status, redact: 'keep' },
  { name: 'type', from: ({ type }) => type, redact: 'keep' },
  {
    name: 'unparsed_place_of_birth',
    from: ({ person, type }) => (type === 'passport' ? person.unparsed_place_of_birth : null),
    redact: 'text',
    ...SENSITIVE,
  },
  { name: 'unparsed_sex', from: ({ person }) => person.unparsed_sex, redact: 'text', ...SENSITIVE },
] as const satisfies Table<DocumentFinding>

export interface PersonFinding extends Ended {
  readonly person: Found
}

export const ID_NUMBER = [
  { name: 'dob', from: ({ person }) => person.dob, redact: 'date', ...SENSITIVE },
  { name: 'error', from: error, redact: 'keep' },
  { name: 'first_name', from: ({ person }) => person.first_name, redact: 'text' },
  { name: 'id_number', from: ({ person }) => person.id_number, redact: 'text', ...SENSITIVE },
  { name: 'id_number_type', from: ({ person }) => person.id_number_type, redact: 'keep' },
  { name: 'last_name', from: ({ person }) => person.last_name, redact: 'text' },
  { name: 'status', from: status, redact: 'keep' },
] as const satisfies Table<PersonFinding>

export interface ContactFinding extends Ended {
  readonly value: string | null
}

export const EMAIL = [
  { name: 'email', from: ({ value }) => value, redact: 'text' },
  { name: 'error', from: error, redact: 'keep' },
  { name: 'status', from: status, redact: 'keep' },
] as const satisfies Table<ContactFinding>

export const PHONE = [
  { name: 'error', from: error, redact: 'keep' },
  { name: 'phone', from: ({ value }) => value, redact: 'text' },
  { name: 'status', from: status, redact: 'keep' },
] as const satisfies Table<ContactFinding>

export interface SelfieFinding extends Ended {
  readonly document: string
  readonly selfie: string
}

export const SELFIE = [
  { name: 'document', from: ({ document }) => document, redact: 'keep' },
  { name: 'error', from: error, redact: 'keep' },
  { name: 'selfie', from: ({ selfie }) => selfie, redact: 'keep' },
  { name: 'status', from: status, redact: 'keep' },
] as const satisfies Table<SelfieFinding>

export interface ReportOptions extends SessionOptions {
  readonly id_number?: Record<string, never>
}

/** The results of a submission's checks; undefined for checks that were not requested. */
export interface Findings {
  readonly id: string
  readonly created: number
  readonly session: Session
  readonly options: ReportOptions
  readonly document: DocumentFinding | undefined
  readonly selfie: SelfieFinding | undefined
  readonly id_number: PersonFinding | undefined
  readonly email: ContactFinding | undefined
  readonly phone: ContactFinding | undefined
}

export const REPORT = [
  { name: 'id', from: ({ id }) => id, redact: 'keep' },
  { name: 'object', from: () => 'identity.verification_report', redact: 'keep' },
  { name: 'client_reference_id', from: ({ session }) => session.client_reference_id, redact: 'text' },
  { name: 'created', from: ({ created }) => created, redact: 'keep' },
  {
    name: 'document',
    from: ({ document }) => document && fill(DOCUMENT, document),
    fields: DOCUMENT,
    redact: 'keep',
  },
  { name: 'email', from: ({ email }) => email && fill(EMAIL, email), fields: EMAIL, redact: 'keep' },
  {
    name: 'id_number',
    from: ({ id_number }) => id_number && fill(ID_NUMBER, id_number),
    fields: ID_NUMBER,
    redact: 'keep',
  },
  { name: 'livemode', from: () => false, redact: 'keep' },
  {
    name: 'options',
    from: ({ session, options }) => (session.type === 'verification_flow' ? undefined : options),
    redact: 'keep',
  },
  { name: 'phone', from: ({ phone }) => phone && fill(PHONE, phone), fields: PHONE, redact: 'keep' },
  { name: 'selfie', from: ({ selfie }) => selfie && fill(SELFIE, selfie), fields: SELFIE, redact: 'keep' },
  { name: 'type', from: ({ session }) => session.type, redact: 'keep' },
  {
    name: 'verification_flow',
    from: ({ session }) => session.verification_flow ?? undefined,
    redact: 'keep',
  },
  { name: 'verification_session', from: ({ session }) => session.id, redact: 'keep' },
] as const satisfies Table<Findings>

/** A verification report as the sandbox stores it, including sensitive fields. */
export type Report = Values<typeof REPORT>

export const REPORT_EXPANDABLE = expandable(REPORT)

/** The report as the API shows it, without checks that were not requested. */
export function presentReport(report: Report, expand?: Expand): Shown {
  return show(REPORT, report, expand)
}
