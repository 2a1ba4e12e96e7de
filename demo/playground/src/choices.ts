import type { ErrorCode, VerificationState } from 'stripe-identity-widget'

/** The choices on the page. An empty string or false means the element's default. */
export interface Choices {
  state: VerificationState
  /** Stripe's code of a failed check, for `requires_input`. */
  failure: string
  /** Remaining attempts, for `requires_input`. */
  attempts: string
  /** The error code, for `error`. */
  error: string

  endpoint: string
  flow: string
  'return-url': string
  locale: string
  preload: string
  name: string
  required: boolean
  disabled: boolean
  appearance: string

  accent: string
  radius: string
  font: string
  background: string
  color: string
  success: string
  danger: string
  buttonRadius: string
  scheme: string
  dir: string
}

export const ATTRIBUTES = [
  'endpoint',
  'flow',
  'return-url',
  'locale',
  'preload',
  'name',
  'required',
  'disabled',
  'appearance',
] as const satisfies readonly (keyof Choices)[]

/** The custom properties and the choice for each. */
export const THEME = {
  '--identity-accent': 'accent',
  '--identity-radius': 'radius',
  '--identity-font': 'font',
  '--identity-background': 'background',
  '--identity-color': 'color',
  '--identity-success': 'success',
  '--identity-danger': 'danger',
  '--identity-button-radius': 'buttonRadius',
} as const satisfies Record<string, keyof Choices>

export const STATES: readonly VerificationState[] = [
  'idle',
  'starting',
  'open',
  'processing',
  'verified',
  'requires_input',
  'canceled',
  'redacted',
  'error',
]

/** Stripe's codes of failed checks. */
export const FAILURES = [
  'document_unverified_other',
  'document_expired',
  'document_type_not_supported',
  'selfie_face_mismatch',
  'selfie_document_missing_photo',
  'selfie_manipulated',
  'selfie_unverified_other',
  'id_number_mismatch',
  'id_number_insufficient_document_data',
  'id_number_unverified_other',
  'email_unverified_other',
  'email_verification_declined',
  'phone_unverified_other',
  'phone_verification_declined',
  'consent_declined',
  'country_not_supported',
  'device_not_supported',
  'under_supported_age',
  'abandoned',
]

/** Our error codes for which the element has a text. */
export const ERRORS: readonly ErrorCode[] = [
  'network_error',
  'unauthenticated',
  'attempts_exhausted',
  'rate_limited',
  'user_limit_reached',
  'daily_limit_reached',
  'server_error',
  'stripe_unavailable',
  'stripe_load_failed',
  'device_unsupported',
  'modal_already_open',
  'not_cancelable',
  'cross_site_request',
]

/** All languages of the element besides English. */
export const LOCALES = (
  'ar bg cs da de el es et fi fr he hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr uk vi zh ' +
  'zh-HK zh-Hant'
).split(' ')

/** The text direction of a page in the chosen language. */
export function directionOf({ dir, locale }: Choices): string {
  return dir || (/^(ar|he)/.test(locale) ? 'rtl' : 'ltr')
}
