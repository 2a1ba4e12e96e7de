/** The element that has the focus, inside however many shadow roots. */
function focused(): HTMLElement | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement && element !== document.body ? element : null
}

/** Remembers the focus; the returned function gives it back, where its element is still in the page. */
export function rememberFocus(): () => void {
  const before = focused()
  return () => {
    if (before?.isConnected) before.focus({ preventScroll: true })
  }
}

/**
 * Brings the focus back to the iframe whenever it lands on something outside the modal. A trap of the host's page
 * that does the same at once wins: there is no tug of war.
 */
export function holdFocus(iframe: HTMLIFrameElement, signal: AbortSignal) {
  let reclaiming = false
  document.addEventListener(
    'focusin',
    (event) => {
      const inside = event.target instanceof Node && iframe.parentNode?.contains(event.target)
      if (inside || reclaiming) return
      reclaiming = true
      iframe.focus()
      reclaiming = false
    },
    { signal },
  )
}
