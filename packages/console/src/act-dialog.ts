import { html, LitElement, nothing, type PropertyDeclarations } from 'lit'
import { type BatchView, type FoundSession, OPERATOR_ROUTES } from 'stripe-identity-contract'
import { ACTS, type Act, hindrance } from './acts.js'
import { type Api, ConsoleError } from './api.js'
import { icon } from './icons.js'
import { actOn, lookAgain, type Outcome } from './outcome.js'
import { outcomes } from './outcomes.js'
import { hashOf } from './route.js'
import { base } from './styles/base.js'
import { controls } from './styles/controls.js'
import { dialog } from './styles/dialog.js'
import { signs } from './styles/signs.js'
import { errorWords } from './words.js'

const AGAIN_MS = 3_000

/**
 * The confirmation of an act, with the part of it that cannot be undone. An act on one session runs immediately, and
 * the dialog shows its outcome. An act on several sessions is passed to the server, and a page of its own shows the
 * outcomes.
 * Fires `act-end` on closing if something was done.
 */
export class ActDialog extends LitElement {
  static override styles = [base, controls, signs, dialog]
  static override properties: PropertyDeclarations = {
    api: { attribute: false },
    act: { state: true },
    sessions: { state: true },
    typed: { state: true },
    outcome: { state: true },
    working: { state: true },
    failure: { state: true },
  }

  declare api: Api
  declare act: Act
  declare sessions: readonly FoundSession[]
  declare typed: string
  declare outcome: Outcome | null
  declare working: boolean
  declare failure: string

  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.act = 'cancel'
    this.sessions = []
    this.typed = ''
    this.outcome = null
    this.working = false
    this.failure = ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  /** Opens the dialog. Nothing is done before the operator confirms. */
  ask(act: Act, sessions: readonly FoundSession[]): void {
    this.act = act
    this.sessions = sessions
    this.typed = ''
    this.outcome = null
    this.working = false
    this.failure = ''
    void this.updateComplete.then(() => this.#dialog?.showModal())
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog')
  }

  /** The text to type before something is destroyed: the id of the session, or the number of sessions. */
  get #word(): string | null {
    if (!ACTS[this.act].final) return null
    const [first] = this.sessions
    return this.sessions.length === 1 ? (first?.user ?? first?.id ?? '') : String(this.sessions.length)
  }

  override render() {
    if (this.sessions.length === 0) return nothing
    return html`<dialog aria-labelledby="title" @close=${this.#onClose} @cancel=${this.#onCancel}>
      ${this.outcome === null ? this.#question() : this.#result(this.outcome)}
    </dialog>`
  }

  #question() {
    const { label, effect, final } = ACTS[this.act]
    const [first] = this.sessions
    const one = this.sessions.length === 1 && first !== undefined
    const against = one ? hindrance(this.act, first) : null
    const word = this.#word
    const left = this.sessions.filter(({ id }) => id === null).length
    return html`<form method="dialog" @submit=${this.#onConfirm}>
      <h2 id="title">${label}: ${one ? (first.user ?? first.id) : `${this.sessions.length} sessions`}</h2>
      <p>${effect}</p>
      ${one || left === 0 ? nothing : html`<p>Left out, as Stripe has not made them yet: ${left}.</p>`}
      ${against === null ? nothing : html`<p class="notice warn">${icon('alert')}<span>${against} The server will probably refuse.</span></p>`}
      ${
        word === null
          ? nothing
          : html`<label>
              ${one ? 'To confirm, type the id' : 'To confirm, type the number of sessions'}: <code>${word}</code>
              <input autocomplete="off" autocapitalize="off" spellcheck="false" .value=${this.typed} @input=${this.#onType} />
            </label>`
      }
      <p role="status">${this.working ? 'Under way …' : this.failure}</p>
      <div class="buttons">
        <button type="button" class="quiet" @click=${this.#close}>Leave it</button>
        <button class=${final ? 'danger' : ''} ?disabled=${this.working || (word !== null && this.typed.trim() !== word)}>
          ${label}
        </button>
      </div>
    </form>`
  }

  #result(outcome: Outcome) {
    return html`<h2 id="title" tabindex="-1">${ACTS[this.act].label}</h2>
      ${outcomes([outcome])}
      <div class="buttons"><button @click=${this.#close}>Close</button></div>`
  }

  #onType = (event: Event) => {
    this.typed = (event.target as HTMLInputElement).value
  }

  #onConfirm = async (event: SubmitEvent) => {
    event.preventDefault()
    const [first] = this.sessions
    if (this.working || first === undefined) return
    this.working = true
    if (this.sessions.length > 1) await this.#actOnAll()
    else await this.#actOn(first)
    this.working = false
  }

  async #actOn(session: FoundSession): Promise<void> {
    this.outcome = await actOn(this.api, this.act, session)
    await this.updateComplete
    // The button that had the focus has been removed.
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus()
    this.#followKept()
  }

  /** Passes the act to the server, which carries it out from then on. */
  async #actOnAll(): Promise<void> {
    const sessions = this.sessions.flatMap(({ id }) => id ?? [])
    try {
      const { id } = await this.api.post<BatchView>(OPERATOR_ROUTES.batches, { act: this.act, sessions })
      this.#close()
      location.hash = hashOf({ view: 'batch', id })
    } catch (error) {
      if (!(error instanceof ConsoleError)) throw error
      this.failure = errorWords(error.code, error.message)
    }
  }

  /** Checks an act that the server is still carrying out until it ends or the dialog closes. */
  #followKept(): void {
    if (this.outcome?.state !== 'kept' || !this.#dialog?.open) return
    this.#timer = setTimeout(async () => {
      const { outcome } = this
      if (outcome === null) return
      const later = await lookAgain(this.api, outcome)
      if (this.outcome === outcome) this.outcome = later
      this.#followKept()
    }, AGAIN_MS)
  }

  /** Escape closes the question, but not an act in progress. */
  #onCancel = (event: Event) => {
    if (this.working) event.preventDefault()
  }

  #close = () => this.#dialog?.close()

  #onClose = () => {
    const acted = this.outcome !== null
    clearTimeout(this.#timer)
    this.outcome = null
    this.sessions = []
    if (acted) this.dispatchEvent(new Event('act-end'))
  }
}
