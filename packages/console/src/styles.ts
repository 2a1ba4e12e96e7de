import { css } from 'lit'

/** The look of `<identity-verification>`: system font and colours, and the same custom properties. */
export const styles = css`
  :host {
    --accent: var(--identity-accent, #4f46e5);
    --radius: var(--identity-radius, 12px);
    --link: color-mix(in srgb, var(--accent), CanvasText 25%);
    --line: color-mix(in srgb, CanvasText 18%, #0000);
    --soft: color-mix(in srgb, CanvasText 6%, #0000);
    --dim: color-mix(in srgb, CanvasText 72%, #0000);
    --tone: var(--accent);
    font: var(--identity-font, 1rem/1.5 system-ui, sans-serif);
    color: CanvasText;
    overflow-wrap: anywhere;
    container-type: inline-size;
  }
  :host(:not([hidden])) {
    display: block;
  }
  * {
    box-sizing: border-box;
  }
  .good {
    --tone: #16a34a;
  }
  .warn {
    --tone: #c2690c;
  }
  .bad {
    --tone: #dc2626;
  }

  h1,
  h2,
  p,
  dl,
  dd,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  h1 {
    font-size: 1.5rem;
    line-height: 1.25;
    margin-block-end: 0.75rem;
  }
  h2 {
    font-size: 1.125rem;
    line-height: 1.3;
    margin-block-end: 0.75rem;
  }
  ul,
  ol {
    list-style: none;
  }
  small,
  .quietly,
  dt,
  time {
    font-size: 0.875rem;
    color: var(--dim);
  }
  code {
    font: 0.8125rem/1.4 ui-monospace, monospace;
    color: var(--dim);
  }
  a {
    color: var(--link);
    text-underline-offset: 0.15em;
  }
  main {
    padding-block: 1.5rem;
  }
  :focus-visible {
    outline: 3px solid var(--link);
    outline-offset: 2px;
    border-radius: 4px;
  }
  /* Has the focus only where a new page begins. */
  main:focus-visible {
    outline: 0;
  }
  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
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
    width: 1.25rem;
    height: 1.25rem;
    min-height: 0;
    accent-color: var(--accent);
  }
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
  p.quietly {
    margin-block: 0.75rem;
  }

  .status {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
  }
  .status .icon {
    color: color-mix(in srgb, var(--tone), CanvasText 30%);
  }
  .plain .icon {
    color: var(--dim);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    padding: 0.0625rem 0.5rem;
    font-size: 0.8125rem;
    color: color-mix(in srgb, var(--tone), CanvasText 60%);
    background: color-mix(in srgb, var(--tone) 12%, #0000);
    border: 1px solid color-mix(in srgb, var(--tone) 35%, #0000);
    border-radius: 1rem;
  }

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

  .notice {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding: 0.75rem 1rem;
    margin-block: 0.75rem;
    background: color-mix(in srgb, var(--tone) 10%, #0000);
    border: 1px solid color-mix(in srgb, var(--tone) 40%, #0000);
    border-radius: var(--radius);
  }
  .notice p {
    flex: 1;
  }
  .notice small {
    display: block;
  }
  .notice > .icon,
  .sign {
    color: color-mix(in srgb, var(--tone), CanvasText 30%);
  }

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
  section + section {
    margin-block-start: 2rem;
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
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.375rem 1rem;
    align-items: baseline;
    margin-block-end: 1rem;
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
  @media (forced-colors: active) {
    .answer,
    .chip,
    .notice {
      border: 1px solid;
    }
    .bar-line,
    .chart,
    .legend span::before {
      --link: Highlight;
      forced-color-adjust: none;
    }
    .bar-line {
      border: 1px solid CanvasText;
    }
    .danger {
      border-color: ButtonBorder;
    }
    .quiet[aria-current] {
      border-color: Highlight;
      text-decoration: underline;
    }
  }
`
