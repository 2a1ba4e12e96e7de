import { StripeFailure } from '../stripe.js'

/**
 * What a failed create leaves: `nothing_made` no session, for sure · `maybe_made` perhaps one, under the same key ·
 * `key_spent` the key brings the same failure again, so another one is needed unless a session is found.
 */
export type FailedCreate = 'nothing_made' | 'maybe_made' | 'key_spent'

/** `isFirst` says that no earlier try of this intent may have got through: only then does a refusal speak for it. */
export function failedCreate(error: unknown, isFirst: boolean): FailedCreate {
  if (!(error instanceof StripeFailure)) return 'maybe_made'
  if (isRefusal(error)) return isFirst && !error.uncertain ? 'nothing_made' : 'maybe_made'
  return error.kind === 'reused_key' || error.stored ? 'key_spent' : 'maybe_made'
}

/** Whether Stripe can be asked right away for the session that may have been made. */
export function canLookNow(error: unknown): boolean {
  return error instanceof StripeFailure && (isRefusal(error) || error.garbled)
}

function isRefusal({ kind }: StripeFailure): boolean {
  return kind === 'rejected' || kind === 'state' || kind === 'missing' || kind === 'rate_limited'
}
