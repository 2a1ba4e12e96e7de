import type { Stripe, StripeError } from '@stripe/stripe-js'
import { VerificationError } from './errors.js'

/** The part of Stripe.js that the widget calls. */
export type StripeModal = Pick<Stripe, 'verifyIdentity'>

/** How Stripe's modal ended; `expired` means that the secret has to be replaced. */
export type ModalEnd = { end: 'submitted' | 'dismissed' | 'expired' } | { end: 'declined'; reason: string }

/** One modal per page, whichever element or copy of this package opened it. */
const LOCK = Symbol.for('stripe-identity-widget.modal')
const page = globalThis as { [LOCK]?: boolean }

/** The user, or the law, would not let it happen: nothing broke, and the server will say the same. */
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
 * Opens Stripe's modal and holds the page's lock until Stripe settles. Nothing it throws carries the secret. An invalid
 * request is taken for an expired secret unless this one is `fresh`.
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
  // Seen in the field where the user declines: an error that names neither.
  const reason = code || type || thrown ? code! : 'consent_declined'
  if (DECLINED.has(reason)) return { end: 'declined', reason }
  const cause = { code, type, message: error.message?.replaceAll(secret, '…') }
  if (NO_DEVICE.has(code!)) throw new VerificationError('device_unsupported', cause)
  if (type === 'invalid_request_error' && !fresh) return { end: 'expired' }
  throw new VerificationError('stripe_error', cause)
}
