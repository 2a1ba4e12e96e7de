/**
 * A full-viewport layer with the sandbox's iframe. Like Stripe's, it uses `z-index` instead of the top layer, so that
 * a `<dialog>` that would hide Stripe's modal hides this one too. Styled only through the CSSOM, which no `style-src`
 * forbids.
 */
export interface Overlay {
  iframe: HTMLIFrameElement
  /** Shows the iframe once it has content. From now on the focus stays in it. */
  reveal(): void
  /** Restores the page: its focus and its scrolling. */
  remove(): void
}

export function createOverlay(src: string, onTabOut: (edge: 'first' | 'last') => void): Overlay {
  const over = new AbortController()
  const returnFocus = rememberFocus()
  const layer = document.createElement('div')
  layer.setAttribute('role', 'dialog')
  layer.setAttribute('aria-modal', 'true')
  layer.setAttribute('aria-label', 'Identity verification')
  layer.setAttribute('data-stripe-identity-sandbox', '')
  style(layer, {
    position: 'fixed',
    inset: '0',
    'z-index': '2147483647',
    display: 'grid',
    'place-items': 'center',
    background: 'rgb(16 24 40 / 60%)',
  })

  const iframe = document.createElement('iframe')
  iframe.title = 'Stripe Identity sandbox'
  iframe.src = src
  style(iframe, {
    display: 'block',
    width: 'min(100vw, 500px)',
    height: 'min(100dvh, 600px)',
    'max-width': '100%',
    'max-height': '100%',
    border: '0',
    'border-radius': '14px',
    // Forced colours remove the backdrop and the shadow, and make this visible.
    outline: '2px solid transparent',
    'box-shadow': '0 24px 64px rgb(0 0 0 / 35%)',
    visibility: 'hidden',
  })

  layer.append(guard('last', onTabOut), iframe, guard('first', onTabOut))
  ;(document.body ?? document.documentElement).append(layer)
  const unlock = lockScroll()
  return {
    iframe,
    reveal() {
      iframe.style.setProperty('visibility', 'visible', 'important')
      holdFocus(iframe, over.signal)
    },
    remove() {
      over.abort()
      layer.remove()
      unlock()
      returnFocus()
    },
  }
}

/** An invisible tab stop beside the iframe. It moves the focus to the other end of the modal. */
function guard(edge: 'first' | 'last', onTabOut: (edge: 'first' | 'last') => void): HTMLElement {
  const stop = document.createElement('div')
  stop.tabIndex = 0
  style(stop, { position: 'fixed', width: '0', height: '0', outline: 'none' })
  stop.addEventListener('focus', () => onTabOut(edge))
  return stop
}

/** The focused element, through all shadow roots. */
function focused(): HTMLElement | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement && element !== document.body ? element : null
}

/** Remembers the focus. The returned function restores it if its element is still in the page. */
function rememberFocus(): () => void {
  const before = focused()
  return () => {
    if (before?.isConnected) before.focus({ preventScroll: true })
  }
}

/**
 * Returns the focus to the iframe whenever it moves outside the modal. If a focus trap of the host's page also acts
 * at once, that trap wins, so that the two do not compete.
 */
function holdFocus(iframe: HTMLIFrameElement, signal: AbortSignal) {
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

/** Stops the page from scrolling behind the modal. The returned function restores it. */
function lockScroll(): () => void {
  const root = document.documentElement
  const scroller = getComputedStyle(root).overflowY === 'visible' ? (document.body ?? root) : root
  const hasScrollbar = window.innerWidth > root.clientWidth
  const restore = [
    override(scroller, 'overflow', 'hidden'),
    ...(hasScrollbar ? [override(root, 'scrollbar-gutter', 'stable')] : []),
  ]
  return () => {
    for (const undo of restore) undo()
  }
}

function override(element: HTMLElement, property: string, value: string): () => void {
  const before = element.style.getPropertyValue(property)
  const priority = element.style.getPropertyPriority(property)
  const hadAttribute = element.hasAttribute('style')
  element.style.setProperty(property, value, 'important')
  return () => {
    element.style.setProperty(property, before, priority)
    if (!hadAttribute && element.style.length === 0) element.removeAttribute('style')
  }
}

/** Sets styles with `!important`, so that no rule of the host's page applies. */
function style(element: HTMLElement, declarations: Record<string, string>) {
  element.style.setProperty('all', 'initial', 'important')
  for (const [property, value] of Object.entries(declarations)) {
    element.style.setProperty(property, value, 'important')
  }
}
