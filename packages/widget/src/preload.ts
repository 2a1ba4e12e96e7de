import type { ReactiveControllerHost } from 'lit'

type Host = ReactiveControllerHost & HTMLElement & { preload: string }

/** What preloading needs to know of its element. */
export interface Preloaded {
  /** Whether there is anything to begin, for which Stripe.js would be needed; null while that is not known. */
  canBegin(): boolean | null
  /** Fetches Stripe's script. May be called again. */
  load(): void
}

/** Fetches Stripe's script ahead of a click, when the property `preload` says so. */
export function preloadFor(host: Host, { canBegin, load }: Preloaded): void {
  let mode = ''
  let isWanted = false
  let observer: IntersectionObserver | null = null

  /** A wish waits until it is known whether there is anything to begin. */
  function want(): void {
    const can = canBegin()
    isWanted = can === null
    if (can) load()
  }

  function observe(): void {
    if (!globalThis.IntersectionObserver) return
    observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      unobserve()
      want()
    })
    observer.observe(host)
  }

  function unobserve(): void {
    observer?.disconnect()
    observer = null
  }

  function forget(): void {
    unobserve()
    mode = ''
    isWanted = false
  }

  host.addController({
    // The next update finds out what is to be done at the new place.
    hostConnected: () => host.requestUpdate(),
    hostDisconnected: forget,
    hostUpdated() {
      if (mode !== host.preload) {
        forget()
        mode = host.preload
        if (mode === 'visible') observe()
        isWanted = mode === 'eager'
      }
      if (isWanted) want()
    },
  })
  for (const type of ['pointerenter', 'focusin', 'touchstart'])
    host.addEventListener?.(type, () => host.preload !== 'none' && want(), { passive: true })
}
