import { StripeFailure } from '../stripe.js'

/**
 * The result of a failed create: `nothing_made` certainly no session · `maybe_made` possibly one, under the same key
 * · `key_spent` the key returns the same failure again, so a new key is needed unless a session is found.
 */
export type FailedCreate = 'nothing_made' | 'maybe_made' | 'key_spent'

/**
 * `isFirst` means that no earlier attempt of this intent may have succeeded; only then does a refusal prove that
 * there is no session.
 */
export function failedCreate(error: unknown, isFirst: boolean): FailedCreate {
  if (!(error instanceof StripeFailure)) return 'maybe_made'
  if (isRefusal(error)) return isFirst && !error.uncertain ? 'nothing_made' : 'maybe_made'
  return error.kind === 'reused_key' || error.stored ? 'key_spent' : 'maybe_made'
}

/** True if a session that may exist can be searched at Stripe right away. */
export function canLookNow(error: unknown): boolean {
  return error instanceof StripeFailure && (isRefusal(error) || error.garbled)
}

function isRefusal({ kind }: StripeFailure): boolean {
  return kind === 'rejected' || kind === 'state' || kind === 'missing' || kind === 'rate_limited'
}
