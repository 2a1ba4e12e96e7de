import { IdentityError } from '../errors.js'
import type { SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import { type EphemeralKey, failureOf, type StripeApi } from '../stripe.js'
import type { Ask } from './ask.js'
import { attemptsExhausted } from './intents.js'
import { attemptsLeft, type Limits } from './limits.js'
import { stripeError } from './stripe-error.js'

export interface EphemeralKeys {
  /**
   * Creates a key with which Stripe's native SDK opens this one session of the user. Rejects with `not_found` if the
   * session is not theirs, `invalid_state` if it is not open for input, `attempts_exhausted` if no attempts are left.
   */
  make(user: string, stripeId: string, apiVersion: string): Promise<EphemeralKey>
  /** The same for the user's newest session. */
  makeForCurrent(user: string, apiVersion: string): Promise<EphemeralKey>
}

interface Context {
  store: Store
  stripe: Pick<StripeApi, 'ephemeralKey'>
  ask: Ask
  limits: Limits
  current: (user: string) => Promise<SessionRecord | null>
}

export function createEphemeralKeys({ store, stripe, ask, limits, current }: Context): EphemeralKeys {
  async function keyTo(record: SessionRecord | null, apiVersion: string): Promise<EphemeralKey> {
    if (record === null || record.stripeId === null)
      throw new IdentityError('not_found', 'There is no such session.')
    if (record.status !== 'requires_input' || record.redaction !== null) throw notOpen(record)
    if (attemptsLeft(record, limits) === 0) throw attemptsExhausted()
    try {
      return await stripe.ephemeralKey(record.stripeId, apiVersion)
    } catch (error) {
      // The session may have been submitted or canceled without our record showing it yet.
      const now = failureOf(error) === 'state' || failureOf(error) === 'missing' ? await ask(record) : null
      throw now !== null && now.record.status !== 'requires_input' ? notOpen(now.record) : stripeError(error)
    }
  }
  return {
    make: async (user, stripeId, apiVersion) => keyTo(await store.owned(user, stripeId), apiVersion),
    makeForCurrent: async (user, apiVersion) => keyTo(await current(user), apiVersion),
  }
}

function notOpen({ status, redaction }: SessionRecord): IdentityError {
  const said = redaction === null ? status : 'redacted'
  return new IdentityError('invalid_state', `A session that is ${said} takes no input.`, {
    details: { status },
  })
}
