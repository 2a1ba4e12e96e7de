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
   * Nothing is known yet: the look takes its place, and shows nothing that might have to be taken back. It can be focused
   * meanwhile, so that a browser can point at it where it holds its form back.
   */
  busy: boolean
  /** The live region does not speak yet. */
  silent: boolean
  onStart: () => void
}

/** States in which a run is under way: the button stays where it is, and keeps the focus. */
const UNDER_WAY: readonly VerificationState[] = ['starting', 'open']

/** The whole look of the element: a total function of what the flow shows. */
export function view({ snapshot, speech, disabled, busy, silent, onStart }: Look): TemplateResult {
  const { state } = snapshot
  const { language, isNative } = speech
  const explanation = speech.explain(snapshot)
  const fails = state === 'requires_input' || state === 'error'
  const label = speech.label(fails ? 'retry' : 'start')
  const privacy = speech.label('privacy')
  // Its name is in the same language as the texts: there is no button before they have come.
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

/** Words that stand in for those of another language say so, since what surrounds them is in that language. */
function words(text: Words, { isNative, language }: Speech) {
  if (isNative || text.isOwn) return text.words
  return html`<span lang=${language!.tag} dir=${language!.direction}>${text.words}</span>`
}
