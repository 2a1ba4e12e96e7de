import type { EventFact, Fact } from './facts.js'
import type { SessionRecord, Snapshot } from './session.js'

/** `write` the fact moves the record · `ignore` it does not · `ask` only Stripe can say. */
export type Verdict = 'write' | 'ignore' | 'ask'

/**
 * The record, as far as Stripe's next word is concerned: `pristine` nothing but its birth is known · `submitted` for
 * sure, and without an answer · `moving` failed, or otherwise under way · `verified` · `canceled` by Stripe's word ·
 * `missing` closed by a 404, which is our guess · `redacted`.
 */
export type Kind = 'pristine' | 'submitted' | 'moving' | 'verified' | 'canceled' | 'missing' | 'redacted'

/**
 * The fact, as far as its place in time is concerned. `redaction`, `canceled`, `known` and `birth` carry their place in
 * what they say. Other events are `newer` than all that was written, `older` than the last event, or of an `unclear`
 * time; `passed` is a `verified` of the same second as the last event. Other replies left after the last write (`untouched`) or before it (`overtaken`). The rest: a `nudge`, and 404s.
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
 * Which fact moves which record. What was submitted passes within a second without a question: only an override and
 * another submission in that second could come between, and the override's event asks. Reviewers and blocklists take `verified` back, so it yields to a newer word; `canceled`
 * and a redaction are final at Stripe.
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

/** May this fact move this record? */
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

/** Times of events have whole seconds: newer is what lies after everything that was written. */
function isNewer(record: SessionRecord, event: EventFact): boolean {
  return event.created > record.lastEventAt && event.created > record.lastReplyAt
}

/** Nothing was written since the request left. */
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
