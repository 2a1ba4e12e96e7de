/** The focused element, through all shadow roots. */
function focused(): HTMLElement | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement && element !== document.body ? element : null
}

/** Remembers the focus. The returned function restores it if its element is still in the page. */
export function rememberFocus(): () => void {
  const before = focused()
  return () => {
    if (before?.isConnected) before.focus({ preventScroll: true })
  }
}

/**
 * Returns the focus to the iframe whenever it moves outside the modal. If a focus trap of the host's page also acts
 * at once, that trap wins, so that the two do not compete.
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
