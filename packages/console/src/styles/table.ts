import { css } from 'lit'

/** Rows and columns. */
export const table = css`
  table {
    width: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  th,
  td {
    padding: 0.625rem 0.5rem;
    text-align: start;
    vertical-align: top;
    border-block-end: 1px solid var(--line);
  }
  thead th {
    font-size: 0.875rem;
    font-weight: 500;
    color: var(--dim);
  }
  tbody th {
    font-weight: 600;
  }
  tbody th code {
    display: block;
    font-weight: 400;
  }
  tbody tr:hover,
  tr[aria-selected] {
    background: var(--soft);
  }
`
