import { css } from 'lit'

/** The question before an act, and its progress. */
export const dialog = css`
  dialog {
    width: min(34rem, calc(100vw - 2rem));
    max-height: calc(100dvh - 2rem);
    overflow: auto;
    padding: 1.5rem;
    color: CanvasText;
    background: Canvas;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  dialog::backdrop {
    background: #0008;
  }
  dialog label {
    margin-block-start: 1rem;
  }
  dialog h2:focus {
    outline: 0;
  }
  dialog .buttons {
    margin-block: 1.5rem 0;
  }
  progress {
    width: 100%;
    accent-color: var(--accent);
  }
  .outcomes {
    max-height: 40dvh;
    overflow: auto;
  }
  .outcomes li {
    display: grid;
    gap: 0.125rem;
    padding-block: 0.375rem;
    border-block-end: 1px solid var(--line);
  }
  .outcomes li > span:last-child {
    padding-inline-start: 1.625rem;
    font-size: 0.875rem;
    color: var(--dim);
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
    .outcomes .turn {
      animation: turn 1s linear infinite;
    }
  }
`
