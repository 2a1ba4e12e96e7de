import type { ReactiveControllerHost } from 'lit'

type Host = ReactiveControllerHost & HTMLElement & { preload: string }

/**
 * Loads Stripe's script before a click, at the moment that the property `preload` names. `load` loads it if the user can
 * start, and returns false while that is unknown. It can be called again.
 */
export function preloadFor(host: Host, load: () => boolean): void {
  let mode = ''
  /** True from a reason to load until it is known whether the user can start. */
  let isWanted = false
  let observer: IntersectionObserver | undefined

  function want(): void {
    isWanted = true
    host.requestUpdate()
  }

  function begin(now: string): void {
    observer?.disconnect()
    observer = undefined
    mode = now
    isWanted = mode === 'eager'
    if (mode !== 'visible' || !globalThis.IntersectionObserver) return
    observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && want())
    observer.observe(host)
  }

  host.addController({
    hostDisconnected: () => begin(''),
    hostUpdated() {
      if (mode !== host.preload) begin(host.preload)
      if (isWanted) isWanted = !load()
    },
  })
  // A touch begins with `pointerenter`, too.
  for (const type of ['pointerenter', 'focusin'])
    host.addEventListener(type, () => host.preload !== 'none' && want())
}
