import { css } from 'lit'

/**
 * Looks right on any page without a line of CSS; system colours follow its light or dark scheme. A brand sets
 * `--identity-accent`, `--identity-radius` and `--identity-font`.
 */
export const styles = css`
  :host {
    --accent: var(--identity-accent, #4f46e5);
    --tone: var(--accent);
    --radius: var(--identity-radius, 12px);
    max-width: 30rem;
    font: var(--identity-font, 1rem/1.5 system-ui, sans-serif);
  }
  :host(:not([hidden])) {
    display: block;
  }
  :host([state='verified']) {
    --tone: #16a34a;
  }
  :host([state='requires_input']) {
    --tone: #c2690c;
  }
  :host([state='error']) {
    --tone: #dc2626;
  }
  div {
    min-width: 0;
    align-self: center;
    overflow-wrap: anywhere;
    outline: 0;
  }
  [lang] {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 1rem;
    padding: 1.25rem;
    color: CanvasText;
    background: var(--identity-background, Canvas);
    border: 1px solid #8886;
    border-radius: var(--radius);
  }
  span,
  button,
  p:not(p + p) {
    font: inherit;
    font-weight: 600;
  }
  span {
    box-sizing: border-box;
    width: 2.5rem;
    height: 2.5rem;
    line-height: 2.5rem;
    text-align: center;
    color: color-mix(in srgb, var(--tone), CanvasText 30%);
    background: color-mix(in srgb, var(--tone) 12%, #0000);
    border-radius: 50%;
  }
  p {
    margin: 0;
  }
  button,
  ::slotted(*) {
    grid-column: 1 / -1;
  }
  button {
    min-height: 44px;
    padding: 0.5rem 1rem;
    color: lch(from var(--accent) calc((50 - l) * infinity) 0 0);
    background: var(--accent);
    border: 1px solid #0000;
    border-radius: calc(var(--radius) * 0.7);
    cursor: pointer;
  }
  button:focus-visible {
    outline: 3px solid var(--tone);
    outline-offset: 2px;
  }
  button:hover {
    opacity: 0.9;
  }
  button:is(:disabled, [aria-disabled='true']) {
    opacity: 0.6;
    cursor: default;
  }
  span:empty {
    border: 3px solid;
    border-top-color: #0000;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    span:empty {
      animation: turn 1s linear infinite;
    }
  }
`
