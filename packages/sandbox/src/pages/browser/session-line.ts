import { html } from 'lit'
import type { SessionSummary } from './client-api.js'

/** Says which session a page is about and what it asks for. */
export function sessionLine(session: SessionSummary) {
  return html`<p class="small soft">
    <span class="mono">${session.id}</span><br />${session.checks.join(', ')}
  </p>`
}
