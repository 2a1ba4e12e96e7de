import { sql } from 'kysely'
import type { SessionRecord } from '../session.js'
import type { AttentionLimits, SearchFilter, Stage } from './operator-store.js'
import { type SessionRow, toRow } from './schema.js'

/** The stages of a session, numbered from 1 in the column `stage`. */
const STAGES: readonly Stage[] = ['created', 'started', 'submitted', 'verified']

/** Attempts that still count: 0 if the session was passed, was superseded, or was canceled by an operator. */
const ATTEMPTS = sql<number>`case
  when superseded = 1 or coalesce(status, '') not in ('requires_input', 'canceled') then 0
  when status = 'canceled' and coalesce(canceled_by, '') in ('operator', 'dashboard') then 0
  else attempts + attempts_before end`

/**
 * All properties of a session that operators can filter by, in one column: `3|requires_input|document_expired|2|d`.
 * There are few distinct facets, so a search selects the matching facets first and then reads only their sessions.
 */
export const FACET = sql<string>`cast(stage as text) || '|' || coalesce(status, '') || '|' || coalesce(error_code, '') || '|'
  || cast(${ATTEMPTS} as text) || '|'
  || case when taken_back = 1 and coalesce(status, '') <> 'verified' then 't' else '' end
  || case when set_aside = 1 then 'a' else '' end
  || case when doubt is not null then 'd' else '' end
  || case when redaction = 'processing' then 'r' else '' end`

/** Compares a facet with a filter; `perhaps` if the result depends on data outside the facet. */
export function matches(
  facet: string,
  { status, reason, stage, attention }: SearchFilter,
  { maxAttempts }: AttentionLimits,
): 'yes' | 'perhaps' | 'no' {
  const [reached, itsStatus, itsReason, attempts, flags = ''] = facet.split('|')
  if (status !== undefined && itsStatus !== status) return 'no'
  if (reason !== undefined && itsReason !== reason) return 'no'
  if (stage !== undefined && !hasReached(stage, Number(reached), itsStatus)) return 'no'
  if (!attention) return 'yes'
  const areUsedUp = maxAttempts > 0 && Number(attempts) >= maxAttempts
  if (areUsedUp || flags.includes('t')) return 'yes'
  return flags === '' ? 'no' : 'perhaps'
}

/** The stage `verified` requires the current status; the other stages remain reached. */
function hasReached(stage: Stage, reached: number, status: string | undefined): boolean {
  return stage === 'verified' ? status === 'verified' : reached > STAGES.indexOf(stage)
}

/** The stage that a record has reached by its current state. */
export function stageOf({ stripeId, status, attempts, lastError }: SessionRecord): number {
  if (stripeId === null) return 0
  if (status === 'verified') return 4
  if (status === 'processing' || attempts > 0) return 3
  return lastError === null ? 1 : 2
}

/** The changed record's row, which keeps the highest stage and a withdrawn verification. */
export function markedRow(changed: SessionRecord, before: SessionRow) {
  const isTakenBack = before.status === 'verified' && changed.status !== 'verified'
  return {
    ...toRow(changed),
    revision: changed.revision + 1,
    stage: Math.max(before.stage, stageOf(changed)),
    taken_back: isTakenBack ? 1 : before.taken_back,
  }
}
