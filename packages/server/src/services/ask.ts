import type { Logger } from 'pino'
import { IdentityError } from '../errors.js'
import type { SessionRecord } from '../session.js'
import { failureOf, type Reply, type StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'
import type { KnownKey } from './known-key.js'
import { onceAMinute } from './once-a-minute.js'
import { stripeError } from './stripe-error.js'

/** Maximum number of retrieves. The record may change between calls, but more rounds than this indicate a fault. */
const ROUNDS = 5

export interface Asked {
  record: SessionRecord
  /** Null if Stripe has no such session, which is then closed. */
  reply: Reply | null
}

/**
 * Retrieves a session and applies the reply. Repeats only if the record changed meanwhile. `trusted` decides whether
 * a 404 closes the session; by default it does if this process has already received one of our sessions with this
 * key. Rejects with `stripe_unavailable` if a 404 does not count.
 */
export type Ask = (record: SessionRecord, trusted?: boolean) => Promise<Asked>

interface Context {
  stripe: StripeApi
  apply: Apply
  key: KnownKey
  log: Logger
}

export function createAsk({ stripe, apply, key, log }: Context): Ask {
  const warnOfKey = onceAMinute((_kind, count) =>
    log.error(
      { sessions: count },
      'Stripe has no session with this id of ours, and has returned none of ours for this key yet. Is it the ' +
        'key of another account, or does another server answer for Stripe? The session is unchanged.',
    ),
  )
  return async (record, trusted) => {
    let before = record
    for (let round = 0; round < ROUNDS; round++) {
      const reply = await stripe.retrieve(before.stripeId as string).catch((error: unknown) => {
        if (failureOf(error) === 'missing') return null
        throw stripeError(error)
      })
      const isTrusted = trusted ?? key.seen
      const applied = await apply(
        reply === null
          ? { kind: 'missing', record: before, trusted: isTrusted }
          : { kind: 'reply', record: before, snapshot: reply.snapshot, date: reply.date, cause: 'retrieve' },
      )
      if (applied.record === null) throw new IdentityError('not_found', 'There is no such session.')
      if (reply === null && !isTrusted) {
        warnOfKey('untrusted')
        throw new IdentityError('stripe_unavailable', 'Stripe has no such session for this secret key.')
      }
      if (applied.outcome !== 'stale') return { record: applied.record, reply }
      before = applied.record
    }
    throw new IdentityError('stripe_unavailable', 'The session changed faster than it could be read.')
  }
}
