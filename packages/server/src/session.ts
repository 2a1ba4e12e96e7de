import type { SessionStatus, SessionView } from 'stripe-identity-contract'

/** The state of a session at Stripe at one moment, reduced to the fields that this package stores or uses. */
export interface Snapshot {
  stripeId: string
  /**
   * `metadata.identity_session`: the id of the record for which it was created; null for sessions created elsewhere.
   */
  mark: string | null
  status: string
  lastError: { code: string; reason: string | null } | null
  redaction: string | null
  type: string
  livemode: boolean
  /** Unix seconds. */
  created: number
  /** The id of the last verification report, including failed ones. */
  report: string | null
}

/**
 * The party that ended a session, noted before Stripe is called. `limit` is our cancel after the last attempt,
 * `dashboard` a cancel without a note here, `redaction` the cancel caused by a redaction of ours, `missing` Stripe's
 * 404.
 */
export type CanceledBy = 'user' | 'operator' | 'limit' | 'dashboard' | 'redaction' | 'missing'

/**
 * The basis of a record's status: `birth` if only the creation is known, `word` for later information from Stripe,
 * `guess` for our assumption after a 404.
 */
export type Basis = 'birth' | 'word' | 'guess'

/** The stored record of a session. */
export interface SessionRecord {
  /** Our own id. Stripe's session carries it in its metadata as a mark. */
  id: string
  livemode: boolean
  /** A keyed hash of the user, by which ownership is checked. Kept after redaction. */
  userKey: string
  /** The host's id of the user; null after redaction. */
  user: string | null
  /** Null until Stripe's reply to the create, or an event with our mark, contains it. */
  stripeId: string | null
  /** Stripe's status; null until the session is known to exist. */
  status: string | null
  basis: Basis
  lastError: { code: string; reason: string | null } | null
  redaction: string | null
  type: string
  /** True unless verified, canceled or abandoned. At most one record of a user is open. */
  open: boolean
  /** Failed attempts carried over from this user's earlier sessions. */
  attemptsBefore: number
  /** Failed attempts on this session. */
  attempts: number
  version: number
  /**
   * Increased by every write. A reply from Stripe counts only if the revision is still the one at the time of the
   * request.
   */
  revision: number
  /** Unix seconds: Stripe's `created` if known, our own time before that. */
  created: number
  /** Unix seconds of the last change of the view. */
  updated: number
  /** Unix seconds at which it became verified here; null after a revocation. */
  verifiedAt: number | null
  /** Unix seconds: `created` of the newest event received; 0 before the first. */
  lastEventAt: number
  /** Unix seconds: `Date` of the last reply that was written; 0 before the first. */
  lastReplyAt: number
  /** The event that left a doubt which only a retrieve from Stripe can settle; null if there is none. */
  doubt: string | null
  /** Part of the idempotency key of the create. Increased and stored before each new attempt. */
  createTry: number
  canceledBy: CanceledBy | null
  /** The requester of a redaction that Stripe has not confirmed yet; otherwise null. */
  redactRequestedBy: string | null
  /**
   * The UTC day whose limits it counts against; null if there are no limits, or after the reservation was returned.
   */
  reservedDay: string | null
  /** Unix milliseconds until which a client is known to wait for a change. */
  watchedUntil: number
  /** Unix milliseconds of the reconciler's next scheduled check; null for never. */
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

/** True for a snapshot with a failed attempt. */
export function isFailed(snapshot: Snapshot): boolean {
  return snapshot.status === 'requires_input' && snapshot.lastError !== null && snapshot.report !== null
}

/**
 * True if the last allowed attempt failed and the session is still open for input. It is then canceled at Stripe,
 * which ends its billing.
 */
export function isToBeClosed(record: SessionRecord): boolean {
  return record.open && record.status === 'requires_input' && record.canceledBy === 'limit'
}

/** Marks the record for closing if its failed attempts have reached the limit; 0 means no limit. */
export function closedAtLimit(record: SessionRecord, maxAttempts: number): SessionRecord {
  const { open, status, canceledBy } = record
  const isReached = maxAttempts > 0 && record.attemptsBefore + record.attempts >= maxAttempts
  if (!(isReached && open && status === 'requires_input' && canceledBy === null)) return record
  return { ...record, canceledBy: 'limit' }
}

/**
 * The time of a record's next check if nothing happens before: soon after a doubt, in a minute for work that a lost
 * process may have left, in five minutes for a session in use, and at growing intervals for an untouched one. After a
 * week without a submission the checks stop: a click triggers one, and the hourly listing of events covers the rest.
 * A record closed by a guess is checked for a week, in case Stripe returns the session again.
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

/** Failed attempts that count against the user's limit. A cancel by an operator resets them. */
export function attemptsOf(record: SessionRecord): number {
  const forgiven =
    record.status === 'canceled' && (record.canceledBy === 'operator' || record.canceledBy === 'dashboard')
  return forgiven ? 0 : record.attemptsBefore + record.attempts
}

/** Returns the view for browsers. Fields are listed one by one, so that new fields of Stripe's stay private. */
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

/** Returns `after` with a new version and time if its view differs from that of `before`. */
export function versioned(before: SessionRecord, after: SessionRecord, nowSeconds: number): SessionRecord {
  return sameView(before, after) ? after : { ...after, version: before.version + 1, updated: nowSeconds }
}

/** An unknown future status of Stripe's is shown as in progress, never as verified. */
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
