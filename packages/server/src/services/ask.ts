import { IdentityError } from '../errors.js'
import type { SessionRecord } from '../session.js'
import { failureOf, type Reply, type StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'
import { stripeError } from './stripe-error.js'

/** The record moves on between our calls; more rounds than this mean that something is wrong. */
const ROUNDS = 5

export interface Asked {
  record: SessionRecord
  /** Null where Stripe does not know the session; it is closed then. */
  reply: Reply | null
}

export type Ask = (record: SessionRecord) => Promise<Asked>

/** Retrieves until the answer stands, which takes a second try only where something else was learned meanwhile. */
export function createAsk(stripe: StripeApi, apply: Apply): Ask {
  return async (record) => {
    let before = record
    for (let round = 0; round < ROUNDS; round++) {
      const reply = await stripe.retrieve(before.stripeId as string).catch((error: unknown) => {
        if (failureOf(error) === 'missing') return null
        throw stripeError(error)
      })
      const applied = await apply(
        reply === null
          ? { kind: 'missing', record: before }
          : { kind: 'reply', record: before, snapshot: reply.snapshot, date: reply.date, cause: 'retrieve' },
      )
      if (applied.record === null) throw new IdentityError('not_found', 'There is no such session.')
      if (applied.outcome !== 'stale') return { record: applied.record, reply }
      before = applied.record
    }
    throw new IdentityError('stripe_unavailable', 'The session changed faster than it could be read.')
  }
}
