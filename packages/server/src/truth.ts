import type { EventFact, Fact } from './facts.js'
import type { SessionRecord, Snapshot } from './session.js'

/** `write` the fact changes the record · `ignore` it does not · `ask` only a retrieve from Stripe can decide. */
export type Verdict = 'write' | 'ignore' | 'ask'

/**
 * The state of a record, as far as the next fact depends on it: `pristine` only its creation is known · `submitted`
 * certainly submitted, without a result · `moving` failed, or otherwise in progress · `verified` · `canceled` by
 * Stripe · `missing` closed after a 404, which is our guess · `redacted`.
 */
export type Kind = 'pristine' | 'submitted' | 'moving' | 'verified' | 'canceled' | 'missing' | 'redacted'

/**
 * The fact's position in time. The content of `redaction`, `canceled`, `known` and `birth` determines their position.
 * Other events are `newer` than everything written, `older` than the last event, or of `unclear` time; `passed` is a
 * `verified` within the same second as the last event. Other replies belong to requests sent after the last write
 * (`untouched`) or before it (`overtaken`). The rest are a `nudge` and the kinds of 404.
 */
export type Place =
  | 'redaction'
  | 'canceled'
  | 'known'
  | 'birth'
  | 'newer'
  | 'passed'
  | 'unclear'
  | 'older'
  | 'untouched'
  | 'overtaken'
  | 'nudge'
  | 'gone'
  | 'gone_overtaken'
  | 'gone_untrusted'
  | 'gone_erased'

/**
 * The verdict for each record and fact. A `verified` after a submission in the same second is written without a
 * retrieve: only an override and another submission within that second could come between, and the override's event
 * leads to a retrieve. Reviewers and blocklists revoke `verified`, so it yields to newer information; `canceled` and
 * a redaction are final at Stripe.
 */
export const TRUTH: Record<Kind, Record<Place, Verdict>> = {
  pristine: {
    redaction: 'write',
    canceled: 'write',
    known: 'write',
    birth: 'write',
    newer: 'write',
    passed: 'write',
    unclear: 'write',
    older: 'write',
    untouched: 'write',
    overtaken: 'write',
    nudge: 'ask',
    gone: 'write',
    gone_overtaken: 'ask',
    gone_untrusted: 'ignore',
    gone_erased: 'write',
  },
  submitted: {
    redaction: 'write',
    canceled: 'write',
    known: 'write',
    birth: 'ignore',
    newer: 'write',
    passed: 'write',
    unclear: 'ask',
    older: 'ignore',
    untouched: 'write',
    overtaken: 'ask',
    nudge: 'ask',
    gone: 'write',
    gone_overtaken: 'ask',
    gone_untrusted: 'ignore',
    gone_erased: 'write',
  },
  moving: {
    redaction: 'write',
    canceled: 'write',
    known: 'write',
    birth: 'ignore',
    newer: 'write',
    passed: 'ask',
    unclear: 'ask',
    older: 'ignore',
    untouched: 'write',
    overtaken: 'ask',
    nudge: 'ask',
    gone: 'write',
    gone_overtaken: 'ask',
    gone_untrusted: 'ignore',
    gone_erased: 'write',
  },
  verified: {
    redaction: 'write',
    canceled: 'write',
    known: 'write',
    birth: 'ignore',
    newer: 'write',
    passed: 'ask',
    unclear: 'ask',
    older: 'ignore',
    untouched: 'write',
    overtaken: 'ask',
    nudge: 'ask',
    gone: 'ignore',
    gone_overtaken: 'ignore',
    gone_untrusted: 'ignore',
    gone_erased: 'write',
  },
  canceled: {
    redaction: 'write',
    canceled: 'ignore',
    known: 'ignore',
    birth: 'ignore',
    newer: 'ignore',
    passed: 'ignore',
    unclear: 'ignore',
    older: 'ignore',
    untouched: 'ignore',
    overtaken: 'ignore',
    nudge: 'ask',
    gone: 'ignore',
    gone_overtaken: 'ignore',
    gone_untrusted: 'ignore',
    gone_erased: 'write',
  },
  missing: {
    redaction: 'write',
    canceled: 'write',
    known: 'write',
    birth: 'ask',
    newer: 'write',
    passed: 'ask',
    unclear: 'ask',
    older: 'ask',
    untouched: 'write',
    overtaken: 'ask',
    nudge: 'ask',
    gone: 'ignore',
    gone_overtaken: 'ignore',
    gone_untrusted: 'ignore',
    gone_erased: 'write',
  },
  redacted: {
    redaction: 'write',
    canceled: 'ignore',
    known: 'ignore',
    birth: 'ignore',
    newer: 'ignore',
    passed: 'ignore',
    unclear: 'ignore',
    older: 'ignore',
    untouched: 'ignore',
    overtaken: 'ignore',
    nudge: 'ask',
    gone: 'ignore',
    gone_overtaken: 'ignore',
    gone_untrusted: 'ignore',
    gone_erased: 'write',
  },
}

/** Decides whether this fact changes this record. */
export function judge(record: SessionRecord, fact: Fact): Verdict {
  return TRUTH[kindOf(record)][placeOf(record, fact)]
}

export function kindOf(record: SessionRecord): Kind {
  if (record.redaction !== null) return 'redacted'
  if (record.status === 'canceled') return record.basis === 'guess' ? 'missing' : 'canceled'
  if (record.status === 'verified') return 'verified'
  if (record.basis === 'birth') return 'pristine'
  return record.status === 'processing' && record.doubt === null ? 'submitted' : 'moving'
}

export function placeOf(record: SessionRecord, fact: Fact): Place {
  if (fact.kind === 'nudge') return 'nudge'
  if (fact.kind === 'missing') {
    if (!fact.trusted) return 'gone_untrusted'
    if (fact.redacted) return 'gone_erased'
    return isUntouched(record, fact) ? 'gone' : 'gone_overtaken'
  }
  const { snapshot } = fact
  if (redactionRank(snapshot.redaction) > redactionRank(record.redaction)) return 'redaction'
  if (snapshot.status === 'canceled') return 'canceled'
  if (fact.kind === 'event') {
    if (fact.birth) return 'birth'
    if (fact.created < record.lastEventAt) return 'older'
    if (sameFacts(record, snapshot)) return 'known'
    if (isNewer(record, fact)) return 'newer'
    return snapshot.status === 'verified' && fact.created > record.lastReplyAt ? 'passed' : 'unclear'
  }
  if (sameFacts(record, snapshot)) return 'known'
  return isUntouched(record, fact) ? 'untouched' : 'overtaken'
}

/** Event times are whole seconds, so an event is newer only if it is later than everything written. */
function isNewer(record: SessionRecord, event: EventFact): boolean {
  return event.created > record.lastEventAt && event.created > record.lastReplyAt
}

/** True if nothing was written since the request was sent. */
export function isUntouched(record: SessionRecord, fact: { record: SessionRecord }): boolean {
  return record.revision === fact.record.revision
}

function redactionRank(redaction: string | null): number {
  if (redaction === null) return 0
  return redaction === 'redacted' ? 2 : 1
}

function sameFacts(record: SessionRecord, snapshot: Snapshot): boolean {
  return (
    record.stripeId === snapshot.stripeId &&
    record.status === snapshot.status &&
    record.lastError?.code === snapshot.lastError?.code &&
    record.lastError?.reason === snapshot.lastError?.reason
  )
}
