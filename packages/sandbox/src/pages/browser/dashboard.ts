import { css, html, LitElement } from 'lit'
import type { Snapshot, View } from '../snapshot.js'
import { type ActEvent, act } from './dashboard/act.js'
import { SandboxClock } from './dashboard/clock.js'
import { EventList } from './dashboard/event-list.js'
import { Feed } from './dashboard/feed.js'
import { PAGE, type ViewEvent } from './dashboard/list.js'
import { ObjectJson } from './dashboard/object-json.js'
import { RequestList } from './dashboard/request-list.js'
import { SessionDetail } from './dashboard/session-detail.js'
import { SessionList } from './dashboard/session-list.js'
import { icon } from './icons.js'
import { OutcomePanel } from './outcome-panel.js'
import { adoptPageStyles, theme } from './styles.js'

/** The address of this page, which can name a call and an account. */
const ADDRESS = new URLSearchParams(location.search)

/** The page at `/`: the live state of the sandbox, with its controls. */
class SandboxDashboard extends LitElement {
  static override properties = {
    snapshot: { state: true },
    live: { state: true },
    busy: { state: true },
    failure: { state: true },
    news: { state: true },
  }
  declare snapshot: Snapshot | null
  declare live: boolean
  declare busy: boolean
  declare failure: string
  declare news: string

  #view: View = {
    sessions: PAGE,
    events: PAGE,
    selected: undefined,
    account: ADDRESS.get('account') ?? undefined,
  }
  readonly #feed = new Feed(
    (snapshot) => this.#show(snapshot),
    (live) => {
      this.live = live
    },
  )

  constructor() {
    super()
    this.snapshot = null
    this.live = false
    this.busy = false
    this.failure = ''
    this.news = ''
  }

  static override styles = [
    theme,
    css`
      :host {
        --side: clamp(8px, 3vw, 20px);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 24px;
        align-items: center;
        padding: 12px var(--side);
        background: var(--card);
        border-bottom: 1px solid var(--line);
      }
      h1 {
        display: flex;
        gap: 8px;
        align-items: center;
      }
      h1 svg {
        color: var(--accent);
      }
      .live::before {
        content: '';
        display: inline-block;
        margin-inline-end: 8px;
        /* A border, because forced colours remove backgrounds. */
        border: 5px solid var(--good);
        border-radius: 50%;
      }
      .live.off::before {
        border-color: var(--bad);
        border-radius: 2px;
      }
      .account {
        display: flex;
        gap: 8px;
        align-items: center;
        min-width: 0;
      }
      .account select {
        min-width: 0;
        min-height: 40px;
        padding: 6px 12px;
      }
      sandbox-clock {
        margin-inline-start: auto;
      }
      main {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
        gap: 16px;
        align-items: start;
        padding: 16px var(--side) 32px;
      }
      main > *,
      .calls {
        background: var(--card);
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 16px;
      }
      .calls {
        margin: 0 var(--side) 32px;
      }
      sandbox-sessions {
        max-height: 45vh;
        overflow-y: auto;
      }
      @media (min-width: 760px) {
        main > * {
          position: sticky;
          top: 16px;
          max-height: calc(100vh - 32px);
          overflow-y: auto;
        }
      }
      /* Two columns: the lists on one side, the session on the other. */
      @media (min-width: 760px) and (max-width: 1091px) {
        main {
          grid-template-rows: auto 1fr;
        }
        sandbox-session {
          grid-row: span 2;
        }
      }
      .alert {
        margin: 16px var(--side) 0;
      }
    `,
  ]

  override connectedCallback() {
    super.connectedCallback()
    this.#feed.watch(this.#view)
  }

  override disconnectedCallback() {
    this.#feed.close()
    super.disconnectedCallback()
  }

  override render() {
    const { snapshot } = this
    return html`
      <header>
        <p class="tape">Sandbox: no real verification takes place</p>
        <div class="bar">
        <h1>${icon('document')} Stripe Identity sandbox</h1>
        <span class="live small ${this.live ? '' : 'off'}" role="status">${this.live ? 'Live' : 'Not connected'}</span>
        ${
          snapshot
            ? html`${this.#accounts(snapshot)}
                <span class="small soft">
                  ${snapshot.endpoints === 1 ? '1 webhook endpoint' : `${snapshot.endpoints} webhook endpoints`}
                </span>
                <sandbox-clock
                  .offset=${snapshot.offset_ms}
                  .skew=${this.#skew}
                  .still=${snapshot.frozen ? snapshot.now : null}
                  @act=${this.#act}
                ></sandbox-clock>`
            : ''
        }
        </div>
      </header>
      <div role="alert">${this.failure ? html`<p class="alert">${this.failure}</p>` : ''}</div>
      <div role="status" class="visually-hidden">${this.news}</div>
      ${snapshot ? this.#columns(snapshot) : html`<main><p class="soft">Loading …</p></main>`}
    `
  }

  /** The choice of the account to show, if there are several. */
  #accounts({ account, accounts }: Snapshot) {
    if (accounts.length < 2) return ''
    return html`<label class="account">
      Account
      <select @change=${({ currentTarget }: Event) => this.#open((currentTarget as HTMLSelectElement).value)}>
        ${accounts.map((path) => html`<option value=${path} .selected=${path === account.path}>${path}</option>`)}
      </select>
    </label>`
  }

  #columns({ sessions, events, selected, now, requests, account }: Snapshot) {
    return html`<main @act=${this.#act} @view=${({ change }: ViewEvent) => this.#watch(change)}>
      <sandbox-sessions
        .heading=${'Sessions'}
        .rows=${sessions.newest}
        .total=${sessions.total}
        .selected=${this.#view.selected}
        .now=${now}
      ></sandbox-sessions>
      <sandbox-session .session=${selected} .busy=${this.busy} .now=${now}></sandbox-session>
      <sandbox-events
        .heading=${'All events'}
        .rows=${events.newest}
        .total=${events.total}
        .now=${now}
      ></sandbox-events>
    </main>
    <section aria-label="API calls" class="calls">
      <sandbox-requests
        .heading=${'API calls'}
        .rows=${requests.newest}
        .total=${requests.total}
        .now=${now}
        .account=${account}
        .selected=${ADDRESS.get('request')}
      ></sandbox-requests>
    </section>`
  }

  #skew = 0

  /** Selects the first session that appears. Later ones never replace the selection. */
  #show(snapshot: Snapshot) {
    const before = this.snapshot?.selected
    const { selected } = snapshot
    if (selected && before?.id === selected.id && before.status !== selected.status) {
      this.news = `${selected.id} is now ${selected.status}.`
    }
    this.#skew = snapshot.now - Date.now()
    this.snapshot = snapshot
    const first = snapshot.sessions.newest[0]
    if (!selected && first) this.#watch({ selected: first.id })
  }

  #watch(change: Partial<View>) {
    this.#view = { ...this.#view, ...change }
    this.#feed.watch(this.#view)
    this.requestUpdate()
  }

  /** Shows another account from its newest session on, and keeps it in the page's address. */
  #open(account: string) {
    history.replaceState(null, '', `?${new URLSearchParams({ account })}`)
    this.#watch({ sessions: PAGE, events: PAGE, selected: undefined, account })
  }

  #act = async ({ path, body }: ActEvent) => {
    if (this.busy || !this.snapshot) return
    this.busy = true
    this.failure = (await act(this.snapshot.account, path, body)) ?? ''
    this.busy = false
  }
}

customElements.define('sandbox-outcomes', OutcomePanel)
customElements.define('sandbox-sessions', SessionList)
customElements.define('sandbox-events', EventList)
customElements.define('sandbox-requests', RequestList)
customElements.define('sandbox-json', ObjectJson)
customElements.define('sandbox-clock', SandboxClock)
customElements.define('sandbox-session', SessionDetail)
customElements.define('sandbox-dashboard', SandboxDashboard)
adoptPageStyles()
