/** True if the test passes for the element or an ancestor, through slots and shadow roots. */
function climb(start: Element, test: (node: Element) => boolean): boolean {
  for (let node: Node | null = start; node; )
    if (node instanceof Element && test(node)) return true
    else node = (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host
  return false
}

/** The language to use: the requested one, otherwise the nearest `lang` around the element, otherwise the browser's. */
export function languageOf(host: { locale?: string | undefined } | HTMLElement): string {
  let found = (host as { locale?: string }).locale
  let node: Partial<HTMLElement> | undefined = host as HTMLElement
  while (!found && node?.closest) {
    found = node.closest<HTMLElement>('[lang]')?.lang
    node = (node.getRootNode!() as ShadowRoot).host as HTMLElement
  }
  return found || navigator.language
}

/** True if the element is in the browser's top layer, which covers Stripe's modal. */
export function inTopLayer(host: object): boolean {
  return isElement(host) && climb(host, isTopLayer)
}

function isTopLayer(node: Element): boolean {
  try {
    return node.matches(':is(dialog:modal, :popover-open, :fullscreen:not(:root))')
  } catch {
    // A simulated browser without these selectors has no top layer.
    return false
  }
}

function isElement(host: object): host is Element {
  return 'matches' in host
}

/** True if the page is in a frame of another. */
export function isFramed(): boolean {
  return globalThis.window !== undefined && window.parent !== window
}
