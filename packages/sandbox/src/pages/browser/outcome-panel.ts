import { css, html, LitElement } from 'lit'
import type { Choice } from '../../calls.js'
import { PRESETS, type Preset } from '../../choices.js'
import { ERROR_CODES, type ErrorCode, USUAL_CODE } from '../../objects/session/last-error.js'
import { icon } from './icons.js'
import { theme } from './styles.js'

const PRESET_NAMES: Record<Preset, string> = {
  adult: 'an adult',
  minor: '17 years old',
  passport_without_dob: 'a passport without a birth date',
  other_country: 'from another country',
  other_script: 'in another script',
  other_name: 'whose name differs',
}

/** The options of a choice of error code. */
export function errorCodes() {
  return ERROR_CODES.map((code) => html`<option ?selected=${code === USUAL_CODE}>${code}</option>`)
}

const SIGNS = { good: 'check', bad: 'alert', soft: 'refuse' } as const

export class ChooseEvent extends Event {
  readonly choice: Choice
  constructor(choice: Choice) {
    super('choose', { bubbles: true, composed: true })
    this.choice = choice
  }
}

/** A button for each possible end of a verification. Fires `choose`, and does nothing else. */
export class OutcomePanel extends LitElement {
  static override properties = { busy: { type: Boolean } }
  declare busy: boolean

  constructor() {
    super()
    this.busy = false
  }

  static override styles = [
    theme,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 170px), 1fr));
        gap: 8px;
      }
      legend {
        padding: 0;
        margin-bottom: 4px;
        font-size: var(--small);
        color: var(--soft);
      }
      button {
        display: flex;
        gap: 8px;
        align-items: center;
        padding-inline: 12px;
        font-weight: 600;
        line-height: 1.3;
        text-align: start;
      }
      svg {
        display: block;
        width: 20px;
      }
      select {
        width: 100%;
        font-size: var(--body);
      }
      select.mono {
        font-size: 0.875rem;
      }
    `,
  ]

  override render() {
    return html`
      <fieldset>
        <legend>Result after half a second</legend>
        ${this.#button('Verification success', 'good', () => this.#submit('verified', false))}
        ${this.#button('Verification failure', 'bad', () => this.#submit('unverified', false))}
      </fieldset>
      <fieldset>
        <legend>Result after five seconds</legend>
        ${this.#button('Verification success async', 'good', () => this.#submit('verified', true))}
        ${this.#button('Verification failure async', 'bad', () => this.#submit('unverified', true))}
      </fieldset>
      <label>
        Error code of a failure
        <select name="code" class="mono" ?disabled=${this.busy}>
          ${errorCodes()}
        </select>
      </label>
      <label>
        Person that is found
        <select name="person" ?disabled=${this.busy}>
          <option value="">as the sandbox is set</option>
          ${PRESETS.map((preset) => html`<option value=${preset}>${PRESET_NAMES[preset]}</option>`)}
        </select>
      </label>
      <fieldset>
        <legend>Without a submission</legend>
        ${this.#button('Decline consent', 'soft', () => this.#choose({ action: 'decline' }))}
      </fieldset>
    `
  }

  #button(label: string, kind: keyof typeof SIGNS, act: () => void) {
    return html`<button type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${act}>
      <span class=${kind}>${icon(SIGNS[kind])}</span> <span>${label}</span>
    </button>`
  }

  #submit(outcome: 'verified' | 'unverified', async: boolean) {
    const code = (this.#selected('code') || USUAL_CODE) as ErrorCode
    const person = this.#selected('person')
    this.#choose({
      action: 'submit',
      outcome,
      async,
      ...(outcome === 'unverified' && { error_code: code }),
      ...(person && { person: person as Preset }),
    })
  }

  #selected(name: string) {
    return this.renderRoot.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? ''
  }

  #choose(choice: Choice) {
    if (!this.busy) this.dispatchEvent(new ChooseEvent(choice))
  }

  /** Focuses the last control, for a focus trap that is entered backwards. */
  focusLast() {
    const buttons = this.renderRoot.querySelectorAll('button')
    buttons[buttons.length - 1]?.focus()
  }
}
