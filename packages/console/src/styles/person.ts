import { css } from 'lit'

/** One person: the answer, the history, the facts. */
export const person = css`
  .answer {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--tone);
    border-radius: var(--radius);
  }
  .answer.plain {
    --tone: color-mix(in srgb, CanvasText 50%, #0000);
  }
  .answer p {
    font-size: 1.125rem;
    font-weight: 600;
  }
  .answer div {
    grid-column: 2;
  }
  .answer div:empty {
    display: none;
  }
  .sign {
    display: grid;
    place-content: center;
    width: 2.5rem;
    height: 2.5rem;
    background: color-mix(in srgb, var(--tone) 12%, #0000);
    border-radius: 50%;
  }
  .sign .icon {
    width: 1.5rem;
    height: 1.5rem;
  }
  .back {
    margin-block-end: 0.5rem;
  }
  .back a::before {
    content: '←' / '';
    margin-inline-end: 0.375rem;
  }
  .back:dir(rtl) a::before {
    content: '→' / '';
  }
  .columns {
    display: grid;
    gap: 2rem;
    margin-block-start: 1.5rem;
  }
  @container (width >= 56rem) {
    .columns {
      grid-template-columns: 3fr 2fr;
    }
  }
  .timeline li {
    position: relative;
    padding-block-end: 1.25rem;
    padding-inline-start: 2rem;
  }
  .timeline li::before {
    content: '';
    position: absolute;
    inset-block: 1.75rem 0.25rem;
    inset-inline-start: 0.6875rem;
    border-inline-start: 2px solid var(--line);
  }
  .timeline li:last-child::before {
    display: none;
  }
  .timeline li > .status:first-child {
    margin-inline-start: -2rem;
    gap: 0.75rem;
  }
  .timeline p,
  .timeline button {
    margin-block-start: 0.125rem;
  }
  .timeline p.status {
    display: flex;
    font-size: 0.875rem;
  }
  .checks li {
    display: grid;
    grid-template-columns: minmax(8rem, auto) 1fr;
    gap: 0.125rem 1rem;
    padding-block: 0.375rem;
    border-block-end: 1px solid var(--line);
  }
  .checks small {
    display: block;
  }
  @media (forced-colors: active) {
    .answer {
      border: 1px solid;
    }
  }
`
