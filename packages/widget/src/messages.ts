import type { ErrorCode, SessionView } from 'stripe-identity-contract'

/** What a person reads: what happened, and what to do about it where there is something to do. */
export interface Text {
  readonly title: string
  readonly detail?: string | undefined
}

/** A text that always says what to do. */
export interface Advice extends Text {
  readonly detail: string
}

/** The texts of a page before anything was begun, and of one where all is well. They come with the element. */
export interface FirstTexts {
  /** The button's label. */
  readonly start: string
  /** The button's label after a failure. */
  readonly retry: string
  readonly idle: Advice
  /** What happens with a person's data, in one line. The host's link to its privacy policy follows it. */
  readonly privacy: string
  readonly starting: Text
  readonly processing: Advice
  readonly verified: Text
  /** Takes the place of a text that could not be loaded. */
  readonly unavailable: Advice
}

/** Stripe's codes of a check that was not passed, as a session's `last_error` carries them. */
export type Reason =
  | 'abandoned'
  | 'consent_declined'
  | 'country_not_supported'
  | 'device_not_supported'
  | 'document_expired'
  | 'document_type_not_supported'
  | 'document_unverified_other'
  | 'email_unverified_other'
  | 'email_verification_declined'
  | 'id_number_insufficient_document_data'
  | 'id_number_mismatch'
  | 'id_number_unverified_other'
  | 'phone_unverified_other'
  | 'phone_verification_declined'
  | 'selfie_document_missing_photo'
  | 'selfie_face_mismatch'
  | 'selfie_manipulated'
  | 'selfie_unverified_other'
  | 'under_supported_age'

/** A code of Stripe's modal for which no session has a code of the same name. */
export type ModalReason = 'phone_otp_declined'

/**
 * Our codes for mistakes of a host's own setup. A person can do nothing about any of them and reads the same text, `setup`,
 * for all; the console and docs/error-codes.md tell the host which it is.
 */
export const SETUP_CODES = [
  'invalid_request',
  'return_url_invalid',
  'signature_invalid',
  'cross_site_request',
  'operator_forbidden',
  'method_not_allowed',
  'body_too_large',
  'unsupported_media_type',
  'webhook_body_parsed',
  'webhook_not_configured',
  'restricted_key_missing',
] as const satisfies readonly ErrorCode[]

export type SetupCode = (typeof SETUP_CODES)[number]

/** A part of the widget could not be loaded, and that part holds most texts: `unavailable` says it. */
export type UnavailableCode = 'widget_load_failed'

/** Our codes for a server or a Stripe that does not answer as it should: for a person the same as `server_error`. */
export type OutageCode =
  | 'bad_response'
  | 'server_unavailable'
  | 'store_unavailable'
  | 'stripe_error'
  | 'stripe_not_activated'
  | 'stripe_rejected'
  | 'stripe_unavailable'

/** Every code that has a text of its own. A new code of ours does not compile before it is told in each language. */
export type TextCode = Reason | ModalReason | Exclude<ErrorCode, SetupCode | OutageCode | UnavailableCode>

/** The texts of everything after the first sign of intent, and of failures. They are loaded when one is needed. */
export interface RestTexts extends Readonly<Record<TextCode, Advice>> {
  /** The number of attempts that a person has left stands in place of `{count}`. */
  readonly attempts_left: string
  /** Takes the place of `processing` after ten seconds. */
  readonly processing_long: Advice
  readonly open: Text
  readonly requires_input: Advice
  /** The state `requires_input` of a person who was verified before. */
  readonly taken_back: Advice
  readonly canceled: Advice
  readonly redacted: Advice
  readonly setup: Advice
  /** Takes the place of `network_error` where the browser itself knows that there is no connection. */
  readonly offline: Advice
}

export type Texts = FirstTexts & RestTexts

export type TextKey = keyof Texts

/** A host's own word for a key: the text itself, or a function that makes it from the session. */
type Own<T> = T | ((session: SessionView | null) => T) | undefined

/**
 * A host's own texts, by state, by Stripe's code or by ours. One that is given for a state stands for every reason of that
 * state which has none of its own.
 */
export type Messages = {
  readonly [Key in TextKey | SetupCode | OutageCode | UnavailableCode | 'error']?: Own<
    Key extends keyof Texts ? (Texts[Key] extends string ? string : Text) : Text
  >
}

/** One language as far as it is loaded. */
export interface Language {
  /** BCP 47, as it stands in `lang`. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  readonly texts: FirstTexts & Partial<RestTexts>
}
