import type { SessionRecord } from '../session.js'
import type { IdentityEvent } from '../stripe.js'
import type { Applied, Apply } from './apply.js'

/** What became of an event, in one word; everything but `applied`, `duplicate` and `doubt` left all as it was. */
export type Learned =
  | Exclude<Applied['outcome'], 'unknown' | 'stale'>
  | 'unknown_session'
  | 'other_mode'
  | 'other_account'
  | 'other_type'
  | 'ping'
  | 'unreadable'

/** Applies an event of Stripe that is known to be genuine, wherever it came from, if it is for us. */
export type Learn = (
  event: IdentityEvent,
  cause: 'webhook' | 'events',
) => Promise<{ outcome: Learned; record: SessionRecord | null }>

export function createLearn(apply: Apply, livemode: boolean): Learn {
  return async ({ id, says, livemode: mode, account }, cause) => {
    if (mode !== null && mode !== livemode) return { outcome: 'other_mode', record: null }
    if (account !== null) return { outcome: 'other_account', record: null }
    if (says.kind === 'nothing') return { outcome: says.reason, record: null }
    const { outcome, record } = await apply(
      says.kind === 'nudge'
        ? { kind: 'nudge', id, stripeId: says.stripeId, cause }
        : { ...says, kind: 'event', id, cause },
    )
    return { outcome: outcome === 'unknown' || outcome === 'stale' ? 'unknown_session' : outcome, record }
  }
}
