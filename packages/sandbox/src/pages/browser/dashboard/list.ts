import { css, html, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { View } from '../../snapshot.js'
import { PAGE, ViewEvent } from './view.js'

interface List<Row> {
  heading: string
  rows: readonly Row[]
  /** The number of all rows, including those that are not shown. */
  total: number
  /** The text in place of an empty list. */
  empty?: string
  keyOf: (row: Row) => string
  row: (row: Row) => TemplateResult
  /** The length to increase for older rows, and the label of the button that does so. */
  more?: { of: 'sessions' | 'events'; label: string }
}

/** The newest rows under a heading. */
export function list<Row>({ heading, rows, total, empty = 'None yet.', keyOf, row, more }: List<Row>) {
  const showMore = ({ currentTarget }: Event, of: keyof View) =>
    currentTarget?.dispatchEvent(new ViewEvent({ [of]: rows.length + PAGE }))
  return html`
    <h2>${heading} <span class="count">${total.toLocaleString('en')}</span></h2>
    ${
      rows.length === 0
        ? html`<p class="soft empty">${empty}</p>`
        : html`<ol>${repeat(rows, keyOf, row)}</ol>`
    }
    ${
      more && rows.length < total
        ? html`<button type="button" class="more" @click=${(event: Event) => showMore(event, more.of)}>
            ${more.label}
          </button>`
        : ''
    }
  `
}

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
