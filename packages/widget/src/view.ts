import { html, nothing, type TemplateResult } from 'lit'
import type { VerificationState } from './flow.js'
import { SPINNER } from './icons.js'
import type { Speech } from './speech.js'
import type { Said, Words } from './words.js'

export interface Look {
  state: VerificationState
  /** Null while texts are loading. */
  said: Said | null
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

/** The view of the element: a total function of the flow's state. */
export function view({ state, said, speech, disabled, busy, silent, onStart }: Look): TemplateResult {
  const { language, isNative } = speech
  const icon = busy || !said ? SPINNER : said.icon
  // The button of an active run stays in place and keeps the focus.
  const isRunning = state === 'starting' || state === 'open'

  /** Marks texts that replace those of another language with their own `lang`. */
  function words(text: Words) {
    if (typeof text !== 'string') return text.own
    return isNative ? text : html`<span lang=${language!.tag} dir=${language!.direction}>${text}</span>`
  }

  return html`<div
    part="base"
    lang=${(isNative && language?.tag) || nothing}
    dir=${(isNative && language?.direction) || nothing}
    aria-busy=${busy}
    tabindex=${busy ? -1 : nothing}
  >
    <div class="said">
      <span part="icon" aria-hidden="true">
        <svg class=${icon === SPINNER ? 'turn' : nothing} viewBox="0 0 24 24" fill="none" stroke="currentColor"><path d=${icon}></path></svg>
      </span>
      <div part="status" role="status" aria-live=${silent ? 'off' : nothing} tabindex=${said?.button ? nothing : -1}>
        <slot name=${state}>${
          said &&
          html`<p part="message">${words(said.title)}</p>
        ${[said.detail, said.note].map((text) => text && html`<p part="detail">${words(text)}</p>`)}`
        }</slot>
      </div>
    </div>
    ${
      said?.button &&
      html`<button
        part=${said.isRetry ? 'button retry' : 'button'}
        ?disabled=${disabled}
        aria-disabled=${isRunning}
        @click=${onStart}
      ><span part="label">${said.isRetry ? words(said.button) : html`<slot name="start">${words(said.button)}</slot>`}</span></button>`
    }
    ${said?.privacy && html`<p part="privacy">${words(said.privacy)} <slot name="privacy"></slot></p>`}
    ${said?.help ? html`<slot name="help"></slot>` : nothing}
  </div>`
}
