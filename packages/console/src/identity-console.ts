import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import { DEFAULT_BASE_PATH, OPERATOR_ROUTES, type OperatorView } from 'stripe-identity-contract'
import { type Api, createApi } from './api.js'
import { Live } from './live.js'
import { problem } from './problem.js'
import { EVERYTHING, hashOf, type Route, readRoute } from './route.js'
import { base } from './styles/base.js'
import { controls } from './styles/controls.js'
import { shell } from './styles/shell.js'
import { signs } from './styles/signs.js'

/**
 * The operator console as one element: search, one page for each person, acts, and the funnel. It calls the operator
 * routes of `stripe-identity-server` with the page's own credentials, and stores nothing. The current view is kept after
 * the `#` of the page's address. Importing this class registers nothing; `stripe-identity-console/define` does.
 *
 * @tagname identity-console
 *
 * @cssprop [--identity-accent=#4f46e5] - Colour of buttons, links and bars.
 * @cssprop [--identity-radius=12px] - Corner radius of boxes; that of buttons follows it.
 * @cssprop [--identity-font=1rem/1.5 system-ui, sans-serif] - A `font` shorthand for every text.
 * @cssprop [--identity-background=Canvas] - The background of the whole console.
 */
export class IdentityConsole extends LitElement {
  static override styles = [base, controls, signs, shell]
  static override properties: PropertyDeclarations = {
    endpoint: {},
    fetch: { attribute: false },
    route: { state: true },
  }

  /** Base path or URL of the server's routes. */
  declare endpoint: string
  /** Called in place of the global `fetch`, to add credentials or headers. */
  declare fetch: typeof globalThis.fetch | undefined
  /** @internal */
  declare route: Route

  #api: Api | undefined
  #me = new Live<OperatorView>(this)

  constructor() {
    super()
    this.endpoint = DEFAULT_BASE_PATH
    this.route = EVERYTHING
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('hashchange', this.#onHash)
    this.route = readRoute(location.hash)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#onHash)
  }

  #onHash = () => {
    this.route = readRoute(location.hash)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || changed.has('endpoint') || changed.has('fetch')) {
      const api = createApi(this.endpoint, this.fetch ?? ((...request) => globalThis.fetch(...request)))
      this.#api = api
      this.#me.follow((signal) => api.get(OPERATOR_ROUTES.me, signal), null)
    }
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('route')
    // After a change of view the focus moves to the heading, so that screen readers announce the new page.
    if (before !== undefined && before.view !== this.route.view) {
      this.renderRoot.querySelector<HTMLElement>('main')?.focus()
    }
  }

  override render() {
    const me = this.#me.value
    return html`
      <header>
        <strong>Identity console</strong>
        ${me === null ? nothing : this.#navigation()}
        ${me === null ? nothing : this.#who(me)}
      </header>
      <main tabindex="-1">
        ${this.#me.error === null ? nothing : problem(this.#me.error, () => this.#me.refresh())}
        ${me === null || this.#api === undefined ? nothing : this.#view(this.#api, me)}
      </main>
    `
  }

  #navigation() {
    const link = (route: Route, words: string) =>
      html`<a href=${hashOf(route)} aria-current=${this.route.view === route.view ? 'page' : nothing}>${words}</a>`
    return html`<nav aria-label="Console">
      ${link(EVERYTHING, 'Search')} ${link({ view: 'funnel', days: 30 }, 'Funnel')}
    </nav>`
  }

  #who(me: OperatorView) {
    return html`<div class="who">
      ${me.livemode ? nothing : html`<span class="chip">Test mode</span>`}
      ${me.readonly ? html`<span class="chip">Read only</span>` : nothing}
      <span>${me.id}</span>
      ${
        me.sign_out
          ? html`<form method="post" action=${`${this.endpoint.replace(/\/+$/, '')}/console/sign-out`}>
              <button class="quiet">Sign out</button>
            </form>`
          : nothing
      }
    </div>`
  }

  #view(api: Api, me: OperatorView) {
    const { route } = this
    if (route.view === 'person')
      return html`<identity-console-person .api=${api} .me=${me} .route=${route}></identity-console-person>`
    if (route.view === 'batch')
      return html`<identity-console-batch .api=${api} .route=${route}></identity-console-batch>`
    if (route.view === 'funnel')
      return html`<identity-console-funnel .api=${api} .route=${route}></identity-console-funnel>`
    return html`<identity-console-search .api=${api} .me=${me} .route=${route}></identity-console-search>`
  }
}
