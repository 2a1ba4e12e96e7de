import type { VerifyResult } from '../protocol.js'
import { withStandIns } from './stand-ins.js'
import { verifyIdentity } from './verify-identity.js'

interface SandboxConfig {
  origin: string
  /** 3 under `/v3/`, otherwise the name of the release train, as in Stripe.js. */
  version: number | string
}

interface Stripe {
  verifyIdentity(clientSecret: string): Promise<VerifyResult>
  /** Called by `@stripe/stripe-js`; does nothing. */
  _registerWrapper(wrapper: unknown): void
}

interface StripeFactory {
  (publishableKey: string, options?: unknown): Stripe
  version: number | string
  /** The origin of the sandbox; Stripe's own Stripe.js lacks this property. */
  sandbox?: string
}

/** Set by the server, which wraps this script in a function with this parameter. */
declare const SANDBOX: SandboxConfig

declare global {
  interface Window {
    Stripe?: StripeFactory
  }
}

/** The origin from which the page loaded the script, or the server's own if the script was loaded in another way. */
function originOf(config: SandboxConfig): string {
  const script = document.currentScript
  if (!(script instanceof HTMLScriptElement) || !script.src) return config.origin
  const url = new URL(script.src)
  return url.host === new URL(config.origin).host ? url.origin : config.origin
}

/** The error of `Stripe()` on misuse, with the name that Stripe.js uses. */
class IntegrationError extends Error {
  override name = 'IntegrationError'
}

/** The sandbox's `window.Stripe`. */
function createStripe({ origin, version }: SandboxConfig): StripeFactory {
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

const origin = originOf(SANDBOX)
if (window.Stripe && window.Stripe.sandbox !== origin) {
  console.warn(
    `The Stripe Identity sandbox at ${origin} replaces the Stripe.js that this page had loaded before.`,
  )
}
if (window.Stripe?.sandbox !== origin) window.Stripe = createStripe({ ...SANDBOX, origin })
