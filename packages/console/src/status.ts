import { html, type TemplateResult } from 'lit'
import type { FoundSession } from 'stripe-identity-contract'
import { icon } from './icons.js'
import { ATTENTION_WORDS, STANDINGS, standingOf } from './words.js'

/** A session's state as an icon with text. */
export function status(session: FoundSession): TemplateResult {
  const { words, icon: sign, tone } = STANDINGS[standingOf(session)]
  return html`<span class="status ${tone}">${icon(sign)}${words}</span>`
}

export function attention(session: FoundSession): TemplateResult[] {
  return session.attention.map(
    (reason) => html`<span class="chip warn">${icon('flag')}${ATTENTION_WORDS[reason]}</span>`,
  )
}
