import type { ErrorCode, SessionView } from 'stripe-identity-contract'

/** A text for the person: what happened, and what to do about it, if anything. */
export interface Text {
  readonly title: string
  readonly detail?: string | undefined
}

/** A text that always includes what to do. */
export interface Advice extends Text {
  readonly detail: string
}

/** The texts before the start, and of states without a failure. They are part of the element. */
export interface FirstTexts {
  /** The button's label. */
  readonly start: string
  /** The button's label after a failure. */
  readonly retry: string
  readonly idle: Advice
  /** One line about the use of personal data. The host's link to its privacy policy follows it. */
  readonly privacy: string
  readonly starting: Text
  readonly processing: Advice
  readonly verified: Text
  /** Replaces texts that could not be loaded. */
  readonly unavailable: Advice
}

/** Stripe's codes of a failed check, as in a session's `last_error`. */
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

/** A code of Stripe's modal that differs from the code in a session. */
export type ModalReason = 'phone_otp_declined'

/**
 * Our codes for mistakes in a host's setup. All of them show the text `setup`, because the person can do nothing
 * about them. The console and docs/error-codes.md explain each code to the host.
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

/** A part of the widget that contains most texts could not be loaded. The text is `unavailable`. */
export type UnavailableCode = 'widget_load_failed'

/** Our codes for a faulty answer of the server or Stripe. The text is `server_error`. */
export type OutageCode =
  | 'bad_response'
  | 'server_unavailable'
  | 'store_unavailable'
  | 'stripe_error'
  | 'stripe_not_activated'
  | 'stripe_rejected'
  | 'stripe_unavailable'

/** The codes with a text of their own. A new code does not compile until every language has its text. */
export type TextCode = Reason | ModalReason | Exclude<ErrorCode, SetupCode | OutageCode | UnavailableCode>

/** The texts after the first sign of intent, and of failures. They are loaded when one is needed. */
export interface RestTexts extends Readonly<Record<TextCode, Advice>> {
  /** `{count}` stands for the number of attempts left. */
  readonly attempts_left: string
  /** Replaces `processing` after ten seconds. */
  readonly processing_long: Advice
  readonly open: Text
  readonly requires_input: Advice
  /** The state `requires_input` of a person who was verified before. */
  readonly taken_back: Advice
  readonly canceled: Advice
  readonly redacted: Advice
  readonly setup: Advice
  /** Replaces `network_error` if the browser reports that it is offline. */
  readonly offline: Advice
}

export type Texts = FirstTexts & RestTexts

export type TextKey = keyof Texts

/** A host's text for a key, or a function of the session that returns it. */
type Own<T> = T | ((session: SessionView | null) => T) | undefined

/**
 * A host's own texts by state, by Stripe's code or by ours. A text for a state also applies to all reasons of that
 * state without a text of their own.
 */
export type Messages = {
  readonly [Key in TextKey | SetupCode | OutageCode | UnavailableCode | 'error']?: Own<
    Key extends keyof Texts ? (Texts[Key] extends string ? string : Text) : Text
  >
}

/** The loaded texts of one language. */
export interface Language {
  /** The BCP 47 tag for `lang`. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  readonly texts: FirstTexts & Partial<RestTexts>
}
