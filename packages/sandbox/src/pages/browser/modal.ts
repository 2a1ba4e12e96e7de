import { css, html, LitElement, nothing } from 'lit'
import { type Choice, choose, lookUp, resultOf, type SessionSummary, type Ticket } from './client-api.js'
import { HeldKeys } from './held-keys.js'
import { type ChooseEvent, OutcomePanel } from './outcome-panel.js'
import {
  cancelled,
  type HostMessage,
  type ModalMessage,
  type OpenMessage,
  type VerifyResult,
} from './protocol.js'
import { sessionLine } from './session-line.js'
import { adoptPageStyles, theme } from './styles.js'

/** The page inside the iframe that `verifyIdentity` opens. It has the client secret in memory and nowhere else. */
class SandboxModal extends LitElement {
  static override properties = { session: { state: true }, busy: { state: true }, failure: { state: true } }
  declare session: SessionSummary | null
  declare busy: boolean
  declare failure: string

  #port: MessagePort | null = null
  readonly #keys = new HeldKeys(document)
  #ticket: Ticket | null = null

  constructor() {
    super()
    this.session = null
    this.busy = false
    this.failure = ''
  }

  static override styles = [
    theme,
    css`
      :host {
        display: block;
        min-height: 100vh;
        background: var(--card);
      }
      .bar {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: 12px;
        padding: 20px 20px 0;
      }
      h1 {
        font-size: 1.125rem;
        line-height: 1.3;
        padding-top: 8px;
      }
      main {
        display: grid;
        gap: 18px;
        padding: 8px 20px 24px;
      }
    `,
  ]

  override connectedCallback() {
    super.connectedCallback()
    window.addEventListener('message', this.#open)
    document.addEventListener('keydown', this.#escape)
  }

  override render() {
    if (window.parent === window) {
      return html`<main><p>This page is shown by the sandbox's Stripe.js, inside its modal. There is nothing to do here.</p></main>`
    }
    if (!this.session) return nothing
    return html`
      <header>
        <p class="tape">Sandbox: no real verification takes place</p>
        <div class="bar">
        <h1 tabindex="-1">How does this verification end?</h1>
        <button type="button" class="close" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.#close}>Close</button>
        </div>
      </header>
      <main>
        ${sessionLine(this.session)}
        <div role="alert">${this.failure ? html`<p class="alert">${this.failure}</p>` : nothing}</div>
        <sandbox-outcomes .busy=${this.busy} @choose=${this.#choose}></sandbox-outcomes>
        <p role="status" class="small soft">${this.busy ? 'Submitting …' : ''}</p>
      </main>
    `
  }

  /** Only the page that holds this iframe is heard, and each of its messages starts over. */
  #open = async (event: MessageEvent<OpenMessage>) => {
    const port = event.ports[0]
    if (event.source !== window.parent || event.data?.kind !== 'stripe-identity-sandbox:open' || !port) return
    this.#port = port
    const { clientSecret, publishableKey } = event.data
    this.#ticket = { client_secret: clientSecret, publishable_key: publishableKey }
    port.onmessage = ({ data }: MessageEvent<HostMessage>) => {
      if (data.kind === 'focus') this.#takeFocus(data.at)
      else this.#close()
    }
    const answer = await lookUp(this.#ticket)
    if ('error' in answer) return this.#finish(answer)
    this.session = answer.session
    await this.updateComplete
    this.#tell({ kind: 'opened' })
    const { script } = answer
    if (script?.action === 'close') this.#close()
    else if (script?.action === 'error') this.#finish({ error: script.error })
    else if (script) this.#decide(script)
  }

  #choose = ({ choice }: ChooseEvent) => this.#decide(choice)

  async #decide(choice: Choice) {
    if (!this.#ticket) return
    this.busy = true
    this.failure = ''
    const answer = await choose(this.#ticket, choice)
    this.busy = false
    if ('session' in answer) {
      this.#finish(resultOf(choice, answer.session.id))
    } else if (answer.error.type === 'api_connection_error') {
      this.failure = answer.error.message
    } else {
      this.#finish(answer)
    }
  }

  /** What was sent cannot be taken back: while a submission is under way, its outcome is awaited. */
  #close = () => {
    if (!this.busy) this.#finish(cancelled)
  }

  #escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.#close()
  }

  async #finish(result: VerifyResult) {
    await this.#keys.released()
    this.#tell({ kind: 'result', result })
  }

  #tell(message: ModalMessage) {
    this.#port?.postMessage(message)
  }

  #takeFocus(at: 'heading' | 'first' | 'last') {
    const panel = this.renderRoot.querySelector('sandbox-outcomes')
    if (at === 'last' && panel instanceof OutcomePanel) panel.focusLast()
    else this.renderRoot.querySelector<HTMLElement>(at === 'heading' ? 'h1' : '.close')?.focus()
  }
}
customElements.define('sandbox-outcomes', OutcomePanel)
customElements.define('sandbox-modal', SandboxModal)
adoptPageStyles()
