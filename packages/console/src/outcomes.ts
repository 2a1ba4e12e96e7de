import { html, type TemplateResult } from 'lit'
import { type Icon, icon } from './icons.js'
import type { Outcome } from './outcome.js'
import { hashOf } from './route.js'

const SIGNS: Record<Outcome['state'], Icon> = {
  waiting: 'clock',
  done: 'check',
  kept: 'spinner',
  refused: 'alert',
}
const TONES: Record<Outcome['state'], string> = {
  waiting: 'plain',
  done: 'good',
  kept: 'plain',
  refused: 'warn',
}

/** How far an act has come, in one line, and what became of it session by session. */
export function outcomes(all: readonly Outcome[]): TemplateResult {
  const of = (state: Outcome['state']) => all.filter((each) => each.state === state).length
  const parts = [
    `${of('done')} done`,
    ...(of('waiting') === 0 ? [] : [`${of('waiting')} waiting`]),
    ...(of('kept') === 0 ? [] : [`${of('kept')} kept by the server`]),
    ...(of('refused') === 0 ? [] : [`${of('refused')} not done`]),
  ]
  return html`<progress aria-label="Progress" max=${all.length} value=${of('done') + of('refused')}></progress>
    <p role="status">${parts.join(', ')}</p>
    <ul class="outcomes">
      ${all.map(({ session, state, words }) => {
        const who = session.user ?? session.id
        const id = session.id ?? session.record
        return html`<li data-state=${state}>
          <span class="status ${TONES[state]}">${icon(SIGNS[state])}<a href=${hashOf({ view: 'person', id })}>${who}</a></span>
          <span>${words}</span>
        </li>`
      })}
    </ul>`
}
