import { isToBeClosed, type SessionRecord } from '../session.js'

/** If a session is watched and no signed event arrived for this long, Stripe's list of events is read. */
export const QUIET_MS = 10_000
/** The list is read at least this often, which finds lost events. */
const HOURLY_MS = 3_600_000
/** From this number on, due sessions are read in pages of Stripe's list. */
const PAGE_FROM = 3

/** The facts at the beginning of a round. Times are unix milliseconds by the database's clock. */
export interface RoundFacts {
  /** A client waits for an open session. */
  isWatched: boolean
  /** The arrival of the last signed event; 0 before the first. */
  lastSignedAt: number
  /** The start of the last listing; 0 before the first of this process. */
  lastListedAt: number
  /** The start of the last listing for a waiting client; 0 before the first of this process. */
  lastListedForWatchersAt: number
  /** The last listing contained events that no webhook had delivered. */
  webhooksMissing: boolean
  /** A listing of several pages is not finished. */
  isListing: boolean
  /** The last round ran out of calls after its listing, so this one starts with the urgent records. */
  isUrgentFirst: boolean
  /** Records that need a call to Stripe because of a request or an open task. */
  urgent: SessionRecord[]
  /** Open sessions whose scheduled check is due. */
  due: SessionRecord[]
}

const PURPOSES = ['settle', 'redact', 'close', 'finish', 'retrieve'] as const

export type Step =
  | { does: 'list' }
  | { does: 'settle' | 'redact' | 'close' | 'finish' | 'retrieve'; record: SessionRecord }
  | { does: 'sweep'; records: SessionRecord[] }

/** The steps of a round, in this order: new events, then urgent records, then the slow sweep. */
export function plan(now: number, facts: RoundFacts): Step[] {
  const listing: Step[] = isListingDue(now, facts) ? [{ does: 'list' }] : []
  const waiting = facts.urgent.map((record): Step => ({ does: purposeOf(record), record }))
  const urgent = PURPOSES.flatMap((purpose) => waiting.filter((step) => step.does === purpose))
  const steps = facts.isUrgentFirst ? [...urgent, ...listing] : [...listing, ...urgent]
  if (facts.due.length >= PAGE_FROM) steps.push({ does: 'sweep', records: facts.due })
  else steps.push(...facts.due.map((record): Step => ({ does: 'retrieve', record })))
  return steps
}

export function isListingDue(
  now: number,
  facts: Omit<RoundFacts, 'urgent' | 'due' | 'isUrgentFirst'>,
): boolean {
  if (facts.isListing || facts.lastListedAt === 0 || now - facts.lastListedAt >= HOURLY_MS) return true
  if (!facts.isWatched) return false
  return (
    facts.webhooksMissing || now - Math.max(facts.lastSignedAt, facts.lastListedForWatchersAt) >= QUIET_MS
  )
}

function purposeOf(record: SessionRecord): (typeof PURPOSES)[number] {
  if (record.redactRequestedBy !== null) return 'redact'
  if (record.stripeId === null) return 'finish'
  if (record.doubt !== null) return 'settle'
  return isToBeClosed(record) ? 'close' : 'retrieve'
}
