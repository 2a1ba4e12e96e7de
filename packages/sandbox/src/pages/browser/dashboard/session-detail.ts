import { css, html, LitElement, type PropertyValues } from 'lit'
import type { Choice } from '../../../calls.js'
import { ASYNC_MS, PLAIN_MS } from '../../../choices.js'
import { USUAL_CODE } from '../../../objects/session/last-error.js'
import type { SessionDetail as Session } from '../../snapshot.js'
import { type ChooseEvent, errorCodes } from '../outcome-panel.js'
import { theme } from '../styles.js'
import { ActEvent } from './act.js'
import { badge, badgeStyles } from './badge.js'
import { readableTime } from './time.js'

/** One session with its actions and events. Fires `act`. */
export class SessionDetail extends LitElement {
  static override properties = {
    session: { attribute: false },
    now: { attribute: false },
    busy: { type: Boolean },
  }
  declare session: Session | null
  declare now: number
  declare busy: boolean

  static override styles = [
    theme,
    badgeStyles,
    css`
      :host {
        display: grid;
        gap: 20px;
        align-content: start;
      }
      h2 {
        overflow-wrap: anywhere;
        margin: 0;
      }
      h3 {
        font-size: var(--body);
        font-weight: 600;
        margin-bottom: 10px;
      }
      dl {
        display: grid;
        grid-template-columns: fit-content(42%) minmax(0, 1fr);
        gap: 4px 16px;
      }
      dt {
        color: var(--soft);
        overflow-wrap: anywhere;
      }
      dd {
        overflow-wrap: anywhere;
      }
      .review {
        display: grid;
        gap: 8px;
        justify-items: start;
      }
      .hosted {
        display: inline-block;
        padding: 10px 0;
      }
    `,
  ]

  /** Keeps the focus when the buttons disappear because the session has moved on. */
  protected override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('session')
    const leavesButtons = before?.id === this.session?.id && before?.status !== this.session?.status
    if (leavesButtons && this.shadowRoot?.activeElement?.matches('sandbox-outcomes, .review *')) {
      this.updateComplete.then(() => this.renderRoot.querySelector('h2')?.focus())
    }
  }

  override render() {
    const { session } = this
    if (!session) return html`<p class="soft">Choose a session to decide how it ends.</p>`
    return html`
      <div>
        <h2 class="mono" tabindex="-1">${session.id}</h2>
        ${badge(session)}
      </div>
      ${this.#facts(session)}
      ${
        session.last_report
          ? html`<sandbox-json .name=${'JSON of the report'} .from=${`/_dashboard/reports/${session.last_report}`}></sandbox-json>`
          : ''
      }
      ${this.#choices(session)}
      <sandbox-events
        .heading=${'Events of this session'}
        .ofOneSession=${true}
        .rows=${session.events}
        .total=${session.events.length}
        .now=${this.now}
      ></sandbox-events>
    `
  }

  #facts(session: Session) {
    const facts: [string, unknown][] = [
      ['Type', session.type],
      ['Checks', session.checks.join(', ')],
      ['Created', readableTime(session.created, this.now)],
      ['Reference', session.reference],
      [
        'Error',
        session.last_error &&
          html`<span class="mono">${session.last_error}</span><br />${session.last_error_reason}`,
      ],
      ['Report', session.last_report && html`<span class="mono">${session.last_report}</span>`],
      ['Returns to', session.return_url],
      ...Object.entries(session.metadata).map(([key, value]): [string, unknown] => [
        `metadata.${key}`,
        value,
      ]),
    ]
    return html`<dl>
      ${facts.filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
    </dl>`
  }

  #choices(session: Session) {
    if (session.status === 'processing') return html`<p class="soft">Its result is on the way.</p>`
    if (session.redacted || session.status === 'canceled') {
      return html`<p class="soft">Nothing is left to decide.</p>`
    }
    return html`${session.status === 'requires_input' ? this.#outcomes(session) : ''}
    ${session.last_report ? this.#review(session) : ''}`
  }

  #outcomes(session: Session) {
    return html`<section aria-labelledby="end">
      <h3 id="end">How does it end?</h3>
      <sandbox-outcomes
        .busy=${this.busy}
        @choose=${({ choice }: ChooseEvent) => this.#choose(session, choice)}
      ></sandbox-outcomes>
      <a class="hosted" href="/_dashboard/sessions/${session.id}/hosted" target="_blank" rel="noopener">
        Open the hosted page (new tab)
      </a>
    </section>`
  }

  #choose({ id }: Session, choice: Choice) {
    const path = `sessions/${id}/${choice.action}`
    if (choice.action === 'decline') return this.dispatchEvent(new ActEvent(path))
    const { action: _, async, ...outcome } = choice
    return this.dispatchEvent(new ActEvent(path, { ...outcome, processing_ms: async ? ASYNC_MS : PLAIN_MS }))
  }

  /** The decision of a reviewer at Stripe about a checked session, in either direction. */
  #review({ id, status }: Session) {
    const button = (label: string, decision: () => object) =>
      html`<button
        type="button"
        aria-disabled=${this.busy ? 'true' : 'false'}
        @click=${() => this.busy || this.dispatchEvent(new ActEvent(`sessions/${id}/override`, decision()))}
      >
        ${label}
      </button>`
    return html`<section aria-labelledby="review" class="review">
      <h3 id="review">A reviewer overrides it</h3>
      ${
        status === 'verified'
          ? html`<label>
                Error code of the override
                <select>
                  ${errorCodes()}
                </select>
              </label>
              ${button('Override to requires_input', () => ({
                status: 'requires_input',
                error_code: this.renderRoot.querySelector('select')?.value ?? USUAL_CODE,
              }))}`
          : button('Override to verified', () => ({ status: 'verified' }))
      }
    </section>`
  }
}
