import type { Address, DateParts, Found } from './person.js'
import type { Report } from './report.js'
import { REDACTED } from './session.js'

/** What was verified about the user, as `verified_outputs` shows it. */
export interface Outputs {
  readonly first_name: string | null
  readonly last_name: string | null
  readonly address: Address | null
  readonly email: string | null
  readonly phone: string | null
  readonly id_number_type: Found['id_number_type']
  readonly dob: DateParts | null
  readonly id_number: string | null
  readonly sex: Found['sex'] | typeof REDACTED
  readonly unparsed_sex: string | null
  readonly unparsed_place_of_birth: string | null
}

/** The outputs of a report on a verified session. */
export function outputsOf(report: Report): Outputs {
  const { document, id_number: number, email, phone } = report
  return {
    first_name: document?.first_name ?? number?.first_name ?? null,
    last_name: document?.last_name ?? number?.last_name ?? null,
    address: document?.address ?? null,
    email: email?.value ?? null,
    phone: phone?.value ?? null,
    id_number_type: number?.id_number_type ?? null,
    dob: document?.dob ?? number?.dob ?? null,
    id_number: number?.id_number ?? null,
    sex: document?.sex ?? null,
    unparsed_sex: document?.unparsed_sex ?? null,
    unparsed_place_of_birth: document?.unparsed_place_of_birth ?? null,
  }
}

/** The same shape with placeholders where something was. */
export function redactOutputs(outputs: Outputs): Outputs {
  return {
    first_name: redactText(outputs.first_name),
    last_name: redactText(outputs.last_name),
    address: redactAddress(outputs.address),
    email: redactText(outputs.email),
    phone: redactText(outputs.phone),
    id_number_type: outputs.id_number_type,
    dob: redactDate(outputs.dob),
    id_number: redactText(outputs.id_number),
    sex: outputs.sex && REDACTED,
    unparsed_sex: redactText(outputs.unparsed_sex),
    unparsed_place_of_birth: redactText(outputs.unparsed_place_of_birth),
  }
}

/** The report with placeholders; what was checked and how it ended stays. */
export function redactReport(report: Report): Report {
  const { document, id_number: number, email, phone } = report
  return {
    ...report,
    client_reference_id: redactText(report.client_reference_id),
    document: document && {
      ...document,
      first_name: redactText(document.first_name),
      last_name: redactText(document.last_name),
      address: redactAddress(document.address),
      dob: redactDate(document.dob),
      number: redactText(document.number),
      sex: document.sex && REDACTED,
      unparsed_sex: redactText(document.unparsed_sex),
      unparsed_place_of_birth: redactText(document.unparsed_place_of_birth),
      issued_date: redactDate(document.issued_date),
      expiration_date: redactDate(document.expiration_date),
    },
    id_number: number && {
      ...number,
      first_name: redactText(number.first_name),
      last_name: redactText(number.last_name),
      dob: redactDate(number.dob),
      id_number: redactText(number.id_number),
    },
    email: email && { ...email, value: redactText(email.value) },
    phone: phone && { ...phone, value: redactText(phone.value) },
  }
}

function redactText(text: string | null): typeof REDACTED | null {
  return text === null ? null : REDACTED
}

function redactDate(date: DateParts | null): DateParts | null {
  return date && { day: 1, month: 1, year: 1 }
}

/** The country stays. */
function redactAddress(address: Address | null): Address | null {
  if (address === null) return null
  return {
    line1: redactText(address.line1),
    line2: redactText(address.line2),
    city: redactText(address.city),
    state: redactText(address.state),
    postal_code: redactText(address.postal_code),
    country: address.country,
  }
}
