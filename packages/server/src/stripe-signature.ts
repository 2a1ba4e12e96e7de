import type Stripe from 'stripe'
import { type IdentityEvent, readEventObject } from './stripe-events.js'
import { StripeFailure } from './stripe-failure.js'
import { signatureProvider } from './stripe-runtime.js'

/** The allowed difference between a signature's time and our clock, in both directions. */
const TOLERANCE_S = 300

/** Reads a webhook whose signature matches one of the secrets; throws a `StripeFailure` for any other. */
export function createEventReader(
  { signature: checker }: Stripe['webhooks'],
  secrets: readonly string[],
): (body: Buffer, signature: string | undefined) => IdentityEvent {
  const provider = signatureProvider()

  /** True for a signature by this secret and of now; otherwise false or throws. */
  function isBy(secret: string, body: Buffer, header: string): boolean {
    // The last time is the signed one. stripe-node accepts times in the future.
    const time = Number(/.*(?:^|,)t=(\d+)/.exec(header)?.[1])
    if (!(time - Date.now() / 1000 <= TOLERANCE_S)) throw new Error('The signature’s time is in the future.')
    return checker?.verifyHeader(body, header, secret, TOLERANCE_S, provider) === true
  }

  return (body, signature = '') => {
    let cause: unknown
    const isSigned = secrets.some((secret) => {
      try {
        return isBy(secret, body, signature)
      } catch (error) {
        cause = error
        return false
      }
    })
    if (!isSigned) throw new StripeFailure('signature', 'No webhook secret matches the signature.', { cause })
    try {
      return readEventObject(JSON.parse(body.toString()))
    } catch (cause) {
      throw new StripeFailure('malformed', 'The signed body is not an event of Stripe.', { cause })
    }
  }
}
