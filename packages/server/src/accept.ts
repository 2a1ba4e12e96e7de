import type { EventFact, Fact, ReplyFact } from './facts.js'
import type { CanceledBy, SessionRecord, Snapshot } from './session.js'
import { isUntouched, type Verdict } from './truth.js'

/**
 * Returns the record after a fact was judged: its new state if the fact counts, and the marks that later facts are
 * compared with.
 */
export function accept(
  before: SessionRecord,
  fact: Fact,
  verdict: Verdict,
  nowSeconds: number,
): SessionRecord {
  const after = verdict === 'write' ? moved(before, fact, nowSeconds) : before
  return remember(after, before, fact, verdict)
}

function moved(record: SessionRecord, fact: Fact, nowSeconds: number): SessionRecord {
  if (fact.kind === 'nudge') return record
  if (fact.kind === 'missing') return closed(record, fact.redacted ?? false)
  return became(record, fact, nowSeconds)
}

/** Takes over the snapshot. Redaction only moves forward, and removes all personal data. */
function became(record: SessionRecord, fact: EventFact | ReplyFact, nowSeconds: number): SessionRecord {
  const { snapshot } = fact
  const { redaction } = snapshot
  const status = record.redaction === null ? snapshot.status : record.status
  const canceledBy = cancelerAfter(record, fact, status)
  return {
    ...record,
    stripeId: snapshot.stripeId,
    status,
    lastError: redaction === null ? errorAfter(record, snapshot, canceledBy) : null,
    redaction,
    user: redaction === null ? record.user : null,
    redactRequestedBy: redaction === null ? record.redactRequestedBy : null,
    type: snapshot.type,
    created: snapshot.created,
    open: status !== 'verified' && status !== 'canceled' && redaction === null,
    basis: record.basis === 'birth' && isBirth(fact) ? 'birth' : 'word',
    verifiedAt: status === 'verified' ? (record.verifiedAt ?? nowSeconds) : null,
    canceledBy,
  }
}

/** True if the fact shows the session exactly as it was created. */
function isBirth(fact: EventFact | ReplyFact): boolean {
  const { status, lastError, report } = fact.snapshot
  const isUntried = status === 'requires_input' && lastError === null && report === null
  return isUntried && (fact.kind === 'reply' || fact.birth)
}

/** Stripe clears the error on cancel. The record keeps it if the attempt limit closed the session. */
function errorAfter(
  record: SessionRecord,
  snapshot: Snapshot,
  canceledBy: CanceledBy | null,
): SessionRecord['lastError'] {
  return snapshot.status === 'canceled' && canceledBy === 'limit' ? record.lastError : snapshot.lastError
}

/**
 * The canceler. A cancel without a note here came from the dashboard. Events do not clear a note, since they may be
 * older than the cancel in progress; a reply from Stripe that the session went on clears it.
 */
function cancelerAfter(
  record: SessionRecord,
  fact: EventFact | ReplyFact,
  status: string | null,
): CanceledBy | null {
  const noted = record.canceledBy === 'missing' ? null : record.canceledBy
  if (status === 'canceled') return noted ?? (record.redactRequestedBy === null ? 'dashboard' : 'redaction')
  if (record.basis === 'guess' || status === 'verified') return null
  return status === 'requires_input' || fact.kind === 'event' ? noted : null
}

/** Closes a record after Stripe's 404. */
function closed(record: SessionRecord, redacted: boolean): SessionRecord {
  const isVerified = record.status === 'verified'
  const after: SessionRecord = {
    ...record,
    status: isVerified ? record.status : 'canceled',
    lastError: null,
    open: false,
    basis: isVerified ? record.basis : 'guess',
    canceledBy: isVerified ? record.canceledBy : (record.canceledBy ?? 'missing'),
  }
  return redacted ? { ...after, user: null, redaction: 'redacted', redactRequestedBy: null } : after
}

/** Updates the marks by which later facts are judged, and the doubt that remains. */
function remember(after: SessionRecord, before: SessionRecord, fact: Fact, verdict: Verdict): SessionRecord {
  switch (fact.kind) {
    case 'nudge':
      return { ...after, doubt: fact.id }
    case 'missing':
      return isUntouched(before, fact) && fact.trusted ? { ...after, doubt: null } : after
    case 'reply': {
      // Every other event of a session follows its birth, possibly within the same second.
      const dates = verdict !== 'ask' && after.basis !== 'birth'
      const lastReplyAt = dates ? Math.max(before.lastReplyAt, fact.date) : before.lastReplyAt
      const settles = isFinal(after) || isUntouched(before, fact)
      return { ...after, lastReplyAt, doubt: settles ? null : before.doubt }
    }
    case 'event': {
      // Even a newer event leaves an earlier doubt in place: the doubtful event may be newer still.
      const settles = verdict === 'write' && isFinal(after)
      return {
        ...after,
        lastEventAt: verdict === 'ignore' ? before.lastEventAt : Math.max(before.lastEventAt, fact.created),
        doubt: settles ? null : verdict === 'ask' ? fact.id : before.doubt,
      }
    }
  }
}

/** True for states that Stripe never changes, so that no doubt remains. */
function isFinal(record: SessionRecord): boolean {
  return record.redaction !== null || (record.status === 'canceled' && record.basis === 'word')
}
