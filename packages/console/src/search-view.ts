import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import {
  type FoundSession,
  OPERATOR_ROUTES,
  type OperatorView,
  type SearchPage,
} from 'stripe-identity-contract'
import type { ActDialog } from './act-dialog.js'
import { ACTS, type Act } from './acts.js'
import type { Api } from './api.js'
import { download, toCsv } from './csv.js'
import { icon } from './icons.js'
import { Live } from './live.js'
import { problem } from './problem.js'
import { hashOf, paramsOf, type SearchRoute, searchFor } from './route.js'
import { attention, status } from './status.js'
import { base } from './styles/base.js'
import { controls } from './styles/controls.js'
import { search } from './styles/search.js'
import { signs } from './styles/signs.js'
import { table } from './styles/table.js'
import { ago, moment } from './time.js'
import { REASONS, reasonWords, STAGE_WORDS, STANDINGS, STATUS_FILTERS, standingOf } from './words.js'

/** The interval at which a first page is reloaded to show new sessions. */
const EVERY_MS = 5_000
const FILTERS: readonly (keyof SearchRoute)[] = ['status', 'reason', 'stage', 'from', 'to', 'attention']

/** A search box with filters, and the matches, newest first. */
export class SearchView extends LitElement {
  static override styles = [base, controls, signs, table, search]
  static override properties: PropertyDeclarations = {
    api: { attribute: false },
    me: { attribute: false },
    route: { attribute: false },
    chosen: { state: true },
  }

  declare api: Api
  declare me: OperatorView
  declare route: SearchRoute
  declare chosen: ReadonlyMap<string, FoundSession>

  #page = new Live<SearchPage>(this)

  constructor() {
    super()
    this.chosen = new Map()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('route') && !changed.has('api')) return
    this.chosen = new Map()
    const { api, route } = this
    const first = route.after === '' && route.before === ''
    this.#page.follow(
      (signal) => api.get(`${OPERATOR_ROUTES.search}?${paramsOf(route)}`, signal),
      first ? EVERY_MS : null,
    )
  }

  override render() {
    const { value, error } = this.#page
    return html`
      <h1>Search</h1>
      ${this.#form()}
      ${error === null ? nothing : problem(error, () => this.#page.refresh())}
      <p class="quietly" role="status">${value === null && error === null ? 'Searching …' : found(value)}</p>
      ${value === null || value.data.length === 0 ? nothing : this.#results(value)}
      ${value === null ? nothing : this.#pages(value)}
      ${this.chosen.size === 0 ? nothing : this.#bar()}
      <identity-console-act .api=${this.api} @act-end=${this.#onActEnd}></identity-console-act>
    `
  }

  #form() {
    const { route } = this
    const narrowed = FILTERS.some((name) => route[name] !== '' && route[name] !== false)
    return html`<form class="search" role="search" @submit=${this.#onSubmit} @change=${this.#onChange}>
      <div class="box">
        <label for="q">User, session or event</label>
        <input
          id="q"
          name="q"
          type="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          placeholder="ada, vs_…, evt_…"
          .value=${route.q}
        />
        <button>${icon('search')}Search</button>
      </div>
      <div class="filters">
        ${select('status', 'Status', STATUS_FILTERS, route.status)}
        ${select('reason', 'Reason', REASONS, route.reason)}
        ${select('stage', 'Furthest stage', STAGE_WORDS, route.stage)}
        <label>From <input name="from" type="date" .value=${route.from} /></label>
        <label>To <input name="to" type="date" .value=${route.to} /></label>
        <label class="check">
          <input name="attention" type="checkbox" value="true" .checked=${route.attention} />
          Needs attention
        </label>
        ${narrowed ? html`<a href=${hashOf(searchFor({ q: route.q }))}>Clear filters</a>` : nothing}
      </div>
    </form>`
  }

  #results({ data }: SearchPage) {
    const acting = !this.me.readonly
    const every = data.every(({ record }) => this.chosen.has(record))
    const now = Date.now()
    // A narrow table shows its rows as cards. The roles preserve the table for screen readers.
    return html`<table role="table" class="results">
      <caption class="unseen">Sessions, newest first. Days are in UTC.</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${
            acting
              ? html`<td role="cell">
                  <input type="checkbox" aria-label="Choose all of this page" .checked=${every} @change=${this.#onEvery} />
                </td>`
              : nothing
          }
          ${['User', 'Status', 'Reason', 'Attempts', 'Created'].map(
            (name) => html`<th role="columnheader" scope="col">${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${data.map((session) => this.#row(session, acting, now))}
      </tbody>
    </table>`
  }

  #row(session: FoundSession, acting: boolean, now: number) {
    const who = session.user ?? 'Erased person'
    const id = session.id ?? session.record
    return html`<tr role="row" aria-selected=${this.chosen.has(session.record) ? 'true' : nothing}>
      ${
        acting
          ? html`<td role="cell" class="choose">
              <input
                type="checkbox"
                aria-label=${`Choose ${who}, ${id}`}
                .checked=${this.chosen.has(session.record)}
                @change=${() => this.#choose(session)}
              />
            </td>`
          : nothing
      }
      <th role="rowheader" scope="row">
        <a href=${hashOf({ view: 'person', id })}>${who}</a>
        <code>${id}</code>
      </th>
      <td role="cell">${status(session)} ${attention(session)}</td>
      <td role="cell" data-label="Reason">${session.last_error === null ? nothing : reasonWords(session.last_error.code)}</td>
      <td role="cell" data-label="Attempts">${attempts(session)}</td>
      <td role="cell">
        <time datetime=${new Date(session.created * 1000).toISOString()} title=${moment(session.created)}>
          ${ago(session.created, now)}
        </time>
      </td>
    </tr>`
  }

  #pages({ previous, next, data }: SearchPage) {
    const link = (words: string, rel: string, place: Partial<SearchRoute>) =>
      html`<a class="button quiet" rel=${rel} href=${hashOf(searchFor({ ...this.route, after: '', before: '', ...place }))}>${words}</a>`
    return html`<nav class="pages" aria-label="Pages">
      ${previous === null ? nothing : link('Newer', 'prev', { before: previous })}
      ${next === null ? nothing : link('Older', 'next', { after: next })}
      ${data.length === 0 ? nothing : html`<button class="quiet end" @click=${this.#onCsv}>Download as CSV</button>`}
    </nav>`
  }

  #bar() {
    const acts: Act[] = ['cancel', 'attempts', 'redact', ...(this.me.deliveries ? (['resend'] as const) : [])]
    return html`<div class="bar" role="region" aria-label="Chosen sessions">
      <strong>${this.chosen.size} chosen</strong>
      ${acts.map(
        (act) =>
          html`<button class="quiet" @click=${() => this.#act(act)}>${icon(ACTS[act].icon)}${ACTS[act].label}</button>`,
      )}
      <button class="quiet end" @click=${this.#onNone}>Choose none</button>
    </div>`
  }

  #onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    this.#go(event.currentTarget as HTMLFormElement)
  }

  /** Filters apply at once, the text in the box on Enter. */
  #onChange = (event: Event) => {
    if ((event.target as HTMLInputElement).name !== 'q') this.#go(event.currentTarget as HTMLFormElement)
  }

  #go(form: HTMLFormElement): void {
    const fields = new FormData(form)
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    const route = searchFor({
      q: text('q'),
      status: text('status'),
      reason: text('reason'),
      stage: text('stage') as SearchRoute['stage'],
      from: text('from'),
      to: text('to'),
      attention: text('attention') === 'true',
    })
    if (hashOf(route) === location.hash) this.#page.refresh()
    else location.hash = hashOf(route)
  }

  #choose(session: FoundSession): void {
    const chosen = new Map(this.chosen)
    if (!chosen.delete(session.record)) chosen.set(session.record, session)
    this.chosen = chosen
  }

  #onEvery = (event: Event) => {
    const { checked } = event.target as HTMLInputElement
    const data = this.#page.value?.data ?? []
    this.chosen = new Map(checked ? data.map((session) => [session.record, session]) : [])
  }

  #onNone = () => {
    this.chosen = new Map()
  }

  #act(act: Act): void {
    this.renderRoot.querySelector<ActDialog>('identity-console-act')?.ask(act, [...this.chosen.values()])
  }

  #onActEnd = () => {
    this.chosen = new Map()
    this.#page.refresh()
  }

  #onCsv = () => {
    const head = ['user', 'session', 'status', 'reason', 'attempts', 'created', 'needs_attention']
    const rows = (this.#page.value?.data ?? []).map((session) => [
      session.user,
      session.id,
      STANDINGS[standingOf(session)].words,
      session.last_error?.code ?? null,
      session.attempts,
      new Date(session.created * 1000).toISOString(),
      session.attention.join(' '),
    ])
    download('identity-sessions.csv', toCsv([head, ...rows]))
  }
}

function found(page: SearchPage | null): string {
  if (page === null) return ''
  if (page.data.length === 0) return 'No session matches.'
  const more = page.next !== null || page.previous !== null ? ' on this page' : ''
  return `${page.data.length} ${page.data.length === 1 ? 'session' : 'sessions'}${more}`
}

function attempts({ attempts: used, attempts_left: left }: FoundSession): string {
  return left === null ? String(used) : `${used} of ${used + left}`
}

function select(name: string, label: string, options: Record<string, string>, value: string) {
  // An unknown code from a link is shown as it is.
  const all = value === '' || value in options ? options : { ...options, [value]: value }
  return html`<label>
    ${label}
    <select name=${name}>
      <option value="" ?selected=${value === ''}>Any</option>
      ${Object.entries(all).map(
        ([option, words]) =>
          html`<option value=${option} ?selected=${option === value}>${words[0]?.toUpperCase()}${words.slice(1)}</option>`,
      )}
    </select>
  </label>`
}
