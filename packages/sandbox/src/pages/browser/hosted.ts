import { css, html, LitElement, nothing } from 'lit'
import { type Choice, choose, lookUp, resultOf, type SessionSummary, type Ticket } from './client-api.js'
import { type ChooseEvent, OutcomePanel } from './outcome-panel.js'
import { sessionLine } from './session-line.js'
import { adoptPageStyles, theme } from './styles.js'

type State = { name: 'loading' | 'choosing' | 'busy' } | { name: 'over'; heading: string; text: string }

/** The page at a session's `url`: the modal's choices, then the way back to the session's `return_url`. */
class SandboxHosted extends LitElement {
  static override properties = { state: { state: true }, failure: { state: true } }
  declare state: State
  declare failure: string

  #session: SessionSummary | null = null
  readonly #ticket: Ticket = { url_token: location.pathname.split('/').at(-1) ?? '' }

  constructor() {
    super()
    this.state = { name: 'loading' }
    this.failure = ''
  }

  static override styles = [
    theme,
    css`
      :host {
        display: grid;
        min-height: 100vh;
        align-content: start;
        justify-items: center;
        padding: clamp(0px, (100vw - 520px) * 999, 48px) 0;
      }
      .card {
        width: min(100%, 520px);
        background: var(--card);
        border: 1px solid var(--line);
        border-radius: 14px;
        overflow: hidden;
      }
      main {
        display: grid;
        gap: 18px;
        padding: 20px 24px 24px;
      }
      h1 {
        font-size: 1.375rem;
        line-height: 1.3;
      }
      .close {
        justify-self: start;
      }
    `,
  ]

  override connectedCallback() {
    super.connectedCallback()
    this.#start()
  }

  override render() {
    const { state } = this
    return html`<div class="card">
      <header><p class="tape">Sandbox: no real verification takes place</p></header>
      <main aria-busy=${state.name === 'loading' ? 'true' : 'false'}>
        ${
          state.name === 'over'
            ? html`<h1 tabindex="-1">${state.heading}</h1>
                <p>${state.text}</p>`
            : this.#session
              ? this.#choices(this.#session, state.name === 'busy')
              : html`<h1>Stripe Identity sandbox</h1>
                  <p class="soft">Loading …</p>`
        }
      </main>
    </div>`
  }

  #choices(session: SessionSummary, busy: boolean) {
    return html`
      <h1>How does this verification end?</h1>
      ${sessionLine(session)}
      <div role="alert">${this.failure ? html`<p class="alert">${this.failure}</p>` : nothing}</div>
      <sandbox-outcomes .busy=${busy} @choose=${this.#choose}></sandbox-outcomes>
      <button type="button" class="close" @click=${this.#close}>Close</button>
      <p role="status" class="small soft">${busy ? 'Submitting …' : ''}</p>
    `
  }

  async #start() {
    const answer = await lookUp(this.#ticket)
    if ('error' in answer) return this.#end('This link cannot be used', answer.error.message)
    this.#session = answer.session
    this.state = { name: 'choosing' }
    const { script } = answer
    if (script?.action === 'close') this.#close()
    else if (script?.action === 'error') this.#leave(script.error.message)
    else if (script) this.#decide(script)
  }

  #choose = ({ choice }: ChooseEvent) => this.#decide(choice)

  async #decide(choice: Choice) {
    this.state = { name: 'busy' }
    this.failure = ''
    const answer = await choose(this.#ticket, choice)
    if ('session' in answer) {
      const result = resultOf(choice, answer.session.id)
      this.#leave('error' in result ? result.error.message : 'Your verification was submitted.')
    } else if (answer.error.type === 'api_connection_error') {
      this.failure = answer.error.message
      this.state = { name: 'choosing' }
    } else {
      this.#end('This link cannot be used', answer.error.message)
    }
  }

  #close = () => {
    if (this.state.name === 'choosing') this.#leave('Nothing was submitted.')
  }

  #leave(what: string) {
    const target = this.#session?.return_url
    if (target && !/^\s*(javascript|data|blob|vbscript):/i.test(target)) {
      location.assign(target)
      this.#end(what, 'Taking you back …')
    } else {
      this.#end(what, 'You may close this page.')
    }
  }

  async #end(heading: string, text: string) {
    this.state = { name: 'over', heading, text }
    await this.updateComplete
    this.renderRoot.querySelector('h1')?.focus()
  }
}
customElements.define('sandbox-outcomes', OutcomePanel)
customElements.define('sandbox-hosted', SandboxHosted)
adoptPageStyles()
