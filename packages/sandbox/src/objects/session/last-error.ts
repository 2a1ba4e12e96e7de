/** The check of a report that a code belongs to; `null` for a code of the session alone. */
export type CheckName = 'document' | 'selfie' | 'id_number' | 'email' | 'phone'

interface Meaning {
  readonly check: CheckName | null
  /** True if the user had submitted before the error. */
  readonly submitted: boolean
  readonly reason: string
}

const inCheck = (check: CheckName, reason: string): Meaning => ({ check, submitted: true, reason })

/** All codes of Stripe's `last_error`, with a sentence for the user. */
export const LAST_ERRORS = {
  abandoned: { check: null, submitted: false, reason: 'The verification was started but not submitted.' },
  consent_declined: { check: null, submitted: false, reason: 'The user declined to be verified by Stripe.' },
  country_not_supported: {
    check: null,
    submitted: true,
    reason: "Users from the document's country can't be verified.",
  },
  device_not_supported: {
    check: null,
    submitted: false,
    reason: "The device has no camera, or access to it wasn't granted.",
  },
  document_expired: inCheck('document', 'The document is expired.'),
  document_type_not_supported: inCheck('document', 'The type of document is not supported.'),
  document_unverified_other: inCheck('document', 'The document is invalid.'),
  email_unverified_other: inCheck('email', "The email address couldn't be verified."),
  email_verification_declined: inCheck('email', 'The user declined to verify the email address.'),
  id_number_insufficient_document_data: inCheck(
    'id_number',
    "The document didn't have enough data to match the ID number.",
  ),
  id_number_mismatch: inCheck('id_number', "The information provided couldn't be matched."),
  id_number_unverified_other: inCheck('id_number', "The ID number couldn't be verified."),
  phone_unverified_other: inCheck('phone', "The phone number couldn't be verified."),
  phone_verification_declined: inCheck('phone', 'The user declined to verify the phone number.'),
  selfie_document_missing_photo: inCheck('selfie', "The document doesn't show a photo of a face."),
  selfie_face_mismatch: inCheck('selfie', "The face in the selfie doesn't match the document."),
  selfie_manipulated: inCheck('selfie', 'The selfie appears to be manipulated.'),
  selfie_unverified_other: inCheck('selfie', "The selfie couldn't be verified."),
  under_supported_age: {
    check: null,
    submitted: true,
    reason: 'The user is younger than the supported age.',
  },
} as const satisfies Record<string, Meaning>

/**
 * The codes that Stripe.js returns to the page if the person ends the verification in the modal. Stripe documents
 * them for its client; two are spelled differently in the API.
 */
export const CLIENT_CODES: Partial<Record<ErrorCode, string>> = {
  consent_declined: 'consent_declined',
  device_not_supported: 'device_unsupported',
  under_supported_age: 'under_supported_age',
  phone_verification_declined: 'phone_otp_declined',
  email_verification_declined: 'email_verification_declined',
  abandoned: 'session_cancelled',
}

/** A code of Stripe's `last_error`. */
export type ErrorCode = keyof typeof LAST_ERRORS

/** The code of a failure in Stripe's test mode. */
export const USUAL_CODE: ErrorCode = 'document_unverified_other'

/** All codes in alphabetical order. */
export const ERROR_CODES = Object.keys(LAST_ERRORS) as [ErrorCode, ...ErrorCode[]]

/** The value of `last_error`, and of a check's `error`. */
export interface LastError {
  readonly code: ErrorCode
  readonly reason: string
}

export function lastError(code: ErrorCode): LastError {
  return { code, reason: LAST_ERRORS[code].reason }
}
