import { css } from 'lit'

/** What stands around every view. */
export const shell = css`
  main {
    padding-block: 1.5rem;
  }
  /* Has the focus only where a new page begins. */
  main:focus-visible {
    outline: 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.5rem;
    padding-block: 0.75rem;
    border-block-end: 1px solid var(--line);
  }
  header nav {
    display: flex;
    gap: 0.25rem;
  }
  header nav a {
    padding: 0.5rem 0.75rem;
    color: inherit;
    text-decoration: none;
    border-radius: calc(var(--radius) * 0.7);
  }
  header nav a:hover,
  header nav a[aria-current] {
    background: var(--soft);
  }
  header nav a[aria-current] {
    font-weight: 600;
    text-decoration: underline;
    text-decoration-color: var(--accent);
    text-decoration-thickness: 2px;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    margin-inline-start: auto;
  }
`
