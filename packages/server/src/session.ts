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
 * Who ended a session, written before Stripe is asked to; `dashboard` is a cancel that nobody here wrote, `redaction` the
 * cancel that comes with one that was wished for here.
 */
export type CanceledBy = 'user' | 'operator' | 'dashboard' | 'redaction' | 'missing'

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
  /** Unix seconds: when it was first seen verified. */
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

export type Verdict = 'write' | 'ignore' | 'ask'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const KNOWN: readonly string[] = [
  'requires_input',
  'processing',
  'verified',
  'canceled',
] satisfies SessionStatus[]

export function isFinalStatus(status: string | null): boolean {
  return status === 'verified' || status === 'canceled'
}

/** Open for input and nothing tried yet: the state every session is born in, and to which it never returns. */
export function isPristine(facts: Pick<SessionRecord, 'status' | 'lastError'>): boolean {
  return facts.status === 'requires_input' && facts.lastError === null
}

/** A snapshot that tells of an attempt which did not pass. */
export function isFailed(snapshot: Snapshot): boolean {
  return snapshot.status === 'requires_input' && snapshot.lastError !== null && snapshot.report !== null
}

/**
 * What to do with a snapshot whose place in time is not known. Verified and canceled yield to nothing, and nothing
 * follows them; a pristine session yields to everything. The rest only Stripe can tell.
 */
export function weigh(record: SessionRecord, snapshot: Snapshot): Verdict {
  if (redactionRank(snapshot.redaction) > redactionRank(record.redaction)) return 'write'
  if (record.redaction !== null) return 'ignore'
  if (record.status === null || sameFacts(record, snapshot)) return 'write'
  if (isFinalStatus(record.status)) return 'ignore'
  if (isFinalStatus(snapshot.status) || isPristine(record)) return 'write'
  if (isPristine(snapshot)) return 'ignore'
  return 'ask'
}

/**
 * What to do with an event's snapshot. Times of events have whole seconds and arrive in any order, so an event is
 * plainly newer only when it lies after everything already written; at equal times `weigh` decides.
 */
export function weighEvent(record: SessionRecord, snapshot: Snapshot, created: number): Verdict {
  const settled = weigh(record, snapshot)
  if (settled !== 'ask' && !isPristine(snapshot)) return settled
  if (created < record.lastEventAt) return 'ignore'
  if (created > record.lastEventAt && created > record.lastReplyAt) {
    return isFinalStatus(record.status) || record.redaction !== null ? settled : 'write'
  }
  return settled
}

/** The record after a snapshot was accepted. Redaction only moves forward, and takes every personal word with it. */
export function accept(record: SessionRecord, snapshot: Snapshot, nowSeconds: number): SessionRecord {
  const redaction =
    redactionRank(snapshot.redaction) > redactionRank(record.redaction)
      ? snapshot.redaction
      : record.redaction
  const status = isFinalStatus(record.status) ? record.status : snapshot.status
  return {
    ...record,
    stripeId: snapshot.stripeId,
    status,
    lastError: redaction === null && status === snapshot.status ? snapshot.lastError : null,
    redaction,
    user: redaction === null ? record.user : null,
    redactRequestedBy: redaction === null ? record.redactRequestedBy : null,
    type: snapshot.type,
    created: snapshot.created,
    open: !isFinalStatus(status) && redaction === null,
    verifiedAt: status === 'verified' ? (record.verifiedAt ?? nowSeconds) : null,
    canceledBy: cancelerAfter(record, status),
  }
}

/** A cancel that nobody here wrote down is the dashboard's; one that was overtaken by a submission has not been. */
function cancelerAfter(record: SessionRecord, status: string | null): CanceledBy | null {
  const noted = record.canceledBy
  if (status === 'canceled') return noted ?? (record.redactRequestedBy === null ? 'dashboard' : 'redaction')
  return status === 'requires_input' ? noted : null
}

/**
 * When a record is next looked at if nothing happens before: soon after a doubt, in a minute for what a lost process
 * may have left, in five minutes for a session in use and ever later for one that lies untouched.
 */
export function nextLook(record: SessionRecord, now: number): number | null {
  if (record.doubt !== null) return now + SECOND_MS
  if (record.redactRequestedBy !== null) return now + MINUTE_MS
  if (record.redaction === 'processing') return now + HOUR_MS
  if (!record.open) return null
  if (record.stripeId === null) return now + MINUTE_MS
  const untouched = now - record.updated * 1000
  if (untouched < HOUR_MS) return now + 5 * MINUTE_MS
  return now + (untouched < 24 * HOUR_MS ? HOUR_MS : 24 * HOUR_MS)
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
function shownStatus(status: string | null): SessionStatus {
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

function sameFacts(record: SessionRecord, snapshot: Snapshot): boolean {
  return (
    record.stripeId === snapshot.stripeId &&
    record.status === snapshot.status &&
    record.redaction === snapshot.redaction &&
    record.lastError?.code === snapshot.lastError?.code &&
    record.lastError?.reason === snapshot.lastError?.reason
  )
}

function redactionRank(redaction: string | null): number {
  return redaction === null ? 0 : redaction === 'redacted' ? 2 : 1
}
