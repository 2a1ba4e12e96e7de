import { css, html, LitElement } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { theme } from '../styles.js'
import { badge, badgeStyles } from './badge.js'
import { listStyles } from './list-styles.js'
import type { SessionRow } from './snapshot.js'
import { readableTime } from './time.js'

export class SelectEvent extends Event {
  readonly id: string
  constructor(id: string) {
    super('select-session', { bubbles: true, composed: true })
    this.id = id
  }
}

export class MoreEvent extends Event {
  constructor() {
    super('more', { bubbles: true, composed: true })
  }
}

/** The newest sessions. Fires `select-session`, and `more` to load older ones. */
export class SessionList extends LitElement {
  static override properties = {
    rows: { attribute: false },
    total: { type: Number },
    selected: { attribute: false },
    now: { attribute: false },
  }
  declare rows: SessionRow[]
  declare total: number
  declare selected: string | null
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
    return html`
      <h2>Sessions <span class="count">${this.total.toLocaleString('en')}</span></h2>
      ${
        this.total === 0
          ? html`<p class="soft empty">
              None yet. Create one with your Stripe SDK and they appear here as it happens.
            </p>`
          : html`<ul>
              ${repeat(
                this.rows,
                ({ id }) => id,
                (row) => this.#row(row),
              )}
            </ul>`
      }
      ${
        this.rows.length < this.total
          ? html`<button type="button" class="more" @click=${() => this.dispatchEvent(new MoreEvent())}>
              More sessions
            </button>`
          : ''
      }
    `
  }

  #row(row: SessionRow) {
    return html`<li>
      <button
        type="button"
        class="row"
        aria-current=${row.id === this.selected ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(new SelectEvent(row.id))}
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
