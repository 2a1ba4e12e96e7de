/**
 * Replaces Lit's `css-tag.js` in the single file for a script tag. The browsers of that file adopt style sheets, so
 * the fallbacks are left out. One of them would write a `<style>`, which a strict page refuses.
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
