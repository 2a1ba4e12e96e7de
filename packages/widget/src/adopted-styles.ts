import type { CSSResultOrNative } from 'lit'

/**
 * Adopts the styles. A style sheet belongs to one document, so they are created again for a root in another document.
 */
export function adoptStyles(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  const Sheet = root.ownerDocument.defaultView?.CSSStyleSheet
  if (!Sheet || !('adoptedStyleSheets' in root)) return
  root.adoptedStyleSheets = styles.map((style) => {
    const sheet = new Sheet()
    sheet.replaceSync(textOf(style))
    return sheet
  })
}

function textOf(style: CSSResultOrNative): string {
  if ('cssText' in style) return style.cssText
  return Array.from(style.cssRules, ({ cssText }) => cssText).join('\n')
}
