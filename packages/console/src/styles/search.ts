import { css } from 'lit'

/** The box, its filters, and what they find. */
export const search = css`
  .search {
    display: grid;
    gap: 1rem;
    padding: 1rem;
    background: var(--soft);
    border-radius: var(--radius);
  }
  .box {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.25rem 0.5rem;
  }
  .box label {
    grid-column: 1 / -1;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.75rem;
  }
  .filters select {
    max-width: 14rem;
  }
  .filters > a {
    padding-block: 0.625rem;
  }
  @container (width < 36rem) {
    .filters {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    .filters label:not(.check) {
      grid-template-rows: auto 1fr;
    }
    .filters input:not([type='checkbox']),
    .filters select {
      width: 100%;
      padding-inline: 0.5rem;
    }
  }
  .results tbody td:first-child,
  .results thead td:first-child {
    width: 2.25rem;
  }
  @container (width < 44rem) {
    .results,
    .results tbody {
      display: block;
    }
    .results thead {
      display: flex;
      border-block-end: 1px solid var(--line);
    }
    .results thead th {
      position: absolute;
      clip-path: inset(50%);
    }
    .results thead td {
      border: 0;
    }
    .results tbody tr {
      display: grid;
      gap: 0.25rem;
      padding: 0.75rem 0.5rem;
      border-block-end: 1px solid var(--line);
    }
    .results tbody th,
    .results tbody td {
      padding: 0;
      border: 0;
    }
    .results tbody td:empty {
      display: none;
    }
    .results .choose {
      position: absolute;
      inset-block-start: 0.875rem;
      inset-inline-end: 0.5rem;
    }
    .results tbody tr {
      position: relative;
    }
    .results tbody th {
      padding-inline-end: 2.5rem;
    }
    .results td[data-label]::before {
      content: attr(data-label) ': ';
      color: var(--dim);
      font-size: 0.875rem;
    }
  }
  .bar {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    padding: 0.75rem;
    background: Canvas;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: 0 4px 24px #0003;
  }
  /* A small screen is there for the rows. */
  @container (width < 36rem) {
    .bar {
      position: static;
    }
  }
`
