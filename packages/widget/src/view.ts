import { html, nothing, svg, type TemplateResult } from 'lit'
import type { VerificationState } from './flow.js'
import { ICONS } from './icons.js'
import type { Explanation } from './simple.js'
import type { Speech } from './speech.js'
import type { Snapshot } from './verification.js'
import type { Words } from './words.js'

export interface Look {
  snapshot: Snapshot
  speech: Speech
  disabled: boolean
  /**
   * Nothing is known yet. The view reserves its space, and shows nothing that might have to be taken back. It can be
   * focused, so that a browser can point at it if it makes a form invalid.
   */
  busy: boolean
  /** The live region announces nothing yet. */
  silent: boolean
  onStart: () => void
}

/** The states of an active run. The button stays in place and keeps the focus. */
const UNDER_WAY: readonly VerificationState[] = ['starting', 'open']

/** The view of the element: a total function of the flow's state. */
export function view({ snapshot, speech, disabled, busy, silent, onStart }: Look): TemplateResult {
  const { state } = snapshot
  const { language, isNative } = speech
  const explanation = speech.explain(snapshot)
  const fails = state === 'requires_input' || state === 'error'
  const label = speech.label(fails ? 'retry' : 'start')
  const privacy = speech.label('privacy')
  // The label is in the language of the texts, so the button appears together with them.
  const button = explanation.again && label
  return html`<div
    part="base"
    lang=${(isNative && language?.tag) || nothing}
    dir=${(isNative && language?.direction) || nothing}
    aria-busy=${busy ? 'true' : nothing}
    tabindex=${busy ? -1 : nothing}
  >
    <span part="icon" aria-hidden="true">
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor">${icon(busy ? 'starting' : state, speech)}</svg>
    </span>
    <div part="status" role="status" aria-live=${silent ? 'off' : nothing} tabindex=${button ? nothing : -1}>
      <slot name=${state}>${texts(snapshot, speech, explanation)}</slot>
    </div>
    ${
      button
        ? html`<button
            part=${fails ? 'button retry' : 'button'}
            ?disabled=${disabled}
            aria-disabled=${UNDER_WAY.includes(state)}
            @click=${onStart}
          ><span part="label">${fails ? words(label, speech) : html`<slot name="start">${words(label, speech)}</slot>`}</span></button>`
        : nothing
    }
    ${state === 'idle' && privacy ? html`<p part="privacy">${words(privacy, speech)} <slot name="privacy"></slot></p>` : nothing}
    ${explanation.help ? html`<slot name="help"></slot>` : nothing}
  </div>`
}

function icon(state: VerificationState, speech: Speech) {
  const path = speech.icon(state)
  return path ? svg`<path d=${path}></path>` : (ICONS[state] ?? nothing)
}

function texts(snapshot: Snapshot, speech: Speech, explanation: Explanation) {
  const said = speech.tell(snapshot, explanation)
  if (!said) return nothing
  return html`<p part="message">${words(said.title, speech)}</p>
    ${said.details.map((text) => html`<p part="detail">${words(text, speech)}</p>`)}`
}

/** Marks texts that replace those of another language with their own `lang`. */
function words(text: Words, { isNative, language }: Speech) {
  if (isNative || text.isOwn) return text.words
  return html`<span lang=${language!.tag} dir=${language!.direction}>${text.words}</span>`
}
