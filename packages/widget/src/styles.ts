import { css } from 'lit'

/**
 * The first styles of the element, to which later-styles.ts adds. They need no CSS of the page: system colours follow the page's light or dark scheme, and
 * colours that are not set are derived from the text, the background and the accent. docs/theming.md lists the custom
 * properties.
 *
 * - The text is nearly black or nearly white, in contrast to the background, and CanvasText if that is transparent.
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
    max-width: 30rem;
    font: var(--identity-font, 1rem/1.5 system-ui, sans-serif);
  }
  :host(:not([hidden])) {
    display: block;
  }
  :host([state='verified']) {
    --tone: var(--identity-success, #16a34a);
  }

  [part='base'],
  .said {
    display: flex;
    gap: var(--identity-gap, 1rem);
  }
  [part='base'] {
    flex-direction: column;
    padding: min(1.5rem, 6%);
    color: var(
      --identity-color,
      rgb(
        from
          color-mix(in srgb, CanvasText 1%, lch(from var(--background) clamp(9, (50 - l) * infinity, 97) 0 0 / alpha))
          r g b / 1
      )
    );
    background: var(--background);
    border: 1px solid var(--identity-border, color-mix(in srgb, currentColor 16%, #0000));
    border-radius: var(--radius);
  }
  [aria-busy='true'] > * {
    visibility: hidden;
  }

  [part='icon'] {
    display: flex;
    align-self: start;
    padding: 0.5rem;
    color: color-mix(in srgb, var(--tone), currentColor 25%);
    background: color-mix(in srgb, var(--tone) 12%, #0000);
    border-radius: 50%;
    visibility: visible;
  }
  svg {
    flex: none;
    width: 1.5rem;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  [part='status'] {
    flex: 1;
    align-self: center;
    overflow-wrap: anywhere;
    outline: 0;
  }
  p {
    margin: 0;
  }
  [part='message'] {
    font-size: 1.0625em;
    font-weight: 600;
  }
  [part='detail'] {
    margin-top: 0.25rem;
    font-size: 0.9375em;
  }
  [part='privacy'] {
    font-size: 0.8125em;
  }
  [part='detail'],
  [part='privacy'] {
    color: var(--identity-secondary, color-mix(in srgb, currentColor 74%, #0000));
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

  :host(:is([appearance='plain'], [appearance='button'])) [part='base'] {
    --background: #0000;
    padding: 0;
    border: 0;
  }
  :host([appearance='button']) [part='base'] {
    align-items: start;
  }
  :host([appearance='button']) :is(.said:has(~ button), [part='privacy']) {
    position: absolute;
    clip-path: inset(50%);
  }

  @media (prefers-reduced-motion: no-preference) {
    .turn {
      animation: turn 1s linear infinite;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`
