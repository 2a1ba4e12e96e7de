import type { VerifyResult } from '../protocol.js'
import { withStandIns } from './stand-ins.js'
import { verifyIdentity } from './verify-identity.js'

export interface SandboxConfig {
  origin: string
  /** 3 under `/v3/`, otherwise the name of the release train, as in Stripe.js. */
  version: number | string
}

export interface Stripe {
  verifyIdentity(clientSecret: string): Promise<VerifyResult>
  /** Called by `@stripe/stripe-js`; does nothing. */
  _registerWrapper(wrapper: unknown): void
}

export interface StripeFactory {
  (publishableKey: string, options?: unknown): Stripe
  version: number | string
  /** The origin of the sandbox; Stripe's own Stripe.js lacks this property. */
  sandbox?: string
}

/** The error of `Stripe()` on misuse, with the name that Stripe.js uses. */
class IntegrationError extends Error {
  override name = 'IntegrationError'
}

/** The sandbox's `window.Stripe`. */
export function createStripe({ origin, version }: SandboxConfig): StripeFactory {
  function Stripe(publishableKey: string, options?: unknown): Stripe {
    checkKey(publishableKey)
    if (options !== undefined && options !== null && typeof options !== 'object') {
      throw new IntegrationError('Stripe(): the second argument, options, must be an object.')
    }
    return withStandIns<Stripe>({
      verifyIdentity: (clientSecret) => verifyIdentity(origin, publishableKey, clientSecret),
      _registerWrapper() {},
    })
  }
  return Object.assign(Stripe, { version, sandbox: origin })
}

function checkKey(key: unknown) {
  if (typeof key !== 'string' || key.trim() === '') {
    throw new IntegrationError(
      'Please call Stripe() with your publishable key, a string that starts with pk_test_.',
    )
  }
  if (/^[sr]k_/.test(key)) {
    throw new IntegrationError(
      'You must not use a secret or restricted key with Stripe.js. Please pass a publishable key (pk_test_…) instead.',
    )
  }
  if (key.startsWith('pk_live_')) {
    throw new IntegrationError(
      'This is the Stripe Identity sandbox, not Stripe: it takes no live key. Use a pk_test_ key, or load Stripe.js from https://js.stripe.com.',
    )
  }
  if (!key.startsWith('pk_test_')) {
    throw new IntegrationError('Invalid publishable key for Stripe(): it should start with pk_test_.')
  }
}
