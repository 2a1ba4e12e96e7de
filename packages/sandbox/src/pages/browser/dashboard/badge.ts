import { css, html } from 'lit'
import type { SessionRow } from '../../snapshot.js'

/** A session's status. The word carries the meaning; the colour only helps. */
export function badge(session: SessionRow) {
  const failed = session.status === 'requires_input' && session.last_error !== null
  return html`<span class="badge ${failed ? 'failed' : session.status}">${session.status}</span>
    ${session.redacted ? html`<span class="badge canceled">redacted</span>` : ''}`
}

export const badgeStyles = css`
  .badge {
    display: inline-block;
    padding: 0 8px;
    border: 1px solid currentColor;
    border-radius: 999px;
    font-size: 0.8125rem;
    font-weight: 600;
    line-height: 1.6;
    color: var(--soft);
    white-space: nowrap;
  }
  .badge.verified {
    color: var(--good);
  }
  .badge.failed {
    color: var(--bad);
  }
  .badge.processing {
    color: var(--wait);
  }
  .badge.requires_input {
    color: var(--accent);
  }
`
