import { IdentityError } from '../errors.js'
import { failureOf, isNotActivated, StripeFailure } from '../stripe.js'

/**
 * Converts a failure of Stripe into an error for our callers, without Stripe's own text. Other errors pass unchanged.
 */
export function stripeError(error: unknown): unknown {
  if (!(error instanceof StripeFailure)) return error
  const kind = failureOf(error)
  if (kind === 'unavailable' || kind === 'rate_limited') {
    return new IdentityError('stripe_unavailable', `${error.message} Try again in a moment.`, {
      cause: error,
      headers: { 'Retry-After': String(Math.ceil(error.retryAfter ?? 2)) },
    })
  }
  if (kind === 'signature') return new IdentityError('signature_invalid', error.message, { cause: error })
  if (kind === 'malformed') return new IdentityError('invalid_request', error.message, { cause: error })
  if (isNotActivated(error)) {
    return new IdentityError('stripe_not_activated', 'The Stripe account may not use Identity yet.', {
      cause: error,
    })
  }
  return new IdentityError('stripe_rejected', error.message, { cause: error })
}
