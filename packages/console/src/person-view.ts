import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import {
  type FoundSession,
  OPERATOR_ROUTES,
  type OperatorView,
  type PersonView as Person,
  type ReportView,
} from 'stripe-identity-contract'
import type { ActDialog } from './act-dialog.js'
import { ACTS, type Act } from './acts.js'
import { type Api, ConsoleError } from './api.js'
import { icon } from './icons.js'
import { Live } from './live.js'
import { problem } from './problem.js'
import { EVERYTHING, hashOf, type PersonRoute } from './route.js'
import { answerOf } from './sentence.js'
import { attention, status } from './status.js'
import { base } from './styles/base.js'
import { controls } from './styles/controls.js'
import { person } from './styles/person.js'
import { signs } from './styles/signs.js'
import { ago, moment } from './time.js'
import { timeline } from './timeline.js'
import { errorWords, reasonWords, STANDINGS } from './words.js'

const EVERY_MS = 2_000
const DASHBOARD = 'https://dashboard.stripe.com/'

/** Everything known about one person: the answer, the acts, the checks, and the history. */
export class PersonView extends LitElement {
  static override styles = [base, controls, signs, person]
  static override properties: PropertyDeclarations = {
    api: { attribute: false },
    me: { attribute: false },
    route: { attribute: false },
    outputs: { state: true },
    notice: { state: true },
  }

  declare api: Api
  declare me: OperatorView
  declare route: PersonRoute
  /** The verified data, from the operator's click until the view closes. */
  declare outputs: Record<string, unknown> | null
  declare notice: string

  #person = new Live<Person>(this)
  #checks = new Live<{ data: ReportView[] }>(this)
  #checked = ''

  constructor() {
    super()
    this.outputs = null
    this.notice = ''
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('route') || changed.has('api')) {
      const { api, route } = this
      this.outputs = null
      this.notice = ''
      this.#checked = ''
      this.#person.follow((signal) => api.get(OPERATOR_ROUTES.person(route.id), signal), EVERY_MS)
    }
    this.#followChecks()
  }

  /** Loads checks only after a change that can bring new ones, because each load calls Stripe. */
  #followChecks(): void {
    const session = this.#person.value?.session
    if (session?.id == null || session.redaction !== null) return
    const of = `${session.id} ${session.status} ${session.attempts}`
    if (of === this.#checked) return
    this.#checked = of
    const { id } = session
    const { api } = this
    this.#checks.follow((signal) => api.get(OPERATOR_ROUTES.checks(id), signal), null)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.outputs = null
  }

  override render() {
    const { value: person, error } = this.#person
    return html`
      <p class="back"><a href=${hashOf(EVERYTHING)}>Search</a></p>
      ${error === null ? nothing : problem(error, () => this.#person.refresh())}
      ${person === null ? this.#nobody(error === null) : this.#page(person)}
      <identity-console-act .api=${this.api} @act-end=${() => this.#person.refresh()}></identity-console-act>
    `
  }

  #nobody(looking: boolean) {
    return html`<h1>Person</h1>
      ${looking ? html`<p role="status">Looking …</p>` : nothing}`
  }

  #page(person: Person) {
    const { session, sessions } = person
    const { sentence, standing } = answerOf(person, Date.now())
    const { icon: sign, tone } = STANDINGS[standing]
    return html`
      <h1>${person.user ?? 'Erased person'}</h1>
      <div class="answer ${tone}">
        <span class="sign">${icon(sign)}</span>
        <p role="status">${sentence}</p>
        <div>${attention(session)}</div>
      </div>
      ${this.me.readonly ? nothing : this.#acts(session)}
      <div class="columns">
        <section aria-labelledby="happened">
          <h2 id="happened">What happened</h2>
          ${timeline(person, this.me.readonly ? null : (record, version) => this.#resend(person, record, version))}
          <p role="status" class="quietly">${this.notice}</p>
        </section>
        <div>
          <section aria-labelledby="session">
            <h2 id="session">Session</h2>
            ${this.#facts(session)}
          </section>
          <section aria-labelledby="checks">
            <h2 id="checks">Stripe's checks</h2>
            ${this.#report(session)}
          </section>
          ${this.#sensitive(session)}
          ${sessions.length < 2 ? nothing : this.#others(sessions)}
        </div>
      </div>
    `
  }

  #acts(session: FoundSession) {
    const acts: Act[] = ['cancel', 'attempts', 'redact', ...(this.me.deliveries ? (['resend'] as const) : [])]
    return html`<div class="buttons start" role="group" aria-label="Acts">
      ${acts.map(
        (act) => html`<button class="quiet" @click=${() => this.#act(act, session)}>
          ${icon(ACTS[act].icon)}${ACTS[act].label}
        </button>`,
      )}
    </div>`
  }

  #facts(session: FoundSession) {
    const mode = session.livemode ? '' : 'test/'
    return html`<dl>
      <dt>Stripe's id</dt>
      <dd><code>${session.id ?? 'none yet'}</code></dd>
      <dt>Our id</dt>
      <dd><code>${session.record}</code></dd>
      <dt>Kind</dt>
      <dd>${session.type}</dd>
      <dt>Created</dt>
      <dd>${moment(session.created)}</dd>
      <dt>Attempts</dt>
      <dd>${session.attempts}${session.attempts_left === null ? '' : `, ${session.attempts_left} left`}</dd>
      ${
        session.last_error?.reason == null
          ? nothing
          : html`<dt>Stripe's words</dt>
              <dd>${session.last_error.reason}</dd>`
      }
    </dl>
    ${
      session.id === null
        ? nothing
        : html`<a
            class="button quiet"
            target="_blank"
            rel="noopener noreferrer"
            href=${`${DASHBOARD}${mode}identity/verification-sessions/${session.id}`}
            >${icon('out')}Images and overrides in Stripe's Dashboard</a
          >`
    }`
  }

  #report(session: FoundSession) {
    if (session.redaction !== null) return html`<p>Erased with everything else.</p>`
    const { value, error } = this.#checks
    if (error !== null) return problem(error, () => this.#checks.refresh())
    if (value === null) return html`<p role="status">Asking Stripe …</p>`
    if (value.data.length === 0) return html`<p>Nothing was submitted yet.</p>`
    return html`<ul class="checks">
      ${value.data.flatMap((report) =>
        report.checks.map(
          (check) => html`<li>
            <span class="status ${check.status === 'verified' ? 'good' : 'warn'}">
              ${icon(check.status === 'verified' ? 'check' : 'alert')}${check.name.replace('_', ' ')}
            </span>
            <span>
              ${check.status}${check.error_code === null ? '' : `: ${reasonWords(check.error_code)}`}
              <small>${check.reason ?? ''} ${moment(report.created)}</small>
            </span>
          </li>`,
        ),
      )}
    </ul>`
  }

  #sensitive(session: FoundSession) {
    const there = session.status === 'verified' && session.redaction === null && session.id !== null
    if (!there || !this.me.outputs || this.me.readonly) return nothing
    return html`<section aria-labelledby="outputs">
      <h2 id="outputs">What was verified</h2>
      ${
        this.outputs === null
          ? html`<form @submit=${(event: SubmitEvent) => this.#onOutputs(event, session)}>
              <p>Names, the address and what you choose. That you read it is written to the history.</p>
              <label class="check"><input type="checkbox" name="fields" value="dob" /> Date of birth</label>
              <label class="check"><input type="checkbox" name="fields" value="id_number" /> ID number</label>
              <button class="quiet">Read it now</button>
            </form>`
          : html`<dl>${lines(this.outputs).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
      }
    </section>`
  }

  #others(sessions: readonly FoundSession[]) {
    return html`<section aria-labelledby="others">
      <h2 id="others">All sessions of this person</h2>
      <ul class="checks">
        ${sessions.map(
          (session) => html`<li>
            ${status(session)}
            <span><code>${session.id ?? session.record}</code> <small>${ago(session.created, Date.now())}</small></span>
          </li>`,
        )}
      </ul>
    </section>`
  }

  #act(act: Act, session: FoundSession): void {
    this.renderRoot.querySelector<ActDialog>('identity-console-act')?.ask(act, [session])
  }

  async #resend(person: Person, record: string, version: number): Promise<void> {
    const id = person.sessions.find((session) => session.record === record)?.id
    if (id == null) return
    await this.#try(async () => {
      await this.api.post(OPERATOR_ROUTES.act(id, 'resend'), { version })
      this.notice = 'The host is told again.'
    })
    this.#person.refresh()
  }

  async #onOutputs(event: SubmitEvent, session: FoundSession): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget as HTMLFormElement).getAll('fields')
    const { route } = this
    await this.#try(async () => {
      const path = OPERATOR_ROUTES.act(session.id as string, 'outputs')
      const answer = await this.api.post<{ verified_outputs: Record<string, unknown> | null }>(path, {
        fields,
      })
      // The view can show another person by now.
      if (this.isConnected && this.route === route) this.outputs = answer.verified_outputs ?? {}
    })
    this.#person.refresh()
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof ConsoleError)) throw error
      this.notice = errorWords(error.code, error.message)
    }
  }
}

/** Nested fields as lines with names such as `address.city`. */
function lines(value: object, before = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, each]): [string, string][] => {
    if (each === null || each === undefined || typeof each === 'function') return []
    if (typeof each === 'object') return lines(each, `${before}${name}.`)
    return [[`${before}${name}`.replaceAll('_', ' '), String(each)]]
  })
}
