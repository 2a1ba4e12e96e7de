/** A page that is looked at asks again after this many milliseconds, in case Stripe has taken a decision back. */
const SLOW_CHECK_MS = 5 * 60_000

/** How a page comes back to life, and goes to sleep. */
export interface Signs {
  /** The page is seen again, the network is back, or (`isRoutine`) enough time has passed. */
  awake(isRoutine: boolean): void
  asleep(): void
}

/** The page's signs of life, from the first participant to the last. */
export function createConnection({ awake, asleep }: Signs) {
  let life: AbortController | null = null

  function notice(event: Event): void {
    if (isHidden()) asleep()
    // Every page is shown once; only one that comes out of the back-forward cache was away.
    else if (event.type !== 'pageshow' || (event as PageTransitionEvent).persisted) awake(false)
  }

  return {
    /** Aborts when it closes; null while it is closed. */
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
