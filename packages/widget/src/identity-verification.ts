import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit'
import { DEFAULT_BASE_PATH } from 'stripe-identity-contract'
import {
  createVerification,
  type Outcome,
  preloadStripe,
  type StripeSource,
  type VerificationEvent,
  type VerificationOptions,
} from './controller.js'
import { ENGLISH, type Messages } from './messages.js'
import { languageOf } from './page.js'
import { styles } from './styles.js'
import { view } from './view.js'

const BOOLEAN = { type: Boolean, reflect: true }
const SCRIPT_ONLY = { attribute: false }

/** Stripe Identity as one element. Importing the class registers nothing; `stripe-identity-widget/define` does. */
export class IdentityVerification extends LitElement implements VerificationOptions {
  static readonly formAssociated = true
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true }
  static override styles = styles
  static override properties: PropertyDeclarations = {
    endpoint: {},
    flow: {},
    returnUrl: { attribute: 'return-url' },
    locale: {},
    preload: {},
    name: { reflect: true },
    required: BOOLEAN,
    disabled: BOOLEAN,
    stripe: SCRIPT_ONLY,
    fetch: SCRIPT_ONLY,
    messages: SCRIPT_ONLY,
  }

  declare endpoint: string
  declare flow: 'auto' | 'modal' | 'redirect'
  declare returnUrl: string | undefined
  declare locale: string | undefined
  declare preload: 'intent' | 'visible' | 'eager' | 'none'
  declare name: string | undefined
  declare required: boolean
  declare disabled: boolean
  declare stripe: StripeSource | undefined
  declare fetch: typeof globalThis.fetch | undefined
  declare messages: Partial<Messages> | undefined

  #internals = this.attachInternals()
  #verification = createVerification(this)
  #language = ENGLISH
  #unsubscribe?: () => void

  constructor() {
    super()
    this.endpoint = DEFAULT_BASE_PATH
    this.flow = 'auto'
    this.preload = 'intent'
    this.required = this.disabled = false
  }

  /** Fetches Stripe's script ahead of any click, once for the page. */
  static preload(): void {
    preloadStripe()
  }

  get state() {
    return this.#verification.getState().state
  }

  get session() {
    return this.#verification.getState().session
  }

  get error() {
    return this.#verification.getState().error
  }

  async start(): Promise<{ outcome: Outcome }> {
    if (!this.isConnected) return { outcome: 'aborted' }
    if (this.#isDisabled()) return { outcome: 'disabled' }
    return this.#verification.start()
  }

  cancel(): Promise<void> {
    return this.#verification.cancel()
  }

  refresh(): Promise<void> {
    return this.#verification.refresh()
  }

  reset(): void {
    this.#verification.reset()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#unsubscribe = this.#verification.subscribe((event) => this.#follow(event))
    if (/eager|visible/.test(this.preload)) this.#verification.preload()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#unsubscribe!()
  }

  formResetCallback(): void {
    this.reset()
  }

  formDisabledCallback(): void {
    this.requestUpdate()
  }

  protected override firstUpdated(): void {
    void this.#speak()
    for (const type of ['pointerenter', 'focusin', 'touchstart'])
      this.addEventListener(
        type,
        () => {
          if (this.preload === 'intent') this.#verification.preload()
        },
        { passive: true },
      )
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('endpoint')) {
      this.reset()
      void this.refresh()
    }
    if (changed.has('locale')) void this.#speak()
    const { state, session } = this
    this.setAttribute('state', state)
    const internals = this.#internals
    internals.states.clear()
    internals.states.add(state)
    internals.setFormValue(session?.id ?? null)
    internals.setValidity(
      { valueMissing: this.required && state !== 'verified' },
      this.#text().start,
      this.renderRoot.querySelector<HTMLElement>('button,[role]')!,
    )
  }

  protected override render() {
    return view(
      this.#verification.getState(),
      this.#text(),
      this.#language,
      this.#isDisabled(),
      () => void this.start(),
    )
  }

  #follow(event?: VerificationEvent): void {
    this.requestUpdate()
    if (event) this.dispatchEvent(event)
  }

  #text(): Messages {
    return { ...this.#language[1], ...this.messages }
  }

  #isDisabled(): boolean {
    return this.disabled || !!this.matches?.(':disabled')
  }

  async #speak(): Promise<void> {
    const wanted = languageOf(this)
    const loaded = /^en/i.test(wanted)
      ? null
      : await import('./languages.js').then((module) => module.loadLanguage(wanted)).catch(() => null)
    if (wanted !== languageOf(this)) return
    this.#language = loaded ?? ENGLISH
    this.requestUpdate()
  }
}
