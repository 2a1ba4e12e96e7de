import { LitElement, type PropertyDeclarations } from 'lit'
import { internalsOf } from './internals.js'

const BOOLEAN = { type: Boolean, reflect: true }

/**
 * A form-associated element with the members that the HTML Standard requires. A subclass defines its value and the
 * reason why it is invalid, and calls `syncForm` after each change.
 */
export abstract class FormControl extends LitElement {
  static readonly formAssociated = true
  static override properties: PropertyDeclarations = {
    name: { reflect: true },
    required: BOOLEAN,
    disabled: BOOLEAN,
  }

  /** The name of the session's id in the form data. */
  declare name: string | undefined
  /** Makes the form invalid until the user is verified. */
  declare required: boolean
  /** Disables the start. */
  declare disabled: boolean

  protected readonly internals = internalsOf(this)
  #customError = ''

  constructor() {
    super()
    this.required = false
    this.disabled = false
  }

  /** The submitted value; null submits nothing. */
  protected abstract get formValue(): string | null
  /** The browser's message if a required control is invalid; '' if it is valid. */
  protected abstract get missingMessage(): string

  /** Updates the form's value and validity at once, because the next handler may submit the form. */
  protected syncForm(): void {
    const custom = this.#customError
    const missing = this.required ? this.missingMessage : ''
    this.internals.setFormValue(this.formValue)
    this.internals.setValidity(
      { valueMissing: !!missing, customError: !!custom },
      custom || missing,
      // The browser shows the message at the first part that can have the focus.
      this.renderRoot?.querySelector<HTMLElement>('button, [tabindex]') ?? undefined,
    )
  }

  /** Syncs the form before Lit renders, because it may be submitted before that. */
  override requestUpdate(...change: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(...change)
    if (this.hasUpdated) this.syncForm()
  }

  /** True if the element or a fieldset around it is disabled. */
  protected get isDisabled(): boolean {
    return this.disabled || !!this.matches?.(':disabled')
  }

  /** The form that owns the element. */
  get form(): HTMLFormElement | null {
    return this.internals.form
  }

  /** The labels of the element. */
  get labels(): NodeList {
    return this.internals.labels
  }

  /** The type of the control: its tag name. */
  get type(): string {
    return this.localName
  }

  /** The session's id; '' if there is none. Only the server changes it, so assignments are ignored. */
  get value(): string {
    return this.formValue ?? ''
  }

  set value(_value: string) {}

  /** True if the control takes part in the form's validation. Disabled controls do not. */
  get willValidate(): boolean {
    return this.internals.willValidate
  }

  /** The reasons why the control is invalid. */
  get validity(): ValidityState {
    return this.internals.validity
  }

  /** The browser's message for an invalid control. */
  get validationMessage(): string {
    return this.internals.validationMessage
  }

  /** Returns false and fires `invalid` if the control is invalid. */
  checkValidity(): boolean {
    return this.internals.checkValidity()
  }

  /** Like `checkValidity()`, and the browser shows the message to the user. */
  reportValidity(): boolean {
    return this.internals.reportValidity()
  }

  /** Makes the control invalid with the host's own message until it is set to ''. */
  setCustomValidity(message: string): void {
    this.#customError = String(message)
    this.syncForm()
  }

  /** @internal */
  formDisabledCallback(): void {
    this.requestUpdate()
  }
}
