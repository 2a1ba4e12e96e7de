import type { ReactiveControllerHost } from 'lit'

type Host = ReactiveControllerHost & HTMLElement & { preload: string }

/** The callbacks that preloading needs from its element. */
export interface Preloaded {
  /** True if the user can start, so that Stripe.js would be needed; null while that is unknown. */
  canBegin(): boolean | null
  /** Loads Stripe's script. Can be called again. */
  load(): void
}

/** Loads Stripe's script before a click, at the moment that the property `preload` names. */
export function preloadFor(host: Host, { canBegin, load }: Preloaded): void {
  let mode = ''
  let isWanted = false
  let observer: IntersectionObserver | null = null

  /** Loads the script, or waits until it is known whether the user can start. */
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
    // The next update decides for the new place.
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
