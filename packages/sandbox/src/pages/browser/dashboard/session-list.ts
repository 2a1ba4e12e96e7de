import { css, html } from 'lit'
import type { SessionRow } from '../../snapshot.js'
import { badge, badgeStyles } from './badge.js'
import { List, ViewEvent } from './list.js'
import { readableTime } from './time.js'

/** The newest sessions. Fires `view` to select one, too. */
export class SessionList extends List<SessionRow> {
  static override properties = { selected: { attribute: false } }
  declare selected: string | undefined
  protected override readonly empty =
    'None yet. Create one with your Stripe SDK, and it appears here at once.'
  protected override readonly longer = 'sessions'

  static override styles = [
    ...List.styles,
    badgeStyles,
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

  protected override keyOf({ id }: SessionRow) {
    return id
  }

  protected override row(row: SessionRow) {
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
