import { EXPIRED, type Found, NOTHING_FOUND } from '../../world/person.js'
import type { FileRecord } from '../file/fields.js'
import {
  type CheckName,
  type ErrorCode,
  LAST_ERRORS,
  type LastError,
  lastError,
} from '../session/last-error.js'
import type { DocumentType, Session } from '../session/record.js'
import { fill } from '../table.js'
import {
  type ContactFinding,
  type DocumentFinding,
  REPORT,
  type Report,
  type ReportOptions,
  type SelfieFinding,
} from './fields.js'

/** An image examined by a check. */
export type Image = Pick<FileRecord, 'purpose' | 'filename'>

/** The context of a report: its id, the person found, and an id for each image. */
export interface ReportContext {
  readonly id: string
  readonly created: number
  /** The person that the checks find. */
  readonly person: Found
  readonly keepImage: (image: Image) => string
}

/**
 * Writes the report on a submission: every check that the session requests. `error` fails the check that it belongs
 * to.
 */
export function writeReport(session: Session, error: ErrorCode | null, context: ReportContext): Report {
  const { id, created, person } = context
  const checks = checksOf(session)
  // An unsupported country appears in the report as an unverified document.
  const code = error === 'country_not_supported' ? 'document_unverified_other' : error
  const failed = code && LAST_ERRORS[code].check
  if (failed) checks.add(failed)
  const errorOf = (check: CheckName) => (code && failed === check ? lastError(code) : null)
  const contact = (check: 'email' | 'phone'): ContactFinding | undefined =>
    checks.has(check)
      ? { value: session.provided_details?.[check] ?? person[check], error: errorOf(check) }
      : undefined

  const document = checks.has('document') ? checkDocument(session, errorOf('document'), context) : undefined
  return fill(REPORT, {
    id,
    created,
    session,
    options: reportOptions(session),
    document,
    selfie: checks.has('selfie') ? checkSelfie(document, errorOf('selfie'), context) : undefined,
    id_number: checks.has('id_number') ? { person, error: errorOf('id_number') } : undefined,
    email: contact('email'),
    phone: contact('phone'),
  })
}

/** The options in a report. Unlike a session, a report names its own kind even without any options. */
function reportOptions({ type, options }: Session): ReportOptions {
  if (type === 'id_number') return { ...options, id_number: {} }
  return type === 'document' ? { document: options.document ?? {} } : {}
}

/**
 * The checks requested by type and options. A flow, whose settings are in Stripe's dashboard, requests all but the
 * number.
 */
export function checksOf(session: Pick<Session, 'type' | 'options'>): Set<CheckName> {
  if (session.type === 'verification_flow') return new Set(['document', 'selfie', 'email', 'phone'])
  const { document } = session.options
  const checks = new Set<CheckName>([session.type])
  if (document && Object.keys(document).length > 0) checks.add('document')
  if (document?.require_matching_selfie) checks.add('selfie')
  if (document?.require_id_number) checks.add('id_number')
  return checks
}

/** The names of the checks that a session requests, and that its reports will contain. */
export function namesOfChecks(session: Session): string[] {
  const allowed = session.options.document?.allowed_types
  return Array.from(checksOf(session), (check) => {
    if (check === 'id_number') return 'ID number'
    return check === 'document' && allowed?.length
      ? `document (${allowed.join(' or ').replaceAll('_', ' ')})`
      : check
  })
}

/** The order in which a wrong type is chosen. */
const WRONG_TYPES: readonly DocumentType[] = ['driving_license', 'passport', 'id_card']

function checkDocument(session: Session, error: LastError | null, context: ReportContext): DocumentFinding {
  const allowed = session.options.document?.allowed_types
  const wrongType = error?.code === 'document_type_not_supported'
  const { person } = context
  const type = wrongType
    ? (WRONG_TYPES.find((candidate) => allowed && !allowed.includes(candidate)) ?? null)
    : (person.document.type ?? allowed?.[0] ?? 'driving_license')
  const sides = type === 'passport' ? ['front'] : ['front', 'back']
  const files = sides.map((side) =>
    context.keepImage({ purpose: 'identity_document_downloadable', filename: `document_${side}.png` }),
  )
  const expired = error?.code === 'document_expired'
  const found = error === null || expired ? person : NOTHING_FOUND
  return { error, type, files, person: found, expires: expired ? EXPIRED : found.document.expiration_date }
}

function checkSelfie(
  document: DocumentFinding | undefined,
  error: LastError | null,
  { keepImage }: ReportContext,
): SelfieFinding {
  const portrait =
    document?.files[0] ??
    keepImage({ purpose: 'identity_document_downloadable', filename: 'document_front.png' })
  return { error, document: portrait, selfie: keepImage({ purpose: 'selfie', filename: 'selfie.png' }) }
}
