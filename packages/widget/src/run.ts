import type { ErrorCode, OpenSessionRequest } from 'stripe-identity-contract'
import { awaitModal } from './await-modal.js'
import type { Core, Run } from './core.js'
import { VerificationError } from './errors.js'
import { hostedPage, isHosted, openHostedPage } from './hosted-page.js'
import { isModalOpen, openModal, type StripeModal } from './modal.js'
import { languageOf } from './page.js'
import { openSession } from './requests.js'
import { loadScript, openStripe } from './stripe-js.js'
import { settled } from './time.js'
import type { Outcome, VerificationOptions } from './verification.js'

// The entry of all code that is loaded on intent.

export { cancel } from './cancel.js'
export { follow } from './follow.js'

/** The time limit for Stripe.js to load, in milliseconds. */
const STRIPE_LIMIT_MS = 15_000
/**
 * The time after the closing of the modal in which the person may continue on a phone. The page follows the session.
 */
const ELSEWHERE_MS = 15 * 60_000
const SECRET = /^vs_\w+_secret_\S+$/
const KEY = /^pk_\w+$/

/** Loads Stripe's script without calling it. */
export function preload(host: VerificationOptions): void {
  // The failure is reported when the script is needed.
  if (!host.stripe && !isHosted(host)) loadScript().catch(() => {})
}

/**
 * Runs from the click to the end of Stripe's modal. `asked` is the session if it was requested while this file
 * loaded. Rejects with a VerificationError, or when the run is aborted.
 */
export async function verify(core: Core, run: Run, asked?: Promise<unknown>): Promise<Outcome> {
  const { host } = run
  const { signal } = run.abort
  const body: OpenSessionRequest = host.returnUrl ? { return_url: returnUrlOf(host.returnUrl) } : {}
  if (isModalOpen()) throw new VerificationError('modal_already_open')
  preload(host)

  for (let isFresh = false; ; isFresh = true) {
    const { view, secret, url, key } = await openSession(core, signal, body, isFresh ? undefined : asked)
    signal.throwIfAborted()
    const stands = core.status.take(view, true)
    if (stands === 'verified') return stands
    if (stands === 'processing') return 'submitted'
    if (stands !== 'idle' && stands !== 'requires_input') return 'failed'

    const stripe = await stripeFor(host, key, url, signal)
    if (!stripe) {
      openHostedPage(core, hostedPage(url))
      core.followUntil = Date.now() + ELSEWHERE_MS
      return 'redirected'
    }

    if (!SECRET.test(secret!)) throw new VerificationError('bad_response', 'client_secret')
    if (isModalOpen()) throw new VerificationError('modal_already_open')
    core.status.change({}, 'opened')
    const ending = openModal(stripe, secret!, isFresh)
    awaitModal(core, run, view, ending)
    const result = await settled(ending, signal)
    void focusBack(host)
    if (result.end === 'expired') continue
    if (result.end === 'submitted') {
      core.status.submit(view)
      return result.end
    }
    core.followUntil = Date.now() + ELSEWHERE_MS
    if (result.end === 'declined') core.status.change({ reason: result.reason }, result.end)
    else core.status.settle()
    const { session } = core.status.get()
    for (const starter of run.starters) starter.fire('identity-dismiss', { session })
    return 'dismissed'
  }
}

/** Returns Stripe.js with its modal; null if the person goes to the hosted page instead. */
async function stripeFor(
  host: VerificationOptions,
  key: string,
  url: string | null,
  signal: AbortSignal,
): Promise<StripeModal | null> {
  if (isHosted(host)) return null
  // Stripe.js reports this in other words, which would look like a blocked script.
  if (!host.stripe && !KEY.test(key)) throw new VerificationError('bad_response', 'publishable_key')
  try {
    const stripe = await settled(makeStripe(host, key), signal, STRIPE_LIMIT_MS)
    if (!stripe?.verifyIdentity) throw new TypeError('Stripe.js has no verifyIdentity')
    return stripe
  } catch (cause) {
    signal.throwIfAborted()
    if (host.flow === 'modal' || !url) throw new VerificationError('stripe_load_failed', cause)
    return null
  }
}

async function makeStripe(host: VerificationOptions, key: string): Promise<StripeModal | null> {
  const { stripe } = host
  const locale = languageOf(host)
  return typeof stripe === 'function' ? stripe(key, { locale }) : (stripe ?? openStripe(key, locale))
}

function returnUrlOf(url: string): string {
  try {
    return new URL(url, document.baseURI).href
  } catch (cause) {
    throw new VerificationError('return_url_invalid' satisfies ErrorCode, cause)
  }
}

/** Restores the focus after Stripe's modal, unless it has moved elsewhere. */
async function focusBack(host: object): Promise<void> {
  if (!('updateComplete' in host)) return
  await new Promise((resolve) => setTimeout(resolve))
  await host.updateComplete
  if (document.activeElement === document.body) (host as unknown as HTMLElement).focus()
}
