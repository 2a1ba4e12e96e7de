import { css, html } from 'lit'
import type { EventRow } from '../../snapshot.js'
import { ActEvent } from './act.js'
import { List } from './list.js'
import { readableTime } from './time.js'

/** Events with the result of each delivery. Fires `act` to resend one, too. */
export class EventList extends List<EventRow> {
  static override properties = { ofOneSession: { type: Boolean } }
  declare ofOneSession: boolean
  protected override readonly longer = 'events'

  static override styles = [
    ...List.styles,
    css`
      li.event {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px 12px;
        align-items: center;
        padding: 10px 0;
        border-top: 1px solid var(--line);
      }
      .type {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .ids,
      .deliveries,
      sandbox-json {
        grid-column: 1 / -1;
      }
      .deliveries {
        font-size: var(--small);
      }
      .deliveries li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 8px;
        overflow-wrap: anywhere;
      }
      .good,
      .bad {
        font-weight: 600;
      }
      .resend {
        min-height: 36px;
        padding: 4px 12px;
      }
    `,
  ]

  protected override keyOf({ id }: EventRow) {
    return id
  }

  protected override row(row: EventRow) {
    const name = row.type.replace('identity.verification_session.', '')
    return html`<li class="event">
      <div>
        <span class="type">${name}</span>
        <span class="small soft">${readableTime(row.created, this.now)}</span>
      </div>
      <button
        type="button"
        class="resend"
        aria-label=${`Resend ${name} ${row.id}`}
        @click=${() => this.dispatchEvent(new ActEvent(`events/${row.id}/resend`))}
      >
        Resend
      </button>
      <span class="ids mono soft">${row.id}${this.ofOneSession ? '' : html` · ${row.session}`}</span>
      <ul class="deliveries">
        ${row.deliveries.map((delivery) => html`<li>${outcome(delivery)} <span class="soft">${delivery.url}</span></li>`)}
        ${row.pending_webhooks > 0 ? html`<li class="soft">${row.pending_webhooks} still to be delivered</li>` : ''}
        ${row.deliveries.length === 0 && row.pending_webhooks === 0 ? html`<li class="soft">No endpoint takes it.</li>` : ''}
      </ul>
      <sandbox-json
        .name=${`JSON of ${row.id}`}
        .from=${`/_dashboard/events/${row.id}`}
      ></sandbox-json>
    </li>`
  }
}

function outcome({ attempt, status }: EventRow['deliveries'][number]) {
  const good = status !== null && status >= 200 && status < 300
  return html`<span>attempt ${attempt}: <span class=${good ? 'good' : 'bad'}>${status ?? 'no answer'}</span></span>`
}
