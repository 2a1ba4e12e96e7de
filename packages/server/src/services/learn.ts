import type { SessionRecord } from '../session.js'
import type { IdentityEvent } from '../stripe.js'
import type { Applied, Apply } from './apply.js'

/**
 * The outcome of an event. Only `applied`, `duplicate` and `doubt` concern a record of ours; all others changed
 * nothing.
 */
export type Learned =
  | Exclude<Applied['outcome'], 'unknown' | 'stale'>
  | 'unknown_session'
  | 'other_mode'
  | 'other_account'
  | 'other_type'
  | 'ping'
  | 'unreadable'

/** Applies a genuine event from any source if it concerns this server. */
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
