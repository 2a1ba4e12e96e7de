import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, svg } from 'lit'
import { type FunnelView as Funnel, OPERATOR_ROUTES, STAGES } from 'stripe-identity-contract'
import type { Api } from './api.js'
import { download, toCsv } from './csv.js'
import { Live } from './live.js'
import { problem } from './problem.js'
import { type FunnelRoute, hashOf, type SearchRoute, SPANS, searchFor } from './route.js'
import { base } from './styles/base.js'
import { controls } from './styles/controls.js'
import { funnel } from './styles/funnel.js'
import { signs } from './styles/signs.js'
import { table } from './styles/table.js'
import { span } from './time.js'
import { reasonWords, STAGE_WORDS } from './words.js'

const DAY_S = 86_400
/** The height of a day's bars; their width is shared by the days. */
const HEIGHT = 100
const SLOT = 12

/**
 * Where people get lost, in Stripe's own four words. Bars are plain SVG: there are four of them and one for each day, and
 * a library of charts would weigh more than the whole console.
 */
export class FunnelView extends LitElement {
  static override styles = [base, controls, signs, table, funnel]
  static override properties: PropertyDeclarations = {
    api: { attribute: false },
    route: { attribute: false },
  }

  declare api: Api
  declare route: FunnelRoute

  #funnel = new Live<Funnel>(this)

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('route') && !changed.has('api')) return
    const { api, route } = this
    // Whole days, so that each count is that of the list it leads to.
    const today = Math.floor(Date.now() / 1000 / DAY_S) * DAY_S
    const until = today + DAY_S
    const params = new URLSearchParams({ since: String(until - route.days * DAY_S), until: String(until) })
    this.#funnel.follow((signal) => api.get(`${OPERATOR_ROUTES.funnel}?${params}`, signal), null)
  }

  override render() {
    const { value, error } = this.#funnel
    return html`
      <h1>Funnel</h1>
      <nav class="spans" aria-label="Time">
        ${SPANS.map(
          (days) =>
            html`<a
              class="button quiet"
              href=${hashOf({ view: 'funnel', days })}
              aria-current=${days === this.route.days ? 'true' : nothing}
              >${days} days</a
            >`,
        )}
      </nav>
      ${error === null ? nothing : problem(error, () => this.#funnel.refresh())}
      ${value === null ? html`<p role="status">${error === null ? 'Counting …' : ''}</p>` : this.#page(value)}
    `
  }

  #page(funnel: Funnel) {
    const { totals, seconds_to_verified: time } = funnel
    const range = { from: dayOf(funnel.since), to: dayOf(funnel.until - 1) }
    return html`
      <section aria-labelledby="stages">
        <h2 id="stages">How far sessions came</h2>
        <ul class="bars">
          ${STAGES.map((stage) =>
            bar(STAGE_WORDS[stage], totals[stage], totals.created, share(totals[stage], totals.created), {
              ...range,
              stage,
            }),
          )}
        </ul>
        <p class="quietly">
          Started: Stripe said something of it after it was made. Submitted: it reached Stripe's checks.
        </p>
      </section>
      <section aria-labelledby="time">
        <h2 id="time">Time to verified</h2>
        <dl class="figures">
          <div><dt>Half within</dt><dd>${time.p50 === null ? '–' : span(time.p50)}</dd></div>
          <div><dt>Nine of ten within</dt><dd>${time.p90 === null ? '–' : span(time.p90)}</dd></div>
        </dl>
      </section>
      <section aria-labelledby="reasons">
        <h2 id="reasons">Why sessions are not passed</h2>
        ${
          funnel.reasons.length === 0
            ? html`<p>No session stands as failed.</p>`
            : html`<ul class="bars">
                ${funnel.reasons.map(({ code, count }) =>
                  bar(reasonWords(code), count, funnel.reasons[0]?.count ?? 1, '', {
                    ...range,
                    reason: code,
                  }),
                )}
              </ul>`
        }
      </section>
      <section aria-labelledby="days">
        <h2 id="days">By day</h2>
        ${this.#chart(funnel)} ${this.#table(funnel)}
        <button class="quiet" @click=${() => this.#onCsv(funnel)}>Download as CSV</button>
      </section>
    `
  }

  /** For the eye; the table below says the same and has the links for the keyboard. */
  #chart(funnel: Funnel) {
    const days = everyDay(funnel)
    const most = Math.max(1, ...days.map(({ created }) => created))
    const height = (count: number) => (count / most) * HEIGHT
    return html`<svg
      class="chart"
      viewBox="0 0 ${days.length * SLOT} ${HEIGHT + 2}"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      ${days.map(
        ({ day, created, verified }, index) => svg`<a href=${hashOf(listOf(day))} tabindex="-1">
          <title>${day}: ${created} created, ${verified} verified</title>
          <rect class="hit" x=${index * SLOT} width=${SLOT} height=${HEIGHT + 2} />
          <rect class="created" x=${index * SLOT + 1} y=${HEIGHT - height(created)} width=${SLOT - 2} height=${height(created)} />
          <rect class="verified" x=${index * SLOT + 1} y=${HEIGHT - height(verified)} width=${SLOT - 2} height=${height(verified)} />
        </a>`,
      )}
      <rect class="ground" y=${HEIGHT} width=${days.length * SLOT} height="2" />
    </svg>
    <p class="legend"><span class="created">Created</span> <span class="verified">Verified</span></p>`
  }

  #table({ by_day: days }: Funnel) {
    return html`<details>
      <summary>As a table</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="By day">
        <table>
          <thead>
            <tr>
              <th scope="col">Day (UTC)</th>
              ${STAGES.map((stage) => html`<th scope="col">${STAGE_WORDS[stage]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${days.toReversed().map(
              (line) => html`<tr>
                <th scope="row"><a href=${hashOf(listOf(line.day))}>${line.day}</a></th>
                ${STAGES.map((stage) => html`<td>${line[stage]}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`
  }

  #onCsv({ by_day: days }: Funnel): void {
    const rows = days.map((line) => [line.day, ...STAGES.map((stage) => line[stage])])
    download('identity-funnel.csv', toCsv([['day', ...STAGES], ...rows]))
  }
}

function bar(words: string, count: number, most: number, note: string, filter: Partial<SearchRoute>) {
  const width = most === 0 ? 0 : (count / most) * 100
  return html`<li>
    <a href=${hashOf(searchFor(filter))}>
      <span>${words}</span>
      <svg class="bar-line" aria-hidden="true"><rect width="${width}%" height="100%" rx="4" /></svg>
      <strong>${count}</strong> <small>${note}</small>
    </a>
  </li>`
}

function share(count: number, of: number): string {
  return of === 0 ? '' : `${Math.round((count / of) * 100)} %`
}

function listOf(day: string): SearchRoute {
  return searchFor({ from: day, to: day })
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10)
}

/** With the days on which nothing was made. */
function everyDay({ since, until, by_day: days }: Funnel): Funnel['by_day'] {
  const known = new Map(days.map((line) => [line.day, line]))
  const all: Funnel['by_day'] = []
  for (let at = since; at < until; at += DAY_S) {
    const day = dayOf(at)
    all.push(known.get(day) ?? { day, created: 0, started: 0, submitted: 0, verified: 0 })
  }
  return all
}
