import type { ReactiveController, ReactiveControllerHost } from 'lit'

type Host = ReactiveControllerHost & HTMLElement & { preload: string }

/** What preloading needs to know of its element. */
export interface Preloaded {
  /** Nothing is known yet, so that a wish has to wait. */
  isPending(): boolean
  /** Whether there is anything to begin, for which Stripe.js would be needed. */
  canBegin(): boolean
  /** Fetches Stripe's script. May be called again. */
  load(): void
}

/** Decides when Stripe's script is fetched ahead of a click, by the property `preload`. */
export class Preload implements ReactiveController {
  readonly #host: Host
  readonly #element: Preloaded
  #mode = ''
  #isWanted = false
  #observer: IntersectionObserver | null = null

  constructor(host: Host, element: Preloaded) {
    this.#host = host
    this.#element = element
    host.addController(this)
    for (const type of ['pointerenter', 'focusin', 'touchstart'])
      host.addEventListener?.(type, () => this.#want(host.preload !== 'none'), { passive: true })
  }

  hostUpdated(): void {
    const { preload } = this.#host
    if (this.#mode !== preload) {
      this.hostDisconnected()
      this.#mode = preload
      if (preload === 'visible') this.#observe()
      if (preload === 'eager') this.#isWanted = true
    }
    this.#want(this.#isWanted)
  }

  hostConnected(): void {
    // The next update finds out what is to be done at the new place.
    this.#host.requestUpdate()
  }

  hostDisconnected(): void {
    this.#observer?.disconnect()
    this.#observer = null
    this.#mode = ''
    this.#isWanted = false
  }

  #want(isWanted: boolean): void {
    this.#isWanted = isWanted
    if (!isWanted || this.#element.isPending()) return
    this.#isWanted = false
    if (this.#element.canBegin()) this.#element.load()
  }

  #observe(): void {
    if (!globalThis.IntersectionObserver) return
    this.#observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      this.#observer?.disconnect()
      this.#want(true)
    })
    this.#observer.observe(this.#host)
  }
}
