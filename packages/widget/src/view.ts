import { html, nothing, type TemplateResult } from 'lit'
import type { VerificationState } from './flow.js'
import { type Language, type Messages, textKey } from './messages.js'
import type { Snapshot } from './verification.js'

/** Texts after which nobody gets further by trying again. */
const FINAL = /^(country|under|attempts|user.*|setup)$/

/** In a circle; where there is none, the circle turns. */
const ICONS: Partial<Record<VerificationState, string>> = {
  idle: 'ID',
  verified: '✓',
  requires_input: '!',
  canceled: '–',
  redacted: '–',
  error: '!',
}

/** What to tell a person: which text, whether trying again makes sense, and whether the host's help is called for. */
export function explain({
  state,
  session,
  error,
  reason,
}: Snapshot): [key: keyof Messages, again: boolean, help: boolean, code: string] {
  const code = error?.code ?? reason ?? session?.last_error?.code ?? ''
  const failed = state === 'requires_input'
  const key = state === 'error' ? (textKey(code) ?? 'setup') : (failed && textKey(code)) || state
  const again = session?.attempts_left !== 0 && !FINAL.test(key)
  // Processing and verified begin nothing, so nobody is stuck there.
  const help = !!error || key === 'consent' || !(again || /^[pv]/.test(state))
  return [key, again, help, error || failed ? code : '']
}

/** The whole look of the element: a total function of what the flow shows. */
export function view(
  snapshot: Snapshot,
  text: Messages,
  [language, , direction]: Language,
  disabled: boolean,
  onStart: () => void,
): TemplateResult {
  const { state, session, error } = snapshot
  const [key, again, help, code] = explain(snapshot)
  const failed = state === 'requires_input'
  const retry = failed || error
  const left = failed || (help && !error) ? session?.attempts_left : null
  const [title, advice] = (text[code as keyof Messages] ?? text[key]).split('|')
  // Stripe's own words are English.
  const reason = key === state && failed && language === 'en' && session?.last_error?.reason
  const button = again && !/^[pv]/.test(state)
  const paragraph = (words: unknown, part = 'detail') =>
    words ? html`<p part=${part}>${words}</p>` : nothing
  return html`<div part="base" lang=${language} dir=${direction}>
    <span part="icon" aria-hidden="true">${ICONS[state]}</span>
    <div part="status" role="status" tabindex=${button ? nothing : -1}>
      <slot name=${state}>
        ${paragraph(reason || title, 'message')}
        ${paragraph(left === 0 ? text.attempts.replace('|', '. ') : advice)}
        ${paragraph(again && left && text.left + left)}
      </slot>
    </div>
    ${
      button
        ? html`<button
            part=${retry ? 'button retry' : 'button'}
            ?disabled=${disabled}
            aria-disabled=${/^(starting|open)$/.test(state)}
            @click=${onStart}
          >${retry ? text.retry : html`<slot name="start">${text.start}</slot>`}</button>`
        : nothing
    }
    ${help ? html`<slot name="help"></slot>` : nothing}
  </div>`
}
