import { css } from 'lit'

/** Buttons and fields. */
export const controls = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.75rem;
    padding: 0.5rem 1rem;
    font: inherit;
    font-weight: 600;
    color: lch(from var(--accent) calc((50 - l) * infinity) 0 0);
    background: var(--accent);
    border: 1px solid #0000;
    border-radius: calc(var(--radius) * 0.7);
    text-decoration: none;
    cursor: pointer;
  }
  .quiet {
    color: CanvasText;
    background: var(--identity-background, Canvas);
    border-color: color-mix(in srgb, CanvasText 45%, #0000);
    font-weight: 500;
  }
  .quiet:hover,
  .quiet[aria-current] {
    background: var(--soft);
  }
  .quiet[aria-current] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .danger {
    color: #fff;
    background: #c81e1e;
  }
  .small {
    min-height: 2rem;
    padding: 0.125rem 0.75rem;
    font-size: 0.875rem;
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .end {
    margin-inline-start: auto;
  }
  label {
    display: grid;
    gap: 0.25rem;
    font-size: 0.875rem;
    color: var(--dim);
  }
  label.check {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2.75rem;
    color: inherit;
  }
  input,
  select {
    min-height: 2.75rem;
    min-width: 0;
    max-width: 100%;
    padding: 0.5rem 0.75rem;
    font: inherit;
    font-size: 1rem;
    color: FieldText;
    background: Field;
    border: 1px solid color-mix(in srgb, CanvasText 50%, #0000);
    border-radius: calc(var(--radius) * 0.7);
  }
  input[type='checkbox'] {
    width: 1.5rem;
    height: 1.5rem;
    min-height: 0;
    accent-color: var(--accent);
  }
  .pages,
  .spans,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block: 1rem;
  }
  .buttons {
    justify-content: end;
  }
  .buttons.start {
    justify-content: start;
  }
  @media (forced-colors: active) {
    .danger {
      border-color: ButtonBorder;
    }
    .quiet[aria-current] {
      border-color: Highlight;
      text-decoration: underline;
    }
  }
`
