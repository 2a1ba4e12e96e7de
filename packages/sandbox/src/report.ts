import { type CheckName, type ErrorCode, LAST_ERRORS, type LastError, lastError } from './last-error.js'
import { type Address, type DateParts, EXPIRED, type Found } from './person.js'
import type { DocumentType, REDACTED, Session, SessionOptions, SessionType } from './session.js'

type CheckStatus = 'verified' | 'unverified'

export interface DocumentCheck {
  readonly status: CheckStatus
  readonly error: LastError | null
  readonly type: DocumentType | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly address: Address | null
  readonly dob: DateParts | null
  readonly number: string | null
  readonly sex: Found['sex'] | typeof REDACTED
  readonly unparsed_sex: string | null
  readonly unparsed_place_of_birth: string | null
  readonly issued_date: DateParts | null
  readonly expiration_date: DateParts | null
  readonly issuing_country: string | null
  readonly files: readonly string[]
}

export interface IdNumberCheck {
  readonly status: CheckStatus
  readonly error: LastError | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly dob: DateParts | null
  readonly id_number: string | null
  readonly id_number_type: Found['id_number_type']
}

export interface SelfieCheck {
  readonly status: CheckStatus
  readonly error: LastError | null
  readonly document: string | null
  readonly selfie: string | null
}

export interface ContactCheck {
  readonly status: CheckStatus
  readonly error: LastError | null
  readonly value: string | null
}

/** One verification report as the sandbox keeps it, sensitive fields and all; field names are Stripe's. */
export interface Report {
  readonly id: string
  readonly created: number
  readonly type: SessionType
  readonly options: ReportOptions
  readonly verification_session: string
  readonly verification_flow: string | null
  readonly client_reference_id: string | null
  readonly document: DocumentCheck | null
  readonly selfie: SelfieCheck | null
  readonly id_number: IdNumberCheck | null
  readonly email: ContactCheck | null
  readonly phone: ContactCheck | null
}

export interface ReportOptions extends SessionOptions {
  readonly id_number?: Record<string, never>
}

/** An image that a check looked at. */
export interface Image {
  readonly purpose: 'identity_document_downloadable' | 'selfie'
  readonly filename: string
}

/** What a report needs from outside: its identity, and an id for each image it refers to. */
export interface ReportContext {
  readonly id: string
  readonly created: number
  /** Whom the checks find. */
  readonly person: Found
  readonly keepImage: (image: Image) => string
}

/** The report on a submission: every check that the session asks for, and the one that `error` belongs to. */
export function writeReport(session: Session, error: ErrorCode | null, context: ReportContext): Report {
  const checks = checksOf(session)
  const failed = failedCheck(error)
  if (failed) checks.add(failed)
  const errorOf = (check: CheckName) =>
    error !== null && failed === check ? lastError(checkCode(error)) : null

  const document = checks.has('document') ? documentCheck(session, errorOf('document'), context) : null
  return {
    id: context.id,
    created: context.created,
    type: session.type,
    options: reportOptions(session),
    verification_session: session.id,
    verification_flow: session.verification_flow,
    client_reference_id: session.client_reference_id,
    document,
    selfie: checks.has('selfie') ? selfieCheck(document, errorOf('selfie'), context) : null,
    id_number: checks.has('id_number') ? idNumberCheck(context.person, errorOf('id_number')) : null,
    email: checks.has('email')
      ? contactCheck(session.provided_details?.email ?? context.person.email, errorOf('email'))
      : null,
    phone: checks.has('phone')
      ? contactCheck(session.provided_details?.phone ?? context.person.phone, errorOf('phone'))
      : null,
  }
}

/** Unlike a session, a report names its own kind even where nothing was asked for. */
function reportOptions({ type, options }: Session): ReportOptions {
  if (type === 'id_number') return { ...options, id_number: {} }
  return type === 'document' ? { document: options.document ?? {} } : {}
}

/** The checks that type and options ask for; a flow, whose settings live in Stripe's dashboard, asks for all but the number. */
export function checksOf(session: Pick<Session, 'type' | 'options'>): Set<CheckName> {
  if (session.type === 'verification_flow') return new Set(['document', 'selfie', 'email', 'phone'])
  const { document } = session.options
  const checks = new Set<CheckName>([session.type])
  if (document && Object.keys(document).length > 0) checks.add('document')
  if (document?.require_matching_selfie) checks.add('selfie')
  if (document?.require_id_number) checks.add('id_number')
  return checks
}

/** A country that isn't supported shows in the report as a document that couldn't be verified. */
function failedCheck(error: ErrorCode | null): CheckName | null {
  if (error === null) return null
  return error === 'country_not_supported' ? 'document' : LAST_ERRORS[error].check
}

function checkCode(error: ErrorCode): ErrorCode {
  return error === 'country_not_supported' ? 'document_unverified_other' : error
}

const DOCUMENT_TYPES: readonly DocumentType[] = ['driving_license', 'passport', 'id_card']

function documentCheck(session: Session, error: LastError | null, context: ReportContext): DocumentCheck {
  const allowed = session.options.document?.allowed_types
  const wrongType = error?.code === 'document_type_not_supported'
  const { person } = context
  const type = wrongType
    ? (DOCUMENT_TYPES.find((candidate) => allowed && !allowed.includes(candidate)) ?? null)
    : (person.document.type ?? allowed?.[0] ?? 'driving_license')
  const sides = type === 'passport' ? ['front'] : ['front', 'back']
  const files = sides.map((side) =>
    context.keepImage({ purpose: 'identity_document_downloadable', filename: `document_${side}.png` }),
  )
  const readable = error === null || error.code === 'document_expired'
  if (!readable) return { ...UNREADABLE, error, type, files }
  return {
    status: error === null ? 'verified' : 'unverified',
    error,
    type,
    first_name: person.first_name,
    last_name: person.last_name,
    address: type === 'passport' ? null : person.address,
    dob: person.dob,
    number: person.document.number,
    sex: person.sex,
    unparsed_sex: person.unparsed_sex,
    unparsed_place_of_birth: type === 'passport' ? person.unparsed_place_of_birth : null,
    issued_date: person.document.issued_date,
    expiration_date: error === null ? person.document.expiration_date : EXPIRED,
    issuing_country: person.document.issuing_country,
    files,
  }
}

const UNREADABLE: Omit<DocumentCheck, 'error' | 'type' | 'files'> = {
  status: 'unverified',
  first_name: null,
  last_name: null,
  address: null,
  dob: null,
  number: null,
  sex: null,
  unparsed_sex: null,
  unparsed_place_of_birth: null,
  issued_date: null,
  expiration_date: null,
  issuing_country: null,
}

function selfieCheck(
  document: DocumentCheck | null,
  error: LastError | null,
  context: ReportContext,
): SelfieCheck {
  const portrait =
    document?.files[0] ??
    context.keepImage({ purpose: 'identity_document_downloadable', filename: 'document_front.png' })
  return {
    status: error === null ? 'verified' : 'unverified',
    error,
    document: portrait,
    selfie: context.keepImage({ purpose: 'selfie', filename: 'selfie.png' }),
  }
}

function idNumberCheck(person: Found, error: LastError | null): IdNumberCheck {
  return {
    status: error === null ? 'verified' : 'unverified',
    error,
    first_name: person.first_name,
    last_name: person.last_name,
    dob: person.dob,
    id_number: person.id_number,
    id_number_type: person.id_number_type,
  }
}

function contactCheck(value: string | null, error: LastError | null): ContactCheck {
  return { status: error === null ? 'verified' : 'unverified', error, value }
}
