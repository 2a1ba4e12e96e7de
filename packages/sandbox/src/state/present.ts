import type { LastError } from '../last-error.js'
import { type Outputs, redactOutputs } from '../outputs.js'
import type { ContactCheck, Report } from '../report.js'
import type { Session } from '../session.js'
import type { Expand, Expandable } from '../wire/expand.js'
import { NOTHING } from '../wire/expand.js'

const SENSITIVE = { sensitive: true } as const

export const REPORT_EXPANDABLE: Expandable = {
  document: {
    through: true,
    fields: {
      dob: SENSITIVE,
      expiration_date: SENSITIVE,
      number: SENSITIVE,
      sex: SENSITIVE,
      unparsed_sex: SENSITIVE,
      unparsed_place_of_birth: SENSITIVE,
    },
  },
  id_number: { through: true, fields: { dob: SENSITIVE, id_number: SENSITIVE } },
}

export const SESSION_EXPANDABLE: Expandable = {
  provided_details: {},
  last_verification_report: { fields: REPORT_EXPANDABLE },
  verified_outputs: {
    fields: {
      dob: SENSITIVE,
      id_number: SENSITIVE,
      sex: SENSITIVE,
      unparsed_sex: SENSITIVE,
      unparsed_place_of_birth: SENSITIVE,
    },
  },
}

/** What a session's own record does not hold, and who asks may need. */
export interface SessionExtras {
  readonly expand?: Expand
  readonly clientSecret?: string | null
  readonly url?: string | null
  readonly report?: Report | undefined
  readonly outputs?: Outputs | null
}

/** The session as the API shows it, field by field. */
export function presentSession(session: Session, extras: SessionExtras = {}): Record<string, unknown> {
  const { expand = NOTHING, clientSecret = null, url = null, report, outputs = null } = extras
  const expandReport = expand.last_verification_report
  return {
    id: session.id,
    object: 'identity.verification_session',
    client_reference_id: session.client_reference_id,
    client_secret: clientSecret,
    created: session.created,
    last_error: session.last_error && presentError(session.last_error),
    last_verification_report:
      expandReport && report ? presentReport(report, expandReport) : session.last_verification_report,
    livemode: false,
    metadata: session.metadata,
    options: session.verification_flow === null ? session.options : null,
    ...(expand.provided_details && { provided_details: session.provided_details }),
    redaction: session.redaction && { status: session.redaction },
    related_customer: session.related_customer,
    related_customer_account: session.related_customer_account,
    ...(session.related_person && { related_person: session.related_person }),
    status: session.status,
    type: session.type,
    url,
    ...(session.verification_flow !== null && { verification_flow: session.verification_flow }),
    ...(expand.verified_outputs && {
      verified_outputs:
        outputs &&
        presentOutputs(session.redaction ? redactOutputs(outputs) : outputs, expand.verified_outputs),
    }),
  }
}

function presentOutputs(outputs: Outputs, expand: Expand): Record<string, unknown> {
  return {
    address: outputs.address,
    ...pick(outputs, expand, ['dob']),
    email: outputs.email,
    first_name: outputs.first_name,
    ...pick(outputs, expand, ['id_number']),
    id_number_type: outputs.id_number_type,
    last_name: outputs.last_name,
    phone: outputs.phone,
    ...pick(outputs, expand, ['sex', 'unparsed_place_of_birth', 'unparsed_sex']),
  }
}

/** The report as the API shows it; a check that was not asked for is absent. */
export function presentReport(report: Report, expand: Expand = NOTHING): Record<string, unknown> {
  const { document, id_number: number, selfie, email, phone } = report
  return {
    id: report.id,
    object: 'identity.verification_report',
    client_reference_id: report.client_reference_id,
    created: report.created,
    ...(document && {
      document: {
        address: document.address,
        ...pick(document, expand.document, ['dob']),
        error: document.error && presentError(document.error),
        ...pick(document, expand.document, ['expiration_date']),
        files: document.files,
        first_name: document.first_name,
        issued_date: document.issued_date,
        issuing_country: document.issuing_country,
        last_name: document.last_name,
        ...pick(document, expand.document, ['number', 'sex']),
        status: document.status,
        type: document.type,
        ...pick(document, expand.document, ['unparsed_place_of_birth', 'unparsed_sex']),
      },
    }),
    ...(email && { email: presentContact('email', email) }),
    ...(number && {
      id_number: {
        ...pick(number, expand.id_number, ['dob']),
        error: number.error && presentError(number.error),
        first_name: number.first_name,
        ...pick(number, expand.id_number, ['id_number']),
        id_number_type: number.id_number_type,
        last_name: number.last_name,
        status: number.status,
      },
    }),
    livemode: false,
    ...(report.type !== 'verification_flow' && { options: report.options }),
    ...(phone && { phone: presentContact('phone', phone) }),
    ...(selfie && {
      selfie: {
        document: selfie.document,
        error: selfie.error && presentError(selfie.error),
        selfie: selfie.selfie,
        status: selfie.status,
      },
    }),
    type: report.type,
    ...(report.verification_flow !== null && { verification_flow: report.verification_flow }),
    verification_session: report.verification_session,
  }
}

function presentContact(field: 'email' | 'phone', check: ContactCheck): Record<string, unknown> {
  return { [field]: check.value, error: check.error && presentError(check.error), status: check.status }
}

function presentError(error: LastError): LastError {
  return { code: error.code, reason: error.reason }
}

/** The named fields, where they were asked for. */
function pick<T, K extends keyof T & string>(
  from: T,
  expand: Expand | undefined,
  fields: readonly K[],
): Partial<T> {
  const picked: Partial<T> = {}
  for (const field of fields) if (expand?.[field]) picked[field] = from[field]
  return picked
}
