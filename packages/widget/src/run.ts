import type { ErrorCode, OpenSessionRequest } from 'stripe-identity-contract'
import { isLost, toError, VerificationError } from './errors.js'
import { standing } from './flow.js'
import { isModalOpen, openModal, type StripeModal } from './modal.js'
import { inTopLayer, languageOf } from './page.js'
import { cancelSession, holdSession, openSession } from './requests.js'
import { loadScript, openStripe } from './stripe-js.js'
import { backOff, settled, sleep } from './time.js'
import type { Core, Outcome, VerificationOptions } from './verification.js'

// What happens from the first sign of intent on. It is a chunk of its own, so that a page pays for it only then.

/** Stripe.js has this many milliseconds to come. */
const STRIPE_LIMIT_MS = 15_000
/** Seconds for which the server is asked to hold an answer: while processing, and once after the modal was closed. */
const HOLD_S = 25
const LAST_WORD_S = 5
const SECRET = /^vs_\w+_secret_\S+$/
const KEY = /^pk_\w+$/

/**
 * Fetches Stripe's script, and calls nothing of it. With `preload="visible"` that waits until the element is on the
 * screen.
 */
export function preload(host: VerificationOptions | HTMLElement): void {
  if ('matches' in host && host.getAttribute('preload') === 'visible') {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      load(host as VerificationOptions)
    })
    observer.observe(host)
  } else load(host as VerificationOptions)
}

function load(host: VerificationOptions): void {
  // A failure shows when the script is needed.
  if (!host.stripe && !isHosted(host)) loadScript().catch(() => {})
}

/**
 * From the click to the end of Stripe's modal; `asked` is the session, where it was asked for while this file loaded.
 * Rejects with a VerificationError, or once the signal aborts.
 */
export async function verify(
  core: Core,
  host: VerificationOptions,
  signal: AbortSignal,
  asked?: Promise<unknown>,
): Promise<Outcome> {
  const { flow = 'auto', returnUrl } = host
  const hosted = isHosted(host)
  const body: OpenSessionRequest = returnUrl
    ? { return_url: parse(returnUrl, 'return_url_invalid').href }
    : {}
  if (isModalOpen()) throw new VerificationError('modal_already_open')
  load(host)

  const live = async <T>(promise: Promise<T>, limit?: number): Promise<T> => {
    const value = await settled(promise, signal, limit)
    signal.throwIfAborted()
    return value
  }
  for (let fresh = false; ; fresh = true) {
    const { view, secret, url, key } = await live(openSession(host, signal, body, fresh ? undefined : asked))
    core.take(view, true)
    const there = standing(view)
    if (there !== 'idle' && there !== 'requires_input') {
      void watch(core, host, signal)
      return there === 'verified' ? there : there === 'processing' ? 'submitted' : 'failed'
    }

    let stripe: StripeModal | null = null
    // Stripe.js says the same in other words, which would look like a script that is blocked.
    if (!hosted && !host.stripe && !KEY.test(key))
      throw new VerificationError('bad_response', 'publishable_key')
    if (!hosted)
      try {
        stripe = await live(stripeFor(host, key), STRIPE_LIMIT_MS)
        if (!stripe?.verifyIdentity) throw new TypeError('Stripe.js has no verifyIdentity')
      } catch (cause) {
        if (signal.aborted || flow === 'modal' || !url)
          throw new VerificationError('stripe_load_failed', cause)
        stripe = null
      }
    if (!stripe) {
      const page = hostedPage(url)
      core.change({}, 'opened')
      location.assign(page)
      return 'redirected'
    }

    if (!SECRET.test(secret!)) throw new VerificationError('bad_response', 'client_secret')
    if (isModalOpen()) throw new VerificationError('modal_already_open')
    core.change({}, 'opened')
    const result = await live(openModal(stripe, secret!, fresh))
    void focusBack(host)
    if (result.end === 'expired') continue
    if (result.end === 'submitted') {
      core.change({}, result.end)
      void watch(core, host, signal)
      return result.end
    }
    if (result.end === 'declined') core.change({ reason: result.reason }, result.end)
    else core.settle()
    core.fire('identity-dismiss', { session: core.getState().session })
    void watch(core, host, signal, LAST_WORD_S)
    return 'dismissed'
  }
}

/** Follows the session while it is processing; `once` asks at least once, for an answer held that many seconds. */
export async function watch(
  core: Core,
  host: VerificationOptions,
  signal: AbortSignal,
  once = 0,
): Promise<void> {
  let pause = 0
  const hold = () => (core.getState().state === 'processing' ? HOLD_S : 0)
  for (let wait = once || hold(); wait; wait = hold()) {
    await sleep(pause, signal)
    const { session } = core.getState()
    if (signal.aborted || !session || globalThis.document?.hidden) return
    const began = Date.now()
    try {
      const answer = await holdSession(host, signal, session, wait)
      if (signal.aborted) return
      const held = Date.now() - began > 4000
      pause = held || answer.version > session.version ? 0 : backOff(pause)
      core.take(answer)
    } catch (thrown) {
      if (signal.aborted) return
      const error = toError(thrown, 'bad_response')
      if (isLost(error)) return void core.fail(error)
      pause = Math.max(backOff(pause), retryAfter(error))
    }
  }
}

/** Cancels the session at Stripe; a refusal leaves everything as it is. */
export async function cancel(core: Core, host: VerificationOptions, signal: AbortSignal): Promise<void> {
  const { session } = core.getState()
  try {
    if (session && !signal.aborted) core.take(await cancelSession(host, signal, session.id), true)
  } catch (thrown) {
    if (!signal.aborted) core.doubt(thrown, true)
  }
  void watch(core, host, signal)
}

/** Stripe's modal had the focus: it comes back unless it went somewhere else. */
async function focusBack(host: object): Promise<void> {
  if (!('updateComplete' in host)) return
  await settled(new Promise((resolve) => setTimeout(resolve)), new AbortController().signal)
  await host.updateComplete
  if (document.activeElement === document.body) (host as unknown as HTMLElement).focus()
}

function isHosted(host: VerificationOptions): boolean {
  return host.flow === 'redirect' || (host.flow !== 'modal' && inTopLayer(host))
}

/** Where to send the user; only what a browser trusts with the camera. */
function hostedPage(url: string | null): string {
  const { protocol, hostname, href } = parse(url!, 'bad_response')
  if (protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1])$/.test(hostname)))
    return href
  throw new VerificationError('bad_response', 'url')
}

function parse(url: string, code: ErrorCode): URL {
  try {
    return new URL(url, code === 'bad_response' ? undefined : document.baseURI)
  } catch (cause) {
    throw new VerificationError(code, cause)
  }
}

async function stripeFor(host: VerificationOptions, key: string): Promise<StripeModal | null> {
  const { stripe } = host
  const locale = languageOf(host)
  return typeof stripe === 'function' ? stripe(key, { locale }) : (stripe ?? openStripe(key, locale))
}

function retryAfter({ cause }: VerificationError): number {
  return (Number((cause as { retry_after?: string } | undefined)?.retry_after) || 0) * 1000
}
