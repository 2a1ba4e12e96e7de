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
  [part='base'] {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 1rem;
    padding: 1.25rem;
    color: CanvasText;
    background: var(--identity-background, Canvas);
    border: 1px solid #8886;
    border-radius: var(--radius);
  }
  [aria-busy='true'] > :not([part='icon']) {
    visibility: hidden;
  }
  button,
  [part='message'] {
    font: inherit;
    font-weight: 600;
  }
  [part='icon'] {
    box-sizing: border-box;
    display: grid;
    place-content: center;
    width: 2.5rem;
    height: 2.5rem;
    color: color-mix(in srgb, var(--tone), CanvasText 30%);
    background: color-mix(in srgb, var(--tone) 12%, #0000);
    border-radius: 50%;
  }
  svg {
    width: 1.5rem;
    height: 1.5rem;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  p {
    margin: 0;
  }
  button,
  [part='privacy'],
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
  .turn {
    transform-origin: center;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .turn {
      animation: turn 1s linear infinite;
    }
  }
`
