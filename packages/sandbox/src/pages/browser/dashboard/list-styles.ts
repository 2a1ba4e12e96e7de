import { css } from 'lit'

/** Headings and lists that the columns of the dashboard share. */
export const listStyles = css`
  h2 {
    margin-bottom: 8px;
  }
  .count {
    color: var(--soft);
    font-weight: 400;
  }
  .empty {
    padding: 8px 0;
  }
  .more {
    width: 100%;
    margin-top: 8px;
  }
`
