import type { ReactiveControllerHost } from 'lit'

/** Keeps the focus inside an element that has it, if an update removes the part that it is on. */
export function keepFocus(host: ReactiveControllerHost & HTMLElement): void {
  const root = host.shadowRoot!
  const page = host.ownerDocument
  let hadFocus = false

  function keep(): void {
    const now = root.activeElement ?? page.activeElement
    // Browsers move a focus that was removed to the body, some of them only with the next frame.
    const isNowhere = now === null || now === page.body || now === host
    const isInside = root.contains(now) || host.contains(now)
    if (isNowhere || (isInside && !canHoldFocus(now)))
      root.querySelector<HTMLElement>('button, [tabindex]')?.focus()
  }

  host.addController({
    hostUpdate() {
      hadFocus = host.matches(':focus-within')
    },
    hostUpdated() {
      if (hadFocus) keep()
    },
  })
  // The update that called for this file may have come before it.
  keep()
}

/** False for an element that is hidden, or has lost its tabindex. */
function canHoldFocus(element: Element): boolean {
  const isFocusable = (element as HTMLElement).tabIndex >= 0 || element.hasAttribute('tabindex')
  return isFocusable && element.checkVisibility?.() !== false
}
