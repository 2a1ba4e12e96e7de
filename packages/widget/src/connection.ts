/**
 * The interval in milliseconds at which a visible page loads the session again, in case Stripe has reversed a
 * decision.
 */
const SLOW_CHECK_MS = 5 * 60_000

/** Callbacks for the activity of a page. */
export interface Signs {
  /** The page is visible again, the network is back, or (`isRoutine`) the interval has passed. */
  awake(isRoutine: boolean): void
  asleep(): void
}

/** Watches the page's activity, from the first participant to the last. */
export function createConnection({ awake, asleep }: Signs) {
  let life: AbortController | null = null

  function notice(event: Event): void {
    if (isHidden()) asleep()
    // `pageshow` fires for every page. Only a page from the back-forward cache was away.
    else if (event.type !== 'pageshow' || (event as PageTransitionEvent).persisted) awake(false)
  }

  return {
    /** Aborts when the connection closes; null while it is closed. */
    signal: () => life?.signal ?? null,

    open(): void {
      life = new AbortController()
      for (const type of ['visibilitychange', 'online', 'pageshow'])
        globalThis.window?.addEventListener(type, notice, life)
      const timer = setInterval(() => isHidden() || awake(true), SLOW_CHECK_MS)
      life.signal.addEventListener('abort', () => clearInterval(timer))
    },

    close(): void {
      life?.abort()
      life = null
    },
  }
}

/** Hidden tabs hold no connection. */
export function isHidden(): boolean {
  return !!globalThis.document?.hidden
}
