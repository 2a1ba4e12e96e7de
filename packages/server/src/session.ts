import type { SessionStatus, SessionView } from 'stripe-identity-contract'

/** What Stripe says of a session at one moment, with only the fields this package keeps or acts on. */
export interface Snapshot {
  stripeId: string
  /** `metadata.identity_session`: the id of the record it was made for, or null where we did not make it. */
  mark: string | null
  status: string
  lastError: { code: string; reason: string | null } | null
  redaction: string | null
  type: string
  livemode: boolean
  /** Unix seconds. */
  created: number
  /** The id of the last verification report, also of a failed one. */
  report: string | null
}

/**
 * Who ended a session, noted before Stripe is called. `limit` is our own cancel after the last attempt, `dashboard` a
 * cancel that was not noted here, `redaction` the cancel that comes with a redaction of ours, `missing` Stripe's 404.
 */
export type CanceledBy = 'user' | 'operator' | 'limit' | 'dashboard' | 'redaction' | 'missing'

/** What a record's status rests on: only its birth is known, Stripe's word since then, or our guess after a 404. */
export type Basis = 'birth' | 'word' | 'guess'

/** Our row of a session. */
export interface SessionRecord {
  /** Ours; the mark that Stripe's session carries in its metadata. */
  id: string
  livemode: boolean
  /** A keyed hash of the user; what owners are compared by. Outlives redaction. */
  userKey: string
  /** The host's id of the user; null once redacted. */
  user: string | null
  /** Null until Stripe's answer to the create, or an event with our mark, has told it. */
  stripeId: string | null
  /** Stripe's status; null until the session is known to exist. */
  status: string | null
  basis: Basis
  lastError: { code: string; reason: string | null } | null
  redaction: string | null
  type: string
  /** At most one row of a user is open: neither verified nor canceled nor given up. */
  open: boolean
  /** Failed attempts brought along from this user's earlier sessions. */
  attemptsBefore: number
  /** Failed attempts on this session. */
  attempts: number
  version: number
  /** Raised by every write; a reply of Stripe counts only if it has not moved since the request left. */
  revision: number
  /** Unix seconds: Stripe's `created` once known, before that ours. */
  created: number
  /** Unix seconds of the last change of the view. */
  updated: number
  /** Unix seconds: when it was seen verified; null once that is taken back. */
  verifiedAt: number | null
  /** Unix seconds: `created` of the newest event seen; 0 before any. */
  lastEventAt: number
  /** Unix seconds: `Date` of the last reply of Stripe that was written; 0 before any. */
  lastReplyAt: number
  /** The event that left a doubt which only Stripe can settle; null where there is none. */
  doubt: string | null
  /** Part of the idempotency key of the create; raised, and stored, before another try. */
  createTry: number
  canceledBy: CanceledBy | null
  /** Who asked for the redaction that Stripe has not confirmed yet; null where nobody did, or it is confirmed. */
  redactRequestedBy: string | null
  /** The UTC day whose ceilings it counts against; null where there are none, or once it was given back. */
  reservedDay: string | null
  /** Unix milliseconds until which somebody is known to wait for a change. */
  watchedUntil: number
  /** Unix milliseconds: when the reconciler next looks at it on our own account; null for never. */
  lookAt: number | null
}

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const KNOWN: readonly string[] = [
  'requires_input',
  'processing',
  'verified',
  'canceled',
] satisfies SessionStatus[]

/** A snapshot that tells of an attempt which did not pass. */
export function isFailed(snapshot: Snapshot): boolean {
  return snapshot.status === 'requires_input' && snapshot.lastError !== null && snapshot.report !== null
}

/** The last attempt failed, and the session is still open for input: it is closed at Stripe, and billed no more. */
export function isToBeClosed(record: SessionRecord): boolean {
  return record.open && record.status === 'requires_input' && record.canceledBy === 'limit'
}

/** Noted as to be closed where its failed attempts have reached the limit; 0 is no limit. */
export function closedAtLimit(record: SessionRecord, maxAttempts: number): SessionRecord {
  const { open, status, canceledBy } = record
  const isReached = maxAttempts > 0 && record.attemptsBefore + record.attempts >= maxAttempts
  if (!(isReached && open && status === 'requires_input' && canceledBy === null)) return record
  return { ...record, canceledBy: 'limit' }
}

/**
 * When a record is next looked at if nothing happens before: soon after a doubt, in a minute for what a lost process
 * may have left, in five minutes for a session in use and ever later for one that lies untouched. After a week without
 * a submission it rests: a click looks at it, and the hourly listing of events brings what else may happen. One that was
 * closed by a guess is looked at for a week, should Stripe know it again.
 */
export function nextLook(record: SessionRecord, now: number): number | null {
  if (record.doubt !== null || isToBeClosed(record)) return now + SECOND_MS
  if (record.redactRequestedBy !== null) return now + MINUTE_MS
  if (record.redaction === 'processing') return now + HOUR_MS
  const untouched = now - record.updated * 1000
  if (record.basis === 'guess' && untouched < 7 * DAY_MS) return now + (untouched < DAY_MS ? HOUR_MS : DAY_MS)
  if (!record.open) return null
  if (record.stripeId === null) return now + MINUTE_MS
  if (untouched < HOUR_MS) return now + 5 * MINUTE_MS
  if (untouched < DAY_MS) return now + HOUR_MS
  return record.status === 'requires_input' && untouched > 7 * DAY_MS ? null : now + DAY_MS
}

/** Failed attempts that count against the user's limit; a cancel by an operator's hand forgives them. */
export function attemptsOf(record: SessionRecord): number {
  const forgiven =
    record.status === 'canceled' && (record.canceledBy === 'operator' || record.canceledBy === 'dashboard')
  return forgiven ? 0 : record.attemptsBefore + record.attempts
}

/** What a browser may see. Fields are named one by one, so that nothing new of Stripe's slips through. */
export function viewOf(record: SessionRecord, maxAttempts: number): SessionView {
  const attempts = attemptsOf(record)
  return {
    id: record.stripeId ?? '',
    status: shownStatus(record.status),
    last_error: record.lastError && { code: record.lastError.code, reason: record.lastError.reason },
    redaction: record.redaction === null ? null : { status: record.redaction },
    type: record.type,
    livemode: record.livemode,
    attempts,
    attempts_left: maxAttempts === 0 ? null : Math.max(0, maxAttempts - attempts),
    version: record.version,
    created: record.created,
    updated: record.updated,
  }
}

/** `after` with its version and time moved, if a browser would see any difference from `before`. */
export function versioned(before: SessionRecord, after: SessionRecord, nowSeconds: number): SessionRecord {
  return sameView(before, after) ? after : { ...after, version: before.version + 1, updated: nowSeconds }
}

/** A status that Stripe may add one day is shown as in progress, never as verified. */
export function shownStatus(status: string | null): SessionStatus {
  if (status === null) return 'requires_input'
  return KNOWN.includes(status) ? (status as SessionStatus) : 'processing'
}

function sameView(a: SessionRecord, b: SessionRecord): boolean {
  const facts = (record: SessionRecord) => {
    const { version: _, updated: __, ...view } = viewOf(record, 0)
    return JSON.stringify(view)
  }
  return facts(a) === facts(b)
}
