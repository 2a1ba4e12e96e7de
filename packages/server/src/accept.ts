import type { EventFact, Fact, ReplyFact } from './facts.js'
import type { CanceledBy, SessionRecord, Snapshot } from './session.js'
import { isUntouched, type Verdict } from './truth.js'

/** The record after a fact was judged: what it says if it counts, and what later facts are compared with. */
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

/** As a snapshot says. Redaction only moves forward, and takes every personal word with it. */
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

/** Nothing tells that anything happened since the session was made. */
function isBirth(fact: EventFact | ReplyFact): boolean {
  const { status, lastError, report } = fact.snapshot
  const isUntried = status === 'requires_input' && lastError === null && report === null
  return isUntried && (fact.kind === 'reply' || fact.birth)
}

/** A cancel takes the error away at Stripe; why the last attempt failed stays known where the limit closed the session. */
function errorAfter(
  record: SessionRecord,
  snapshot: Snapshot,
  canceledBy: CanceledBy | null,
): SessionRecord['lastError'] {
  return snapshot.status === 'canceled' && canceledBy === 'limit' ? record.lastError : snapshot.lastError
}

/**
 * Who canceled. A cancel that was not noted here is the dashboard's. A note outlives events, which may be older than the
 * cancel under way; Stripe's own answer that the session went on ends it.
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

/** As far as Stripe's 404 goes. */
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

/** The marks that later facts are judged by, and whether a doubt is left. */
function remember(after: SessionRecord, before: SessionRecord, fact: Fact, verdict: Verdict): SessionRecord {
  switch (fact.kind) {
    case 'nudge':
      return { ...after, doubt: fact.id }
    case 'missing':
      return isUntouched(before, fact) && fact.trusted ? { ...after, doubt: null } : after
    case 'reply': {
      // Whatever else happens to a session comes after its birth, also within the same second.
      const dates = verdict !== 'ask' && after.basis !== 'birth'
      const lastReplyAt = dates ? Math.max(before.lastReplyAt, fact.date) : before.lastReplyAt
      const settles = isFinal(after) || isUntouched(before, fact)
      return { ...after, lastReplyAt, doubt: settles ? null : before.doubt }
    }
    case 'event': {
      // Even a newer event leaves an earlier doubt: what it is about may be newer still.
      const settles = verdict === 'write' && isFinal(after)
      return {
        ...after,
        lastEventAt: verdict === 'ignore' ? before.lastEventAt : Math.max(before.lastEventAt, fact.created),
        doubt: settles ? null : verdict === 'ask' ? fact.id : before.doubt,
      }
    }
  }
}

/** Nothing of Stripe's follows these, so no doubt is left. */
function isFinal(record: SessionRecord): boolean {
  return record.redaction !== null || (record.status === 'canceled' && record.basis === 'word')
}
