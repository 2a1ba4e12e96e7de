import { LitElement, type PropertyDeclarations } from 'lit'
import { internalsOf } from './internals.js'

const BOOLEAN = { type: Boolean, reflect: true }

/**
 * An element that a form knows as one of its controls, with what the HTML Standard asks of one. A subclass says what its
 * value is and why it holds the form back, and calls `syncForm` whenever that changes.
 */
export abstract class FormControl extends LitElement {
  static readonly formAssociated = true
  static override properties: PropertyDeclarations = {
    name: { reflect: true },
    required: BOOLEAN,
    disabled: BOOLEAN,
  }

  /** The name under which a form sends the session's id. */
  declare name: string | undefined
  /** Keeps its form from being sent until verified. */
  declare required: boolean
  /** Nothing can be begun. */
  declare disabled: boolean

  protected readonly internals = internalsOf(this)
  #customError = ''

  constructor() {
    super()
    this.required = false
    this.disabled = false
  }

  /** The value that the form sends; null sends nothing. */
  protected abstract get formValue(): string | null
  /** Whether a required control has what the form needs. */
  protected abstract get isSatisfied(): boolean
  /** A browser says this where the control holds its form back. */
  protected abstract get missingMessage(): string
  /** A browser points at this part of the element. */
  protected abstract get validityAnchor(): HTMLElement | null

  /** Makes value and validity known to the form, at once: handlers that run next may send it. */
  protected syncForm(): void {
    const { formValue } = this
    const valueMissing = !!this.required && !this.isSatisfied
    const customError = this.#customError !== ''
    this.internals.setFormValue(formValue)
    this.internals.setValidity(
      { valueMissing, customError },
      this.#customError || (valueMissing ? this.missingMessage : ''),
      this.validityAnchor ?? undefined,
    )
  }

  /** Lit renders later; a form may be sent before that. */
  override requestUpdate(...change: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(...change)
    if (this.hasUpdated) this.syncForm()
  }

  /** Whether it or a fieldset around it is disabled. */
  protected get isDisabled(): boolean {
    return this.disabled || !!this.matches?.(':disabled')
  }

  /** The form that it stands in. */
  get form(): HTMLFormElement | null {
    return this.internals.form
  }

  /** The labels that name it. */
  get labels(): NodeList {
    return this.internals.labels
  }

  /** The kind of control: the tag's name. */
  get type(): string {
    return this.localName
  }

  /** The session's id, or '' where there is none. Only the server changes it: what is assigned is ignored. */
  get value(): string {
    return this.formValue ?? ''
  }

  set value(_value: string) {}

  /** Whether it takes part in its form's validation; a disabled one does not. */
  get willValidate(): boolean {
    return this.internals.willValidate
  }

  /** Whether it would hold its form back, and why. */
  get validity(): ValidityState {
    return this.internals.validity
  }

  /** What a browser says where it holds the form back. */
  get validationMessage(): string {
    return this.internals.validationMessage
  }

  /** Says whether it would let its form be sent. Fires `invalid` where not. */
  checkValidity(): boolean {
    return this.internals.checkValidity()
  }

  /** As `checkValidity()`, and the browser shows the user what is missing. */
  reportValidity(): boolean {
    return this.internals.reportValidity()
  }

  /** Holds the form back with a message of the host's own, until it is set to ''. */
  setCustomValidity(message: string): void {
    this.#customError = String(message)
    this.syncForm()
  }

  /** @internal */
  formDisabledCallback(): void {
    this.requestUpdate()
  }
}
