import { css, html, LitElement, nothing } from 'lit'
import type { Choice, Scripted } from '../../calls.js'
import type { Visited } from '../client.js'
import type { Ticket } from '../open.js'
import { type Answer, choose, lookUp, resultOf } from './client-api.js'
import { icon } from './icons.js'
import { type ChooseEvent, OutcomePanel } from './outcome-panel.js'
import { cancelled, type StripeError, type VerifyResult } from './protocol.js'
import { theme } from './styles.js'

/** The way in which it ended: with a choice, closed without one, or with an unusable session. */
export type End = 'chosen' | 'closed' | 'unusable'

export class EndEvent extends Event {
  readonly result: VerifyResult
  readonly end: End
  constructor(result: VerifyResult, end: End) {
    super('end')
    this.result = result
    this.end = end
  }
}

/** The text after the end. */
export interface LastWords {
  heading: string
  text: string
}

/**
 * One verification with its choices: the content of the modal and of the hosted page. Fires `end`, then waits for
 * `conclude`.
 */
export class VerificationSheet extends LitElement {
  static override properties = {
    session: { state: true },
    busy: { state: true },
    failure: { state: true },
    lastWords: { state: true },
  }
  declare session: Visited['session'] | null
  declare busy: boolean
  declare failure: string
  declare lastWords: LastWords | null

  #ticket: Ticket | null = null

  constructor() {
    super()
    this.session = null
    this.busy = false
    this.failure = ''
    this.lastWords = null
  }

  static override styles = [
    theme,
    css`
      :host {
        display: block;
        background: var(--card);
      }
      .bar {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 16px;
        align-items: start;
      }
      .sign {
        display: grid;
        place-content: center;
        width: 40px;
        height: 40px;
        color: var(--accent);
        background: color-mix(in srgb, var(--accent) 12%, transparent);
        border-radius: 50%;
      }
      main {
        display: grid;
        gap: 24px;
        padding: 24px;
      }
      .close {
        display: grid;
        place-content: center;
        width: 44px;
        margin-block-start: -4px;
        margin-inline-end: -8px;
        padding: 0;
        border-color: transparent;
        background: none;
        color: var(--soft);
        position: relative;
      }
      .close[aria-disabled='true'] {
        opacity: 0.5;
      }
    `,
  ]

  override render() {
    const { session, lastWords, busy } = this
    return html`
      <header><p class="tape">Sandbox: no real verification takes place</p></header>
      <main aria-busy=${session || lastWords ? 'false' : 'true'}>
        <div class="bar">
          <span class="sign">${icon('document')}</span>
          <div>
            <h1 tabindex="-1">${lastWords?.heading ?? (session ? 'How does this verification end?' : 'Stripe Identity sandbox')}</h1>
            ${
              lastWords
                ? html`<p>${lastWords.text}</p>`
                : session
                  ? html`<p class="small soft">${session.checks.join(', ')}<br /><span class="mono">${session.id}</span></p>`
                  : html`<p class="soft">Loading …</p>`
            }
          </div>
          ${
            session && !lastWords
              ? html`<button
                  type="button"
                  class="close"
                  aria-disabled=${busy ? 'true' : 'false'}
                  @click=${this.close}
                >
                  ${icon('close')}<span class="visually-hidden">Close</span>
                </button>`
              : nothing
          }
        </div>
        <div role="alert">${this.failure ? html`<p class="alert">${this.failure}</p>` : nothing}</div>
        ${
          session && !lastWords
            ? html`<sandbox-outcomes .busy=${busy} @choose=${({ choice }: ChooseEvent) => this.#decide(choice)}></sandbox-outcomes>`
            : nothing
        }
        <p role="status" class="small soft">${busy ? 'Submitting …' : ''}</p>
      </main>
    `
  }

  /** Shows the session of a ticket. Resolves when it is rendered. */
  async open(ticket: Ticket): Promise<Answer> {
    this.#ticket = ticket
    const answer = await lookUp(ticket)
    if ('session' in answer) {
      this.session = answer.session
      await this.updateComplete
    }
    return answer
  }

  /** Carries out a scripted action. */
  follow(script: Scripted): void {
    if (script.action === 'close') this.close()
    else if (script.action === 'error') this.#finish({ error: script.error as StripeError }, 'chosen')
    else void this.#decide(script)
  }

  /** Closes without a choice. A submission in progress cannot be taken back, so its outcome is awaited. */
  close = (): void => {
    if (this.session && !this.busy && !this.lastWords) this.#finish(cancelled, 'closed')
  }

  /** Shows the final text, and focuses the heading. */
  async conclude(lastWords: LastWords): Promise<void> {
    this.lastWords = lastWords
    await this.updateComplete
    this.takeFocus('heading')
  }

  takeFocus(at: 'heading' | 'first' | 'last'): void {
    const panel = this.renderRoot.querySelector('sandbox-outcomes')
    if (at === 'last' && panel instanceof OutcomePanel) panel.focusLast()
    else this.renderRoot.querySelector<HTMLElement>(at === 'heading' ? 'h1' : '.close')?.focus()
  }

  async #decide(choice: Choice): Promise<void> {
    if (!this.#ticket || this.busy) return
    this.busy = true
    this.failure = ''
    const answer = await choose(this.#ticket, choice)
    this.busy = false
    if ('session' in answer) this.#finish(resultOf(choice, answer.session.id), 'chosen')
    else if (answer.error.type === 'api_connection_error') this.failure = answer.error.message
    else this.#finish(answer, 'unusable')
  }

  #finish(result: VerifyResult, end: End): void {
    this.dispatchEvent(new EndEvent(result, end))
  }
}

/** Creates the single element of a page. */
export function defineSheet(): void {
  customElements.define('sandbox-outcomes', OutcomePanel)
  customElements.define('sandbox-verification', VerificationSheet)
}
