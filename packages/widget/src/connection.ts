/**
 * The interval in milliseconds at which a visible page loads the session again, in case Stripe has reversed a
 * decision.
 */
const SLOW_CHECK_MS = 5 * 60_000

/**
 * Watches the page's activity until the returned controller aborts. `awake` is called when the page is visible again,
 * the network is back, or (`isRoutine`) the interval has passed.
 */
export function watchPage(awake: (isRoutine: boolean) => void, asleep?: () => void): AbortController {
  const life = new AbortController()

  function notice(event: Event): void {
    if (isHidden()) asleep?.()
    // `pageshow` fires for every page. Only a page from the back-forward cache was away.
    else if (event.type !== 'pageshow' || (event as PageTransitionEvent).persisted) awake(false)
  }

  for (const type of ['visibilitychange', 'online', 'pageshow'])
    globalThis.window?.addEventListener(type, notice, life)
  const timer = setInterval(() => isHidden() || awake(true), SLOW_CHECK_MS)
  life.signal.addEventListener('abort', () => clearInterval(timer))
  return life
}

/** Hidden tabs hold no connection. */
export function isHidden(): boolean {
  return !!globalThis.document?.hidden
}
