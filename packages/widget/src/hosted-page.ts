import type { Core } from './core.js'
import { VerificationError } from './errors.js'
import { inTopLayer, isFramed } from './page.js'
import { settled } from './time.js'
import type { VerificationOptions } from './verification.js'

/** If the page is still open after this time, the navigation did not happen. */
const LEAVING_MS = 5000

/** True if Stripe's hosted page is used instead of the modal. */
export function isHosted(host: VerificationOptions): boolean {
  return host.flow === 'redirect' || (host.flow !== 'modal' && inTopLayer(host))
}

/** Returns the page's address if it is one for which browsers allow the camera. */
export function hostedPage(url: string | null): string {
  const page = URL.canParse(url!) ? new URL(url!) : null
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(page?.hostname ?? '')
  if (page?.protocol === 'https:' || (page?.protocol === 'http:' && isLocal)) return page.href
  throw new VerificationError('bad_response', 'url')
}

/**
 * Opens the hosted page, which cannot be framed: from inside a frame it opens in a new tab. The state is `open` until
 * the person returns.
 */
export function openHostedPage(core: Core, page: string): void {
  if (isFramed()) {
    const tab = window.open('about:blank', '_blank')
    if (!tab) throw new VerificationError('stripe_load_failed', 'The browser blocked the window.')
    tab.opener = null
    tab.location.href = page
    core.status.change({}, 'opened')
    window.addEventListener('focus', () => core.status.settle(), { once: true, ...signalOf(core) })
    return
  }
  core.status.change({}, 'opened')
  void stayed(core).then(() => core.status.settle())
  location.assign(page)
}

/** Resolves if the person chose to stay in a `beforeunload` dialog. */
async function stayed(core: Core): Promise<void> {
  const { signal } = { signal: core.signal() ?? new AbortController().signal }
  const refused = new Promise<void>((resolve) => {
    globalThis.navigation?.addEventListener('navigateerror', () => resolve(), { once: true, signal })
  })
  await settled(refused, signal, LEAVING_MS).catch(() => {})
}

function signalOf(core: Core): { signal?: AbortSignal } {
  const signal = core.signal()
  return signal ? { signal } : {}
}
