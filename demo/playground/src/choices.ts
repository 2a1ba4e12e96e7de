import type { ErrorCode, VerificationState } from 'stripe-identity-widget'

/** What can be chosen on the page. An empty string, and false, is what the element does by itself. */
export interface Choices {
  state: VerificationState
  /** Stripe's code of a failed check, for `requires_input`. */
  failure: string
  /** Attempts the user still has, for `requires_input`. */
  attempts: string
  /** What went wrong, for `error`. */
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

/** The custom properties, and what each is chosen by. */
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

/** Why a check may fail, in Stripe's words. */
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

/** What a person may be told by an error of ours. */
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

/** Every language that the element ships besides English. */
export const LOCALES = (
  'ar bg cs da de el es et fi fr he hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr uk vi zh ' +
  'zh-HK zh-Hant'
).split(' ')

/** The way a page in the language runs. */
export function directionOf({ dir, locale }: Choices): string {
  return dir || (/^(ar|he)/.test(locale) ? 'rtl' : 'ltr')
}
