import { accept } from '../accept.js'
import type { Fact } from '../facts.js'
import {
  type CanceledBy,
  closedAtLimit,
  isFailed,
  nextLook,
  type SessionRecord,
  versioned,
} from '../session.js'
import type { Store, StoreTransaction } from '../store/store.js'
import { judge } from '../truth.js'

export interface Applied {
  /**
   * `applied` the fact counts, even if it changed nothing · `duplicate` the event was already processed · `unknown`
   * no record of ours matches · `doubt` a retrieve from Stripe must follow · `stale` the record changed while the
   * reply was in transit, so retrieve again.
   */
  outcome: 'applied' | 'duplicate' | 'unknown' | 'doubt' | 'stale'
  /** The record as it is now; null if the fact matches none. */
  record: SessionRecord | null
}

/** Runs in the same transaction as the change, so that both are committed or neither is. */
export type Alongside = (tx: StoreTransaction, before: SessionRecord, after: SessionRecord) => Promise<void>

const BY_US: (string | null)[] = ['user', 'operator', 'limit'] satisfies CanceledBy[]

export type Apply = (fact: Fact) => Promise<Applied>

/**
 * The only writer of session states: every fact from a webhook, a reply or the reconciler passes through it, in one
 * transaction. Never calls Stripe. `maxAttempts` is the limit of failed attempts, 0 for none.
 */
export function createApply(store: Store, maxAttempts: number, alongside: Alongside[] = []): Apply {
  return (fact) => {
    const isEvent = fact.kind === 'event' || fact.kind === 'nudge'
    const write = (work: (tx: StoreTransaction) => Promise<Applied>) =>
      isEvent ? store.writeTogether(stripeIdOf(fact), work) : store.write(work)
    return write(async (tx) => {
      // The session is locked before its event is recorded: two deliveries that wait for each other never deadlock.
      const before = await find(tx, fact)
      if (isEvent) {
        // A nudge about an unknown session is not recorded, because the classic event of the same fact may contain
        // more.
        if (before === null && fact.kind === 'nudge') return { outcome: 'unknown', record: null }
        if (!(await tx.recordEvent(fact.id, fact.cause))) return { outcome: 'duplicate', record: null }
      }
      if (before === null) return { outcome: 'unknown', record: null }

      const verdict = judge(before, fact)
      if (verdict === 'ask' && !isEvent) return { outcome: 'stale', record: before }
      const nowMs = store.now()
      const now = Math.floor(nowMs / 1000)
      let after = accept(before, fact, verdict, now)
      if (after.open && !before.open) after = await besideNewer(tx, after)
      if (verdict === 'write') after = await countAttempt(tx, fact, after)
      after = versioned(before, closedAtLimit(after, maxAttempts), now)
      after = { ...after, lookAt: nextLook(after, nowMs) }
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

function stripeIdOf(fact: Extract<Fact, { kind: 'event' | 'nudge' }>): string {
  return fact.kind === 'nudge' ? fact.stripeId : fact.snapshot.stripeId
}

/** Finds the record by Stripe's id, or else by the mark from its create. */
async function find(tx: StoreTransaction, fact: Fact): Promise<SessionRecord | null> {
  if (fact.kind === 'missing') return tx.lock(fact.record.id)
  if (fact.kind === 'nudge') return tx.lockByStripeId(fact.stripeId)
  const { stripeId, mark } = fact.snapshot
  const known = await tx.lockByStripeId(stripeId)
  if (known !== null || mark === null) return known
  const marked = await tx.lock(mark)
  // The reply to the create may have been written while this waited for the lock.
  const free = marked?.stripeId === null || marked?.stripeId === stripeId
  return free ? marked : null
}

/** Keeps an abandoned session closed if a newer session followed it. */
async function besideNewer(tx: StoreTransaction, record: SessionRecord): Promise<SessionRecord> {
  const newest = record.user === null ? null : await tx.lockNewest(record.user)
  return newest === null || newest.id === record.id || newest.basis === 'guess'
    ? record
    : { ...record, open: false }
}

/** Counts a failed attempt once per report, and only if the fact itself counts. */
async function countAttempt(tx: StoreTransaction, fact: Fact, record: SessionRecord): Promise<SessionRecord> {
  if (fact.kind === 'missing' || fact.kind === 'nudge') return record
  if (record.redaction !== null || !isFailed(fact.snapshot)) return record
  const fresh = await tx.recordAttempt(record.id, fact.snapshot.report as string)
  return fresh ? { ...record, attempts: record.attempts + 1 } : record
}

/** The noted canceler of a cancel whose reply was lost. Only the kind of canceler was noted. */
function cancelerOf(before: SessionRecord, after: SessionRecord): string | null {
  const brought = before.status !== 'canceled' && after.status === 'canceled' && after.redaction === null
  return brought && BY_US.includes(after.canceledBy) ? after.canceledBy : null
}

async function recordTransition(
  tx: StoreTransaction,
  fact: Fact,
  before: SessionRecord,
  after: SessionRecord,
  now: number,
): Promise<void> {
  const moved = before.status !== after.status || before.lastError?.code !== after.lastError?.code
  const isEvent = fact.kind === 'event' || fact.kind === 'nudge'
  const actor = (isEvent ? null : fact.actor) ?? cancelerOf(before, after)
  // The history of an erased session contains only who did what.
  if (actor === null && (!moved || after.redaction !== null)) return
  await tx.recordTransition({
    sessionId: after.id,
    version: after.version,
    at: now,
    cause: fact.kind === 'missing' ? 'missing' : fact.cause,
    from: before.status,
    to: after.status,
    errorCode: after.lastError?.code ?? null,
    eventId: isEvent ? fact.id : null,
    actor,
  })
}
