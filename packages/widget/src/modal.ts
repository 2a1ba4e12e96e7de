import type { Stripe, StripeError } from '@stripe/stripe-js'
import { VerificationError } from './errors.js'

/** The part of Stripe.js that the widget calls. */
export type StripeModal = Pick<Stripe, 'verifyIdentity'>

/** The end of Stripe's modal. `expired` means that the secret has to be replaced. */
export type ModalEnd = { end: 'submitted' | 'dismissed' | 'expired' } | { end: 'declined'; reason: string }

/** The lock that allows one modal per page, across elements and copies of this package. */
const LOCK = Symbol.for('stripe-identity-widget.modal')
const page = globalThis as { [LOCK]?: boolean }

/** Codes for a refusal by the user or by law. Nothing failed, and the server will report the same. */
const DECLINED = new Set([
  'consent_declined',
  'under_supported_age',
  'phone_otp_declined',
  'phone_verification_declined',
  'email_verification_declined',
])

const NO_DEVICE = new Set(['device_unsupported', 'device_not_supported'])

export function isModalOpen(): boolean {
  return !!page[LOCK]
}

/**
 * Opens Stripe's modal, and holds the page's lock until Stripe settles. Errors never contain the secret. An invalid
 * request is treated as an expired secret unless the secret is `fresh`.
 */
export async function openModal(stripe: StripeModal, secret: string, fresh: boolean): Promise<ModalEnd> {
  page[LOCK] = true
  let error: Partial<StripeError> | undefined
  let thrown = false
  try {
    error = (await stripe.verifyIdentity(secret)).error
  } catch (reason) {
    thrown = true
    error = { message: String(reason) }
  }
  page[LOCK] = false
  if (!error) return { end: 'submitted' }
  const { code, type } = error
  if (code === 'session_cancelled') return { end: 'dismissed' }
  // If the user declines, Stripe has been observed to return an error without a code or type.
  const reason = code || type || thrown ? code! : 'consent_declined'
  if (DECLINED.has(reason)) return { end: 'declined', reason }
  const cause = { code, type, message: error.message?.replaceAll(secret, '…') }
  if (NO_DEVICE.has(code!)) throw new VerificationError('device_unsupported', cause)
  if (type === 'invalid_request_error' && !fresh) return { end: 'expired' }
  throw new VerificationError('stripe_error', cause)
}
