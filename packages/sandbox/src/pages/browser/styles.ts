import { css } from 'lit'

/** The colours and controls of all pages of the sandbox, in both colour schemes. */
export const theme = css`
  :host {
    --ink: light-dark(#1a1f36, #eef1f8);
    --soft: light-dark(#545d78, #a9b2c8);
    --line: light-dark(#d9dee8, #353d52);
    --edge: light-dark(#7b849b, #77819a);
    --page: light-dark(#f5f7fa, #10141f);
    --card: light-dark(#ffffff, #181e2c);
    --raised: light-dark(#f5f7fa, #212939);
    --accent: light-dark(#4338ca, #a5b4fc);
    --good: light-dark(#067647, #5ad6a0);
    --bad: light-dark(#b42318, #ff9c92);
    --wait: light-dark(#8a4b00, #f6bd60);
    --stripe-a: light-dark(#ffe3a3, #4a3a12);
    --stripe-b: light-dark(#ffd67c, #574416);
    --stripe-ink: light-dark(#4a3200, #ffe6b0);
    /* The element's type scale: title, text, secondary text. */
    --title: 1.0625rem;
    --body: 0.9375rem;
    --small: 0.8125rem;
    color: var(--ink);
    font: var(--body) / 1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  fieldset,
  dl,
  dd,
  ul,
  ol {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  h1,
  h2 {
    font-size: var(--title);
    font-weight: 600;
    line-height: 1.4;
  }
  svg {
    flex: none;
    width: 24px;
  }
  h1:focus,
  h2:focus {
    outline: none;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  select {
    font: inherit;
    color: var(--ink);
    min-height: 44px;
    padding: 8px 14px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--card);
    cursor: pointer;
  }
  button:hover:not([aria-disabled='true']) {
    background: var(--raised);
    border-color: var(--ink);
  }
  button[aria-disabled='true'] {
    color: var(--soft);
    border-style: dashed;
    cursor: default;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  a {
    color: var(--accent);
  }
  label {
    display: grid;
    gap: 4px;
    font-size: var(--small);
    color: var(--soft);
  }
  pre {
    margin: 8px 0;
    padding: 12px;
    overflow: auto;
    background: var(--raised);
    border-radius: 8px;
    font-size: var(--small);
    line-height: 1.5;
  }
  .soft {
    color: var(--soft);
  }
  .good {
    color: var(--good);
  }
  .bad {
    color: var(--bad);
  }
  .small {
    font-size: var(--small);
  }
  .tape {
    background: repeating-linear-gradient(-45deg, var(--stripe-a) 0 14px, var(--stripe-b) 14px 28px);
    color: var(--stripe-ink);
    font-weight: 600;
    font-size: var(--small);
    padding: 8px 24px;
    text-align: center;
  }
  @media (forced-colors: active) {
    .tape {
      border-bottom: 1px dashed;
    }
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  /* An empty live region takes no space, but must exist before its first text. */
  [role='alert']:empty,
  [role='status']:empty {
    position: absolute;
  }
  .alert {
    border-inline-start: 4px solid var(--bad);
    background: var(--raised);
    padding: 10px 14px;
    border-radius: 4px;
  }
  .mono {
    font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
`

/** The styles of the document around a page's single element. */
export const page = css`
  html {
    color-scheme: light dark;
    background: light-dark(#f5f7fa, #10141f);
  }
  body {
    margin: 0;
  }
`

/** Adopts the page's styles without a `<style>` element, which a strict policy would refuse. */
export function adoptPageStyles() {
  if (page.styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, page.styleSheet]
}
