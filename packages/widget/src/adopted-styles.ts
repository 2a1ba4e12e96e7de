import type { CSSResultOrNative, LitElement } from 'lit'

/**
 * Adopts the styles of an element again. A style sheet belongs to one document, so they are created again for an
 * element in another document.
 */
export function adoptStyles(host: LitElement): void {
  const { shadowRoot } = host
  const Sheet = shadowRoot?.ownerDocument.defaultView?.CSSStyleSheet
  if (!Sheet || !('adoptedStyleSheets' in shadowRoot)) return
  const { elementStyles } = host.constructor as typeof LitElement
  shadowRoot.adoptedStyleSheets = elementStyles.map((style) => {
    const sheet = new Sheet()
    sheet.replaceSync(textOf(style))
    return sheet
  })
}

function textOf(style: CSSResultOrNative): string {
  if ('cssText' in style) return style.cssText
  return Array.from(style.cssRules, ({ cssText }) => cssText).join('\n')
}
