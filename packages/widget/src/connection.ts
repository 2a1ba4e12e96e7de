/** A page that is looked at asks again after this many milliseconds, in case Stripe has taken a decision back. */
const SLOW_CHECK_MS = 5 * 60_000

/** How a page comes back to life, and goes to sleep. */
export interface Signs {
  /** The page is seen again, the network is back, or enough time has passed. */
  awake(isRoutine: boolean): void
  asleep(): void
}

/** The page's signs of life, from the first participant to the last. */
export class Connection {
  readonly #signs: Signs
  #life: AbortController | null = null

  constructor(signs: Signs) {
    this.#signs = signs
  }

  /** Aborts when it closes; null while it is closed. */
  get signal(): AbortSignal | null {
    return this.#life?.signal ?? null
  }

  open(): void {
    this.#life = new AbortController()
    const { signal } = this.#life
    for (const type of ['visibilitychange', 'online', 'pageshow'])
      globalThis.window?.addEventListener(type, (event) => this.#notice(event), { signal })
    const timer = setInterval(() => {
      if (!isHidden()) this.#signs.awake(true)
    }, SLOW_CHECK_MS)
    signal.addEventListener('abort', () => clearInterval(timer))
  }

  close(): void {
    this.#life?.abort()
    this.#life = null
  }

  #notice(event: Event): void {
    if (isHidden()) this.#signs.asleep()
    // Every page is shown once; only one that comes out of the back-forward cache was away.
    else if (event.type !== 'pageshow' || (event as PageTransitionEvent).persisted) this.#signs.awake(false)
  }
}

/** Hidden tabs hold no connection. */
export function isHidden(): boolean {
  return !!globalThis.document?.hidden
}
