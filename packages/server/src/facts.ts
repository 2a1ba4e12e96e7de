import type { SessionRecord, Snapshot } from './session.js'

/** The cause of an entry in a session's history. */
export type Cause =
  | 'create'
  | 'webhook'
  | 'events'
  | 'retrieve'
  | 'update'
  | 'cancel'
  | 'redact'
  | 'missing'
  | 'attempts'
  | 'resend'
  | 'outputs'
  | 'adopt'

/** A piece of information from Stripe about a session. */
export type Fact = EventFact | NudgeFact | ReplyFact | MissingFact

/** A Stripe event. Has its own timestamp; may arrive twice, late or out of order. */
export interface EventFact {
  kind: 'event'
  id: string
  /** Unix seconds. */
  created: number
  /** True for `….created`, which precedes all other events of its session. */
  birth: boolean
  snapshot: Snapshot
  cause: 'webhook' | 'events'
}

/**
 * An event that only names its session, because it is thin or unreadable. The session has to be retrieved from
 * Stripe.
 */
export interface NudgeFact {
  kind: 'nudge'
  /** The id of the classic event for the same fact if known, so that both count once. */
  id: string
  stripeId: string
  cause: 'webhook' | 'events'
}

/** Stripe's reply to a request about `record`, which is the record as it was before the request was sent. */
export interface ReplyFact {
  kind: 'reply'
  record: SessionRecord
  snapshot: Snapshot
  /** Unix seconds from the reply's `Date` header. */
  date: number
  cause: Cause
  /** The person who requested it, if any. */
  actor?: string
}

/** Stripe's 404 for a session. The record is closed provisionally; any later information from Stripe overrides it. */
export interface MissingFact {
  kind: 'missing'
  record: SessionRecord
  /** False until this key has returned one of our sessions; before that it may belong to another account. */
  trusted: boolean
  /** True if a redaction was requested from Stripe; the record is then erased as well. */
  redacted?: boolean
  actor?: string
}
