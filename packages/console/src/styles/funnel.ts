import { css } from 'lit'

/** Bars, the chart, and its table. */
export const funnel = css`
  .bars a {
    display: grid;
    grid-template-columns: minmax(6rem, 16rem) 1fr 3.5rem 3rem;
    align-items: center;
    gap: 0.25rem 0.75rem;
    padding-block: 0.5rem;
    color: inherit;
    text-decoration: none;
  }
  .bars a:hover span {
    text-decoration: underline;
  }
  .bars strong {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .bar-line {
    width: 100%;
    height: 1.25rem;
    background: var(--soft);
    border-radius: 4px;
    fill: var(--link);
  }
  .bar-line:dir(rtl),
  .chart:dir(rtl) {
    transform: scaleX(-1);
  }
  @container (width < 36rem) {
    .bars a {
      grid-template-columns: 1fr auto auto;
    }
    .bars svg {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem;
  }
  .figures div {
    padding: 0.75rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .figures dd {
    font-size: 1.25rem;
    font-weight: 600;
  }
  .chart {
    display: block;
    width: 100%;
    height: 10rem;
  }
  .chart .hit {
    fill: #0000;
  }
  .chart a:hover .hit {
    fill: var(--soft);
  }
  .chart .created {
    fill: color-mix(in srgb, var(--link) 25%, Canvas);
    stroke: var(--link);
    vector-effect: non-scaling-stroke;
  }
  .chart .verified {
    fill: var(--link);
  }
  .chart .ground {
    fill: var(--line);
  }
  .legend {
    display: flex;
    gap: 1rem;
    font-size: 0.875rem;
    margin-block: 0.25rem 0.75rem;
  }
  .legend span::before {
    content: '';
    display: inline-block;
    width: 0.75rem;
    height: 0.75rem;
    margin-inline-end: 0.375rem;
    background: var(--link);
    border: 1px solid var(--link);
    border-radius: 2px;
  }
  .legend .created::before {
    background: color-mix(in srgb, var(--link) 25%, Canvas);
  }
  .legend span {
    display: inline-flex;
    align-items: center;
  }
  details {
    margin-block-end: 0.75rem;
  }
  summary {
    padding-block: 0.5rem;
    cursor: pointer;
  }
  .scroll {
    overflow-x: auto;
  }
  @media (forced-colors: active) {
    .bar-line,
    .chart,
    .legend span::before {
      --link: Highlight;
      forced-color-adjust: none;
    }
    .bar-line {
      border: 1px solid CanvasText;
    }
  }
`
