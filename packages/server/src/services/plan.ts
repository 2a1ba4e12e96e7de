import { isToBeClosed, type SessionRecord } from '../session.js'

/** Without a signed event for this long, and with somebody waiting, Stripe's own list of events is read. */
export const QUIET_MS = 10_000
/** So often it is read in any case: a word of Stripe that was lost is found then at the latest. */
const HOURLY_MS = 3_600_000
/** From so many on, sessions that are due are read by pages of Stripe's list. */
const PAGE_FROM = 3

/** What is known when a round begins. Times in unix milliseconds, by the database's clock. */
export interface RoundFacts {
  /** Somebody waits for an open session. */
  isWatched: boolean
  /** When a signed event last came; 0 before any. */
  lastSignedAt: number
  /** When a listing was last begun; 0 before any of this process. */
  lastListedAt: number
  /** When one was last begun because somebody waited; 0 before any of this process. */
  lastListedForWatchersAt: number
  /** The last listing brought what no webhook had brought. */
  webhooksMissing: boolean
  /** A listing of several pages is not at its end. */
  isListing: boolean
  /** The last round had no call left after its listing: this one begins with what that left. */
  isUrgentFirst: boolean
  /** Records that wait for Stripe on somebody's account. */
  urgent: SessionRecord[]
  /** Open sessions whose turn it is to be looked at. */
  due: SessionRecord[]
}

const PURPOSES = ['settle', 'redact', 'close', 'finish', 'retrieve'] as const

export type Step =
  | { does: 'list' }
  | { does: 'settle' | 'redact' | 'close' | 'finish' | 'retrieve'; record: SessionRecord }
  | { does: 'sweep'; records: SessionRecord[] }

/** What a round does, in this order: news first, then what somebody waits for, then the slow sweep. */
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
