import {
  accept,
  isFailed,
  isFinalStatus,
  nextLook,
  type SessionRecord,
  type Snapshot,
  type Verdict,
  versioned,
  weigh,
  weighEvent,
} from '../session.js'
import type { Cause, Store, StoreTransaction } from '../store/store.js'

/** Something that Stripe told us about a session. */
export type Fact = EventFact | ReplyFact | MissingFact

/** An event: has a time of its own, may come twice, late, or in any order. */
export interface EventFact {
  kind: 'event'
  id: string
  /** Unix seconds. */
  created: number
  snapshot: Snapshot
  cause: 'webhook' | 'events'
}

/** The answer to a request about `record`, which is the record as it was before the request left. */
export interface ReplyFact {
  kind: 'reply'
  record: SessionRecord
  snapshot: Snapshot
  /** Unix seconds: the answer's `Date`. */
  date: number
  cause: Cause
  /** Who asked for it, where a person did. */
  actor?: string
}

/** Stripe does not know the session: it is closed as canceled. */
export interface MissingFact {
  kind: 'missing'
  record: SessionRecord
  /** Where Stripe was asked to redact it: then ours is erased as well. */
  redacted?: boolean
  actor?: string
}

export interface Applied {
  /**
   * `applied` it counts, whether or not it changed anything · `duplicate` this event was here before · `unknown` no
   * record of ours · `doubt` only Stripe can tell: a retrieve must follow · `stale` the record moved while the reply was
   * under way: ask again.
   */
  outcome: 'applied' | 'duplicate' | 'unknown' | 'doubt' | 'stale'
  /** The record as it is now; null where the fact is of none. */
  record: SessionRecord | null
}

/** Runs in the same transaction as the change it is told of, so that both last or neither does. */
export type Alongside = (tx: StoreTransaction, before: SessionRecord, after: SessionRecord) => Promise<void>

export type Apply = (fact: Fact) => Promise<Applied>

/**
 * The one writer: whatever is learned of a session's status, from a webhook, a reply or the reconciler, goes through
 * here, in one transaction. It never calls Stripe.
 */
export function createApply(store: Store, alongside: Alongside[] = []): Apply {
  return (fact) => {
    const write = (work: (tx: StoreTransaction) => Promise<Applied>) =>
      fact.kind === 'event' ? store.writeTogether(work) : store.write(work)
    return write(async (tx) => {
      const now = Math.floor(Date.now() / 1000)
      if (fact.kind === 'event' && !(await tx.recordEvent(fact.id, fact.cause, Date.now()))) {
        return { outcome: 'duplicate', record: null }
      }
      const before = await find(tx, fact)
      if (before === null) return { outcome: 'unknown', record: null }

      const verdict = judge(before, fact)
      if (verdict === 'ask' && fact.kind !== 'event') return { outcome: 'stale', record: before }
      let after = verdict === 'write' ? change(before, fact, now) : before
      if (after.open && !before.open) after = await besideNewer(tx, after)
      after = await countAttempt(tx, fact, after)
      after = versioned(before, remember(after, before, fact, verdict), now)
      after = { ...after, lookAt: nextLook(after, Date.now()) }
      await tx.save(after)
      if (after.redaction !== null && before.redaction === null) await tx.erase(after.id)
      await recordTransition(tx, fact, before, after, now)
      for (const also of alongside) await also(tx, before, after)
      return {
        outcome: verdict === 'ask' ? 'doubt' : 'applied',
        record: { ...after, revision: after.revision + 1 },
      }
    })
  }
}

/** By Stripe's id; a session not yet known by it only through the mark that its create carried. */
async function find(tx: StoreTransaction, fact: Fact): Promise<SessionRecord | null> {
  if (fact.kind === 'missing') return tx.lock(fact.record.id)
  const { stripeId, mark } = fact.snapshot
  const known = await tx.lockByStripeId(stripeId)
  if (known !== null || mark === null) return known
  const marked = await tx.lock(mark)
  // The reply to the create may have been written while the lock was waited for.
  const free = marked?.stripeId === null || marked?.stripeId === stripeId
  return free ? marked : null
}

function judge(record: SessionRecord, fact: Fact): Verdict {
  if (fact.kind === 'event') return weighEvent(record, fact.snapshot, fact.created)
  const untouched = record.revision === fact.record.revision
  const settled = isFinalStatus(record.status) || record.redaction !== null
  if (fact.kind === 'missing' && fact.redacted) return 'write'
  if (fact.kind === 'missing') return settled ? 'ignore' : untouched ? 'write' : 'ask'
  return untouched && !settled ? 'write' : weigh(record, fact.snapshot)
}

function change(record: SessionRecord, fact: Fact, now: number): SessionRecord {
  if (fact.kind !== 'missing') return accept(record, fact.snapshot, now)
  const status = isFinalStatus(record.status) ? record.status : 'canceled'
  const closed = {
    ...record,
    status,
    lastError: null,
    open: false,
    canceledBy: record.canceledBy ?? 'missing',
  }
  return fact.redacted ? { ...closed, user: null, redaction: 'redacted', redactRequestedBy: null } : closed
}

/** A session whose record was given up, and followed by another one, is known and stays closed. */
async function besideNewer(tx: StoreTransaction, record: SessionRecord): Promise<SessionRecord> {
  const newest = record.user === null ? null : await tx.lockNewest(record.user)
  return newest === null || newest.id === record.id ? record : { ...record, open: false }
}

/** A failed attempt counts once, by its report, however late or often it is told. */
async function countAttempt(tx: StoreTransaction, fact: Fact, record: SessionRecord): Promise<SessionRecord> {
  if (fact.kind === 'missing' || record.redaction !== null || !isFailed(fact.snapshot)) return record
  const fresh = await tx.recordAttempt(record.id, fact.snapshot.report as string)
  return fresh ? { ...record, attempts: record.attempts + 1 } : record
}

/** What later facts are weighed against, and whether a doubt is left. */
function remember(after: SessionRecord, before: SessionRecord, fact: Fact, verdict: Verdict): SessionRecord {
  if (fact.kind !== 'event') {
    const untouched = before.revision === fact.record.revision
    if (!untouched) return after
    const date = fact.kind === 'reply' ? fact.date : 0
    return {
      ...after,
      lastReplyAt: Math.max(before.lastReplyAt, date),
      doubt: null,
    }
  }
  const newer = fact.created > before.lastEventAt && fact.created > before.lastReplyAt
  const settled = isFinalStatus(after.status) || after.redaction !== null || (newer && verdict === 'write')
  return {
    ...after,
    lastEventAt: Math.max(before.lastEventAt, fact.created),
    doubt: settled ? null : verdict === 'ask' ? fact.id : before.doubt,
  }
}

/** Who wished for the cancel that this brings, where the answer to it was lost; no more than what was written of them. */
function cancelerOf(before: SessionRecord, after: SessionRecord): string | null {
  const brought = before.status !== 'canceled' && after.status === 'canceled' && after.redaction === null
  return brought && (after.canceledBy === 'user' || after.canceledBy === 'operator') ? after.canceledBy : null
}

async function recordTransition(
  tx: StoreTransaction,
  fact: Fact,
  before: SessionRecord,
  after: SessionRecord,
  now: number,
): Promise<void> {
  const moved = before.status !== after.status || before.lastError?.code !== after.lastError?.code
  const actor = (fact.kind === 'event' ? null : fact.actor) ?? cancelerOf(before, after)
  // Of a session that was erased the history tells only who did it.
  if (actor === null && (!moved || after.redaction !== null)) return
  await tx.recordTransition({
    sessionId: after.id,
    version: after.version,
    at: now,
    cause: fact.kind === 'missing' ? 'missing' : fact.cause,
    from: before.status,
    to: after.status,
    errorCode: after.lastError?.code ?? null,
    eventId: fact.kind === 'event' ? fact.id : null,
    actor,
  })
}
