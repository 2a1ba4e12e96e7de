import { StripeError } from '../stripe/errors.js'
import type { Clock } from '../world/clock.js'

const RECENT_SECONDS = 48 * 3600

/** A key with access to recent sensitive results sees those of the last 48 hours only; the whole call fails on an older one. */
export function requireRecent(clock: Clock, { created }: { readonly created: number }): void {
  if (clock.seconds() - created > RECENT_SECONDS) {
    throw new StripeError(
      403,
      'This key may access the sensitive results of verifications that were processed in the last 48 hours only. Learn more here: https://stripe.com/docs/identity/access-verification-results.',
    )
  }
}
