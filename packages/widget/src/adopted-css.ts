/**
 * Stands in for Lit's `css-tag.js` in the single file for a script tag. That file speaks to browsers that adopt style
 * sheets, so it needs none of the fallbacks, one of which would write a `<style>` that a strict page refuses.
 */
export const supportsAdoptingStyleSheets = true

export function css(strings: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(strings[0]!)
  return sheet
}

export function adoptStyles(root: ShadowRoot, sheets: CSSStyleSheet[]): void {
  root.adoptedStyleSheets = sheets
}

export function getCompatibleStyle(sheet: CSSStyleSheet): CSSStyleSheet {
  return sheet
}

export const unsafeCSS = css
export class CSSResult {}
