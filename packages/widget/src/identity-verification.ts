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
 * Stripe Identity as one element: loads the user's session from the host's server, opens Stripe's modal, and shows
 * the result. Only the server can report "verified". Importing this class registers nothing;
 * `stripe-identity-widget/define` does.
 *
 * @tagname identity-verification
 *
 * @attr {string} [return-url] - The page to which Stripe's hosted page redirects. The server's allow-list decides.
 * @attr {'idle'|'starting'|'open'|'processing'|'verified'|'requires_input'|'canceled'|'redacted'|'error'} state -
 *   The state shown. Writing it has no effect. The same names are custom states: `:state(verified)`.
 *
 * @fires {CustomEvent<{ session: SessionView | null }>} identity-start - A run is about to begin. Cancelable.
 * @fires {CustomEvent<StatusDetail>} identity-status - Another state, or the first answer (`detail.initial`).
 * @fires {CustomEvent<StatusDetail>} identity-verified - The server has reported that the user is verified.
 * @fires {CustomEvent<{ session: SessionView | null }>} identity-dismiss -
 *   The modal was closed before a submission. The session can be resumed.
 * @fires {CustomEvent<{ code: ErrorCode, cause: unknown }>} identity-error -
 *   A request, Stripe's script or its modal failed. `code` is one of ours.
 *
 * @slot start - The label of the start button.
 * @slot idle - Replaces the texts before the start.
 * @slot starting - Replaces the texts while Stripe's modal is being prepared.
 * @slot open - Replaces the texts while Stripe's modal or its hosted page is open.
 * @slot processing - Replaces the texts while Stripe checks the submission.
 * @slot verified - Replaces the texts once the user is verified.
 * @slot requires_input - Replaces the texts after a failed check.
 * @slot canceled - Replaces the texts of a canceled session.
 * @slot redacted - Replaces the texts of a session whose data was deleted.
 * @slot error - Replaces the texts of an error.
 * @slot privacy - A link to the host's privacy policy, after the line about the use of personal data.
 * @slot help - Another way to verify. Shown after declined consent and errors, and when another attempt is impossible.
 *
 * @csspart base - The box around all parts.
 * @csspart icon - The circle with the icon of the state.
 * @csspart status - The live region with the texts.
 * @csspart message - The first line of the texts: what happened.
 * @csspart detail - Each further line: what to do, and the attempts left.
 * @csspart privacy - The line about the use of personal data.
 * @csspart button - The button, with either label.
 * @csspart label - The label of the button.
 * @csspart retry - The button while its label is "Try again".
 *
 * @cssprop [--identity-accent=#4f46e5] - Colour of the button and the icon; the button's label turns black or white.
 * @cssprop [--identity-background=Canvas] - Colour of the background; the text turns black or white.
 * @cssprop [--identity-color] - Colour of the text. Default: black or white, in contrast to the background.
 * @cssprop [--identity-secondary] - Colour of details and the privacy line. Default: the text's, paler.
 * @cssprop [--identity-border] - Colour of the frame. Default: the text's, very pale.
 * @cssprop [--identity-success=#16a34a] - Colour of the icon once verified.
 * @cssprop [--identity-danger=#dc2626] - Colour of the icon after a failure.
 * @cssprop [--identity-radius=12px] - Corner radius of the frame.
 * @cssprop [--identity-button-radius] - Corner radius of the button. Default: 0.7 of the frame's.
 * @cssprop [--identity-gap=1rem] - Space between the parts.
 * @cssprop [--identity-font=1rem/1.5 system-ui, sans-serif] - A `font` shorthand for every text; sizes follow its size.
 *
 * @cssstate idle - Nothing has started, or the modal was closed before a submission.
 * @cssstate starting - The session and Stripe.js are loading.
 * @cssstate open - Stripe's modal or its hosted page is open.
 * @cssstate processing - Stripe checks the submission.
 * @cssstate verified - The user is verified.
 * @cssstate requires_input - The check failed. The user can try again while attempts are left.
 * @cssstate canceled - The session was canceled.
 * @cssstate redacted - The session's data was deleted.
 * @cssstate error - A request, Stripe's script or its modal failed.
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
  /** `auto` opens Stripe's modal, or its hosted page if the modal cannot open. */
  declare flow: 'auto' | 'modal' | 'redirect'
  /** The page to which Stripe's hosted page redirects the user. The server's allow-list decides. */
  declare returnUrl: string | undefined
  /** The language, as a BCP 47 tag. Default: the nearest `lang` around the element, then the browser's. */
  declare locale: string | undefined
  /** Loads Stripe's script on pointer, focus or touch (`intent`), when visible, at once (`eager`), or on click. */
  declare preload: 'intent' | 'visible' | 'eager' | 'none'
  /** A Stripe.js instance, a promise of it, or a function that makes one. Default: loaded from Stripe on intent. */
  declare stripe: StripeSource | undefined
  /** Called in place of the global `fetch`, to add credentials or headers. */
  declare fetch: typeof globalThis.fetch | undefined
  /** The host's texts by state, Stripe's code or ours: `{ title, detail }`, or a function of the session. */
  declare messages: Messages | undefined
  /** A card, a card without its box (`plain`), or a button with its status beside it. */
  declare appearance: 'card' | 'plain' | 'button'

  readonly #verification = createFirstVerification(this)
  #speech: Speech = new FirstSpeech(this, (speech) => {
    this.#speech = speech
  })
  #leave?: () => void
  /** True if the focus was inside before the current update. */
  #hadFocus = false
  /** True once the first content has been rendered, after which the live region announces changes. */
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

  /** Loads Stripe's script before any click, once per page. */
  static preload(): void {
    preloadStripe()
  }

  /** The state shown. */
  get state(): VerificationState {
    return this.#verification.getState().state
  }

  /** The user's session as last reported by the server; null if none is known. */
  get session(): SessionView | null {
    return this.#verification.getState().session
  }

  /** Set only in the state `error`. */
  get error(): VerificationError | null {
    return this.#verification.getState().error
  }

  /**
   * Creates or resumes the user's session and opens Stripe's modal, as the button does. Never rejects. A second call
   * during a run joins it. `submitted` does not mean "verified", which the server reports later.
   */
  async start(): Promise<{ outcome: Outcome }> {
    if (!this.isConnected) return { outcome: 'aborted' }
    if (this.isDisabled) return { outcome: 'disabled' }
    return this.#verification.start()
  }

  /** Cancels the session at Stripe. A refusal fires `identity-error`. */
  cancel(): Promise<void> {
    return this.#verification.cancel()
  }

  /** Loads the session again. */
  refresh(): Promise<void> {
    return this.#verification.refresh()
  }

  /** Returns to `idle` and ends a run. The server is not informed. */
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
      // Without it the element works, but is unstyled.
      () => {},
    )
  }

  /** @internal The initial value is the server's state, so there is nothing to reset. */
  formResetCallback(): void {
    this.#verification.stop()
    if (this.isConnected) void this.#verification.refresh()
  }

  /** @internal A form state restored by the browser is older than the server's state. */
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
    // Browsers reject an empty message, and the text may not be loaded yet.
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
      // A server-rendered page already shows the idle view, which stays until there is an answer.
      busy: !!snapshot.pending && !this.#isPrerendered,
      silent: !this.#speaks,
      onStart: () => void this.start(),
    })
  }

  /** Renders a change everywhere that a script can read it, then fires its events. */
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

  /** Keeps the live region silent until the first content has been rendered. */
  #beginToSpeak(): void {
    setTimeout(() => {
      this.#speaks = true
      this.requestUpdate()
    })
  }

  /** Keeps the focus inside if the focused part was removed. */
  #keepFocus(): void {
    const root = this.renderRoot as ShadowRoot
    const focused = root.activeElement ?? this.ownerDocument.activeElement
    const isInside =
      focused !== null && focused !== this && (root.contains(focused) || this.contains(focused))
    const canHoldFocus = isInside && focused.checkVisibility?.() !== false && !isPlain(focused)
    // Focusing the element itself would leave the focus on the part that has it.
    if (!canHoldFocus) this.validityAnchor?.focus()
  }
}

/** True if an element can no longer hold the focus, such as text that has lost its tabindex. */
function isPlain(element: Element): boolean {
  return (element as HTMLElement).tabIndex < 0 && !element.hasAttribute('tabindex')
}
