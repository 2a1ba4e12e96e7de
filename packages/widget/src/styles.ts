import { css } from 'lit'

/**
 * The styles of the element, which need no CSS of the page: system colours follow the page's light or dark scheme, and
 * colours that are not set are derived from the text, the background and the accent. docs/theming.md lists the custom
 * properties.
 *
 * - `--readable` is nearly black or nearly white, in contrast to the background, and CanvasText if that is transparent.
 * - The button's label is a separate element, so that an accent of currentColor does not become the label's colour.
 * - The focus ring has the colour of the text, which is readable on the background with any accent.
 * - A link of the host without a colour takes that of the text around it.
 */
export const styles = css`
  :host {
    --accent: var(--identity-accent, #4f46e5);
    --background: var(--identity-background, Canvas);
    --radius: var(--identity-radius, 12px);
    --tone: var(--accent);
    --contrast: lch(from var(--background) clamp(9, (50 - l) * infinity, 97) 0 0 / alpha);
    --readable: rgb(from color-mix(in srgb, CanvasText 1%, var(--contrast)) r g b / 1);
    max-width: 30rem;
    font: var(--identity-font, 1rem/1.5 system-ui, sans-serif);
  }
  :host(:not([hidden])) {
    display: block;
  }
  :host([state='verified']) {
    --tone: var(--identity-success, #16a34a);
  }
  :host(:is([state='requires_input'], [state='error'])) {
    --tone: var(--identity-danger, #dc2626);
  }

  [part='base'] {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--identity-gap, 1rem);
    padding: 1.5rem;
    color: var(--identity-color, var(--readable));
    background: var(--background);
    border: 1px solid var(--identity-border, color-mix(in srgb, currentColor 16%, #0000));
    border-radius: var(--radius);
  }
  [aria-busy='true'] > :not([part='icon']) {
    visibility: hidden;
  }

  [part='icon'] {
    display: grid;
    place-content: center;
    width: 2.5rem;
    height: 2.5rem;
    color: color-mix(in srgb, var(--tone), currentColor 25%);
    background: color-mix(in srgb, var(--tone) 12%, #0000);
    border-radius: 50%;
  }
  svg {
    width: 1.5rem;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .turn {
    transform-origin: center;
  }

  [part='status'] {
    align-self: center;
    min-width: 0;
    overflow-wrap: anywhere;
    outline: 0;
  }
  p {
    margin: 0;
    text-wrap: pretty;
  }
  [part='message'] {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.4;
  }
  [part='detail'],
  [part='privacy'] {
    margin-top: 0.25rem;
    font-size: 0.9375em;
    color: var(--identity-secondary, color-mix(in srgb, currentColor 74%, #0000));
  }
  [part='privacy'] {
    margin: 0;
    font-size: 0.8125em;
  }

  button,
  [part='privacy'],
  ::slotted([slot='help']) {
    grid-column: 1 / -1;
  }
  ::slotted(a) {
    color: inherit;
  }
  button {
    min-height: 44px;
    padding: 0.5rem 1.25rem;
    font: inherit;
    font-weight: 600;
    color: inherit;
    background: var(--accent);
    border: 1px solid #0000;
    border-radius: var(--identity-button-radius, calc(var(--radius) * 0.7));
    cursor: pointer;
  }
  [part='label'] {
    color: lch(from var(--accent) calc((50 - l) * infinity) 0 0);
  }
  button:focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
  }
  button:hover {
    background: color-mix(in srgb, var(--accent), currentColor 14%);
  }
  button:is(:disabled, [aria-disabled='true']) {
    background: var(--accent);
    opacity: 0.6;
    cursor: default;
  }

  :host(:is([appearance='plain'], [appearance='button'])) {
    --background: #0000;
  }
  :host(:is([appearance='plain'], [appearance='button'])) [part='base'] {
    padding: 0;
    border: 0;
  }
  :host([appearance='button']) [part='base'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
  }
  :host([appearance='button']) [part='status'] {
    flex: 1 8rem;
  }
  :host([appearance='button']) ::slotted([slot='help']) {
    flex-basis: 100%;
  }
  :host([appearance='button']) button {
    order: -1;
  }
  :host([appearance='button'][state='idle']) :is([part='icon'], [part='status'], [part='privacy']) {
    position: absolute;
    clip-path: inset(50%);
  }

  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: background 0.15s;
    }
    .turn {
      animation: turn 1s linear infinite;
    }
    .draw {
      stroke-dasharray: 1;
      animation: draw 0.4s 0.1s ease-out backwards;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
  }
`
