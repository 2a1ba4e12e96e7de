import { css, html, LitElement } from 'lit'
import type { SessionRow } from '../../snapshot.js'
import { theme } from '../styles.js'
import { badge, badgeStyles } from './badge.js'
import { list, listStyles } from './list.js'
import { readableTime } from './time.js'
import { ViewEvent } from './view.js'

/** The newest sessions. Fires `view` to select one, and to load older ones. */
export class SessionList extends LitElement {
  static override properties = {
    rows: { attribute: false },
    total: { type: Number },
    selected: { attribute: false },
    now: { attribute: false },
  }
  declare rows: SessionRow[]
  declare total: number
  declare selected: string | undefined
  declare now: number

  static override styles = [
    theme,
    badgeStyles,
    listStyles,
    css`
      .row {
        display: grid;
        gap: 2px;
        width: 100%;
        padding: 10px 12px;
        text-align: start;
        border-color: transparent;
        background: none;
      }
      .row[aria-current='true'] {
        border-color: var(--accent);
        background: var(--raised);
      }
      /* Forced colours draw every border alike. */
      @media (forced-colors: active) {
        .row {
          border-color: Canvas;
        }
        .row[aria-current='true'] {
          border-color: Highlight;
        }
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        align-items: center;
        justify-content: space-between;
      }
    `,
  ]

  override render() {
    return list({
      heading: 'Sessions',
      rows: this.rows,
      total: this.total,
      empty: 'None yet. Create one with your Stripe SDK, and it appears here at once.',
      keyOf: ({ id }) => id,
      row: (row) => this.#row(row),
      more: { of: 'sessions', label: 'More sessions' },
    })
  }

  #row(row: SessionRow) {
    return html`<li>
      <button
        type="button"
        class="row"
        aria-current=${row.id === this.selected ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(new ViewEvent({ selected: row.id }))}
      >
        <span class="top">
          <span>${badge(row)}</span>
          <span class="small soft">${readableTime(row.created, this.now)}</span>
        </span>
        <span class="mono">${row.id}</span>
        ${row.reference ? html`<span class="small soft">${row.reference}</span>` : ''}
        ${row.last_error ? html`<span class="mono soft">${row.last_error}</span>` : ''}
      </button>
    </li>`
  }
}
