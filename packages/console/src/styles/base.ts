import { css } from 'lit'

/** The look of `<identity-verification>`: system font and colours, and the same custom properties. */
export const base = css`
  :host {
    --accent: var(--identity-accent, #4f46e5);
    --radius: var(--identity-radius, 12px);
    --link: color-mix(in srgb, var(--accent), CanvasText 35%);
    --line: color-mix(in srgb, CanvasText 18%, #0000);
    --soft: color-mix(in srgb, CanvasText 6%, #0000);
    --dim: color-mix(in srgb, CanvasText 72%, #0000);
    --tone: var(--accent);
    font: var(--identity-font, 1rem/1.5 system-ui, sans-serif);
    color: CanvasText;
    overflow-wrap: anywhere;
    container-type: inline-size;
  }
  :host(:not([hidden])) {
    display: block;
  }
  * {
    box-sizing: border-box;
  }
  .good {
    --tone: #16a34a;
  }
  .warn {
    --tone: #c2690c;
  }
  .bad {
    --tone: #dc2626;
  }
  h1,
  h2,
  p,
  dl,
  dd,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  h1 {
    font-size: 1.5rem;
    line-height: 1.25;
    margin-block-end: 0.75rem;
  }
  h2 {
    font-size: 1.125rem;
    line-height: 1.3;
    margin-block-end: 0.75rem;
  }
  ul,
  ol {
    list-style: none;
  }
  small,
  .quietly,
  dt,
  time {
    font-size: 0.875rem;
    color: var(--dim);
  }
  code {
    font: 0.8125rem/1.4 ui-monospace, monospace;
    color: var(--dim);
  }
  a {
    color: var(--link);
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 3px solid var(--link);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  p.quietly {
    margin-block: 0.75rem;
  }
  section + section {
    margin-block-start: 2rem;
  }

  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.375rem 1rem;
    align-items: baseline;
    margin-block-end: 1rem;
  }
`
