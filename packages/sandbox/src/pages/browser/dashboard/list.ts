import { css, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { View } from '../../snapshot.js'
import { theme } from '../styles.js'

/** The number of rows that a list shows first, and adds on request. */
export const PAGE = 50

/** Fired to show another part of the sandbox. */
export class ViewEvent extends Event {
  readonly change: Partial<View>
  constructor(change: Partial<View>) {
    super('view', { bubbles: true, composed: true })
    this.change = change
  }
}

/** The newest rows under a heading. Fires `view` to load older ones. */
export abstract class List<Row> extends LitElement {
  static override properties: PropertyDeclarations = {
    heading: { type: String },
    rows: { attribute: false },
    total: { type: Number },
    now: { attribute: false },
  }
  declare heading: string
  declare rows: readonly Row[]
  /** The number of all rows, including those that are not shown. */
  declare total: number
  /** The sandbox's time in milliseconds. */
  declare now: number
  /** The text in place of an empty list. */
  protected readonly empty: string = 'None yet.'
  /** The length to increase for older rows; undefined if they are never shown. */
  protected readonly longer?: 'sessions' | 'events'

  protected abstract keyOf(row: Row): string
  protected abstract row(row: Row): TemplateResult

  static override styles = [
    theme,
    css`
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
    `,
  ]

  override render() {
    const { heading, rows, total, longer } = this
    return html`
      <h2>${heading} <span class="count">${total.toLocaleString('en')}</span></h2>
      ${
        rows.length === 0
          ? html`<p class="soft empty">${this.empty}</p>`
          : html`<ol>${repeat(rows, this.keyOf, (row) => this.row(row))}</ol>`
      }
      ${
        longer && rows.length < total
          ? html`<button
              type="button"
              class="more"
              @click=${() => this.dispatchEvent(new ViewEvent({ [longer]: rows.length + PAGE }))}
            >
              More ${longer}
            </button>`
          : ''
      }
    `
  }
}
