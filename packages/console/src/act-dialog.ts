import { html, LitElement, nothing, type PropertyDeclarations } from 'lit'
import type { FoundSession } from 'stripe-identity-contract'
import { ACTS, type Act, hindrance } from './acts.js'
import type { Api } from './api.js'
import { type Batch, lookAgain, type Row, runBatch } from './batch.js'
import { type Icon, icon } from './icons.js'
import { styles } from './styles.js'

const AGAIN_MS = 3_000
const SIGNS: Record<Row['state'], Icon> = {
  waiting: 'clock',
  running: 'spinner',
  done: 'check',
  kept: 'spinner',
  refused: 'alert',
}
const TONES: Record<Row['state'], string> = {
  waiting: 'plain',
  running: 'plain',
  done: 'good',
  kept: 'plain',
  refused: 'warn',
}

/**
 * Asks before an act, says what of it cannot be undone, does it to one session or several, and shows what became of each.
 * Fires `act-end` when it is closed after something was done.
 */
export class ActDialog extends LitElement {
  static override styles = styles
  static override properties: PropertyDeclarations = {
    api: { attribute: false },
    act: { state: true },
    sessions: { state: true },
    typed: { state: true },
    batch: { state: true },
  }

  declare api: Api
  declare act: Act
  declare sessions: readonly FoundSession[]
  declare typed: string
  declare batch: Batch | null

  #run = new AbortController()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.act = 'cancel'
    this.sessions = []
    this.typed = ''
    this.batch = null
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stop()
  }

  /** Opens the dialog; nothing is done before it was confirmed. */
  ask(act: Act, sessions: readonly FoundSession[]): void {
    this.act = act
    this.sessions = sessions
    this.typed = ''
    this.batch = null
    void this.updateComplete.then(() => this.#dialog?.showModal())
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog')
  }

  /** The text to type before something is destroyed: the id of the one, or the number of the many. */
  get #word(): string | null {
    if (!ACTS[this.act].final) return null
    const [first] = this.sessions
    return this.sessions.length === 1 ? (first?.user ?? first?.id ?? '') : String(this.sessions.length)
  }

  override render() {
    if (this.sessions.length === 0) return nothing
    return html`<dialog aria-labelledby="title" @close=${this.#onClose} @cancel=${this.#onCancel}>
      ${this.batch === null ? this.#question() : this.#progress(this.batch)}
    </dialog>`
  }

  #question() {
    const { label, effect, final } = ACTS[this.act]
    const [first] = this.sessions
    const one = this.sessions.length === 1 && first !== undefined
    const against = one ? hindrance(this.act, first) : null
    const word = this.#word
    return html`<form method="dialog" @submit=${this.#onConfirm}>
      <h2 id="title">${label}: ${one ? (first.user ?? first.id) : `${this.sessions.length} sessions`}</h2>
      <p>${effect}</p>
      ${against === null ? nothing : html`<p class="notice warn">${icon('alert')}<span>${against} The server will probably refuse.</span></p>`}
      ${
        word === null
          ? nothing
          : html`<label>
              ${one ? 'To confirm, type the id' : 'To confirm, type the number of sessions'}: <code>${word}</code>
              <input autocomplete="off" autocapitalize="off" spellcheck="false" .value=${this.typed} @input=${this.#onType} />
            </label>`
      }
      <div class="buttons">
        <button type="button" class="quiet" @click=${this.#close}>Leave it</button>
        <button class=${final ? 'danger' : ''} ?disabled=${word !== null && this.typed.trim() !== word}>${label}</button>
      </div>
    </form>`
  }

  #progress({ rows, running }: Batch) {
    const ended = rows.filter(({ state }) => state !== 'waiting' && state !== 'running').length
    const refused = rows.filter(({ state }) => state === 'refused').length
    const kept = rows.filter(({ state }) => state === 'kept').length
    const said = running
      ? `${ended} of ${rows.length}`
      : `${rows.length - refused - kept} done${kept === 0 ? '' : `, ${kept} kept by the server`}${refused === 0 ? '' : `, ${refused} not done`}`
    return html`<h2 id="title" tabindex="-1">${ACTS[this.act].label}</h2>
      <progress aria-label="Progress" max=${rows.length} value=${ended}></progress>
      <p role="status">${said}</p>
      <ul class="outcomes">
        ${rows.map(
          ({ session, state, words }) =>
            html`<li data-state=${state}>
              <span class="status ${TONES[state]}">${icon(SIGNS[state])}<strong>${session.user ?? session.id}</strong></span>
              <span>${words}</span>
            </li>`,
        )}
      </ul>
      <div class="buttons">
        ${
          running
            ? html`<button class="quiet" @click=${this.#onStop}>Begin no more</button>`
            : html`<button @click=${this.#close}>Close</button>`
        }
      </div>`
  }

  #onType = (event: Event) => {
    this.typed = (event.target as HTMLInputElement).value
  }

  #onConfirm = (event: SubmitEvent) => {
    event.preventDefault()
    void this.#begin()
  }

  async #begin(): Promise<void> {
    this.#run = new AbortController()
    addEventListener('beforeunload', this.#onLeave)
    const { signal } = this.#run
    const done = runBatch(this.api, this.act, this.sessions, (batch) => (this.batch = batch), signal)
    await this.updateComplete
    // The button that had the focus is gone.
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus()
    await done
    removeEventListener('beforeunload', this.#onLeave)
    this.#followKept()
  }

  /** Acts that the server goes on with are looked at until they end, as long as the dialog is open. */
  #followKept(): void {
    if (!this.batch?.rows.some(({ state }) => state === 'kept') || !this.#dialog?.open) return
    this.#timer = setTimeout(async () => {
      const batch = this.batch
      if (batch === null) return
      const rows = await lookAgain(this.api, batch.rows)
      if (this.batch === batch) this.batch = { ...batch, rows }
      this.#followKept()
    }, AGAIN_MS)
  }

  /** Requests under way reach the server also without the page; those that wait would be lost. */
  #onLeave = (event: BeforeUnloadEvent) => event.preventDefault()

  #onStop = () => this.#run.abort()

  /** Escape closes the question, and not what is under way. */
  #onCancel = (event: Event) => {
    if (this.batch?.running) event.preventDefault()
  }

  #close = () => this.#dialog?.close()

  #onClose = () => {
    const acted = this.batch !== null
    this.#stop()
    this.batch = null
    this.sessions = []
    if (acted) this.dispatchEvent(new Event('act-end'))
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#run.abort()
    removeEventListener('beforeunload', this.#onLeave)
  }
}
