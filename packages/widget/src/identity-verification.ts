import { type CSSResultOrNative, isServer, type PropertyDeclarations, type PropertyValues } from 'lit'
import { DEFAULT_BASE_PATH, type SessionView } from 'stripe-identity-contract'
import type { VerificationError } from './errors.js'
import { FirstSpeech } from './first-speech.js'
import { createFirstVerification } from './first-verification.js'
import type { VerificationState } from './flow.js'
import { FormControl } from './form-control.js'
import { preloadStripe } from './import-run.js'
import { watchLanguage } from './language-watch.js'
import type { Messages } from './messages.js'
import { preloadFor } from './preload.js'
import type { Speech } from './speech.js'
import { startButtonsFor } from './start-buttons.js'
import { styles } from './styles.js'
import type { Outcome, StripeSource, VerificationEvent, VerificationOptions } from './verification.js'
import { view } from './view.js'

const SCRIPT_ONLY = { attribute: false }

/**
 * Stripe Identity as one element: asks the host's server what it knows of the user, opens Stripe's modal, and shows
 * what comes of it. Only the server ever says "verified". Importing this class registers nothing;
 * `stripe-identity-widget/define` does.
 *
 * @tagname identity-verification
 *
 * @attr {string} [return-url] - Where Stripe's hosted page sends the user afterwards; the server's allow-list decides.
 * @attr {'idle'|'starting'|'open'|'processing'|'verified'|'requires_input'|'canceled'|'redacted'|'error'} state -
 *   Reflects what is shown; writing it changes nothing. The same names are custom states: `:state(verified)`.
 *
 * @fires {CustomEvent<{ session: SessionView | null }>} identity-start - A run is about to begin. Cancelable.
 * @fires {CustomEvent<StatusDetail>} identity-status - Another state, or the first answer (`detail.initial`).
 * @fires {CustomEvent<StatusDetail>} identity-verified - The server says that the user is verified.
 * @fires {CustomEvent<{ session: SessionView | null }>} identity-dismiss - The modal was closed; it may be resumed.
 * @fires {CustomEvent<{ code: ErrorCode, cause: unknown }>} identity-error - Something went wrong.
 *
 * @slot start - The label of the button that begins.
 * @slot idle - In place of the texts before anything has begun.
 * @slot starting - In place of the texts while Stripe's modal is being prepared.
 * @slot open - In place of the texts while Stripe's modal, or its hosted page, is open.
 * @slot processing - In place of the texts while Stripe checks.
 * @slot verified - In place of the texts once verified.
 * @slot requires_input - In place of the texts where the check was not passed.
 * @slot canceled - In place of the texts of a canceled session.
 * @slot redacted - In place of the texts of an erased session.
 * @slot error - In place of the texts of an error.
 * @slot privacy - A link to the host's privacy policy, behind the line that says what happens with the data.
 * @slot help - Another way to be verified; shown with declined consent, exhausted attempts and errors.
 *
 * @csspart base - The box around everything.
 * @csspart icon - The circle with the sign of the state.
 * @csspart status - The live region that holds the texts.
 * @csspart message - What happened.
 * @csspart detail - What to do about it.
 * @csspart privacy - The line that says what happens with the data.
 * @csspart button - The button, whatever its label.
 * @csspart label - The words on the button.
 * @csspart retry - The button where it says "Try again".
 *
 * @cssprop [--identity-accent=#4f46e5] - Colour of the button and the icon; the button's label turns black or white.
 * @cssprop [--identity-background=Canvas] - Behind everything; the text turns black or white.
 * @cssprop [--identity-color] - Colour of the text, where black or white is not what you want.
 * @cssprop [--identity-secondary] - Colour of details and the privacy line. Default: the text's, paler.
 * @cssprop [--identity-border] - Colour of the frame. Default: the text's, very pale.
 * @cssprop [--identity-success=#16a34a] - Colour of the icon once verified.
 * @cssprop [--identity-danger=#dc2626] - Colour of the icon after a failure.
 * @cssprop [--identity-radius=12px] - Roundness of the frame.
 * @cssprop [--identity-button-radius] - Roundness of the button. Default: 0.7 of the frame's.
 * @cssprop [--identity-gap=1rem] - Space between the parts.
 * @cssprop [--identity-font=1rem/1.5 system-ui, sans-serif] - A `font` shorthand for every text; sizes follow its size.
 *
 * @cssstate idle - Nothing has begun, or the modal was closed.
 * @cssstate starting - The session and Stripe.js are on their way.
 * @cssstate open - Stripe's modal is open.
 * @cssstate processing - Stripe checks.
 * @cssstate verified - Passed.
 * @cssstate requires_input - Not passed; may be tried again.
 * @cssstate canceled - The session was canceled.
 * @cssstate redacted - The session's data was erased.
 * @cssstate error - Something went wrong.
 */
export class IdentityVerification extends FormControl implements VerificationOptions {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true }
  static override styles = styles
  static override properties: PropertyDeclarations = {
    endpoint: {},
    flow: {},
    returnUrl: { attribute: 'return-url' },
    locale: {},
    preload: {},
    stripe: SCRIPT_ONLY,
    fetch: SCRIPT_ONLY,
    messages: SCRIPT_ONLY,
    appearance: { reflect: true, useDefault: true },
  }

  /** Base path or URL of the server's routes. Changing it mid-flow aborts to `idle`. */
  declare endpoint: string
  /** `auto` opens Stripe's modal, and its hosted page where the modal cannot open. */
  declare flow: 'auto' | 'modal' | 'redirect'
  /** Where Stripe's hosted page sends the user afterwards; the server's allow-list decides. */
  declare returnUrl: string | undefined
  /** The language, as a BCP 47 tag. Default: the nearest `lang` around the element, then the browser's. */
  declare locale: string | undefined
  /** When Stripe's script is fetched: at pointer, focus or touch (`intent`), on screen, at once, or on click. */
  declare preload: 'intent' | 'visible' | 'eager' | 'none'
  /** A Stripe.js instance, a promise of it, or a function that makes one. Default: loaded from Stripe on intent. */
  declare stripe: StripeSource | undefined
  /** Called in place of the global `fetch`, to add credentials or headers. */
  declare fetch: typeof globalThis.fetch | undefined
  /** Own texts, `{ title, detail }` or a function of the session, by state, by Stripe's code or by ours. */
  declare messages: Messages | undefined
  /** A card, the same without a box, or a button with its status beside it. */
  declare appearance: 'card' | 'plain' | 'button'

  readonly #verification = createFirstVerification(this)
  #speech: Speech = new FirstSpeech(this, (speech) => {
    this.#speech = speech
  })
  #leave?: () => void
  /** Whether the focus was inside before the present update. */
  #hadFocus = false
  /** Whether the first thing that was shown has been seen, so that the live region speaks. */
  #speaks = false
  readonly #isPrerendered = isServer || this.shadowRoot !== null

  constructor() {
    super()
    this.endpoint = DEFAULT_BASE_PATH
    this.flow = 'auto'
    this.preload = 'intent'
    this.appearance = 'card'
    watchLanguage(this, () => this.#speech.follow())
    startButtonsFor(this, () => void this.start())
    preloadFor(this, {
      canBegin: () => {
        const snapshot = this.#verification.getState()
        const { again, keys } = this.#speech.explain(snapshot)
        return snapshot.pending || !keys.length ? null : again && !this.isDisabled
      },
      load: () => {
        this.#speech.prepare()
        this.#verification.preload()
      },
    })
  }

  /** Fetches Stripe's script ahead of any click, once for the page. */
  static preload(): void {
    preloadStripe()
  }

  /** What is shown. */
  get state(): VerificationState {
    return this.#verification.getState().state
  }

  /** What the server last said of the user's session; null where nothing is known. */
  get session(): SessionView | null {
    return this.#verification.getState().session
  }

  /** Set in the state `error` only. */
  get error(): VerificationError | null {
    return this.#verification.getState().error
  }

  /**
   * Creates or resumes the user's session and opens Stripe's modal, as the button does. Never rejects; while it runs, a
   * second call joins it. `submitted` is not "verified": that comes later, from the server.
   */
  async start(): Promise<{ outcome: Outcome }> {
    if (!this.isConnected) return { outcome: 'aborted' }
    if (this.isDisabled) return { outcome: 'disabled' }
    return this.#verification.start()
  }

  /** Cancels the session at Stripe. A refusal is told by `identity-error`. */
  cancel(): Promise<void> {
    return this.#verification.cancel()
  }

  /** Asks the server again. */
  refresh(): Promise<void> {
    return this.#verification.refresh()
  }

  /** Back to `idle`, whatever runs. The server is not told. */
  reset(): void {
    this.#verification.reset()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#leave = this.#verification.subscribe((event) => this.#follow(event))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
  }

  /** @internal */
  adoptedCallback(): void {
    const { elementStyles } = this.constructor as typeof IdentityVerification
    const root = this.shadowRoot
    if (!root) return
    import('./adopted-styles.js').then(
      (module) => module.adoptStyles(root, elementStyles as CSSResultOrNative[]),
      // Without it the element works as before, and looks plain.
      () => {},
    )
  }

  /** @internal The initial value of this control is what the server says, so there is nothing to go back to. */
  formResetCallback(): void {
    this.#verification.stop()
    if (this.isConnected) void this.#verification.refresh()
  }

  /** @internal What a browser remembers of a form is older than what the server says. */
  formStateRestoreCallback(): void {
    if (this.isConnected) void this.#verification.refresh()
  }

  protected override get formValue(): string | null {
    return this.session?.id ?? null
  }

  protected override get isSatisfied(): boolean {
    return this.state === 'verified'
  }

  protected override get missingMessage(): string {
    // A browser takes no empty message; the text may be on its way.
    return this.#speech.missing(this.#verification.getState())?.words ?? ' '
  }

  protected override get validityAnchor(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('button, [tabindex]') ?? null
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('endpoint') || changed.has('fetch')) this.#verification.update()
    if (changed.has('locale')) this.#speech.follow()
    this.#hadFocus = !!this.matches?.(':focus-within')
  }

  protected override updated(): void {
    this.#reflect()
    if (this.#hadFocus) this.#keepFocus()
    if (!this.#speaks && !this.#verification.getState().pending && this.#speech.language) this.#beginToSpeak()
  }

  protected override render() {
    const snapshot = this.#verification.getState()
    return view({
      snapshot,
      speech: this.#speech,
      disabled: this.isDisabled,
      // A page that was rendered on a server shows the idle look already, which then stays until there is an answer.
      busy: !!snapshot.pending && !this.#isPrerendered,
      silent: !this.#speaks,
      onStart: () => void this.start(),
    })
  }

  /** A change first shows, everywhere that a script may look; then its events fire. */
  #follow(event?: VerificationEvent): void {
    if (event) {
      this.dispatchEvent(event)
      return
    }
    this.#reflect()
    this.requestUpdate()
  }

  #reflect(): void {
    const { state } = this
    if (this.getAttribute('state') !== state) this.setAttribute('state', state)
    this.internals.states.clear()
    this.internals.states.add(state)
    this.syncForm()
  }

  /** The first thing shown is no news: the live region is silent until it stands there. */
  #beginToSpeak(): void {
    setTimeout(() => {
      this.#speaks = true
      this.requestUpdate()
    })
  }

  /** The focus stays inside when the part that had it is gone. */
  #keepFocus(): void {
    const root = this.renderRoot as ShadowRoot
    const focused = root.activeElement ?? this.ownerDocument.activeElement
    const isInside =
      focused !== null && focused !== this && (root.contains(focused) || this.contains(focused))
    const canHoldFocus = isInside && focused.checkVisibility?.() !== false && !isPlain(focused)
    // Asked by itself, the element would leave the focus where it is: inside.
    if (!canHoldFocus) this.validityAnchor?.focus()
  }
}

/** Whether an element can hold the focus no longer, such as text that has lost its tabindex. */
function isPlain(element: Element): boolean {
  return (element as HTMLElement).tabIndex < 0 && !element.hasAttribute('tabindex')
}
