import type { SessionRecord, Snapshot } from './session.js'

/** Why a session's facts changed, or what was done to it. */
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

/** Something that Stripe said about a session. */
export type Fact = EventFact | NudgeFact | ReplyFact | MissingFact

/** An event: has a time of its own, may come twice, late, or in any order. */
export interface EventFact {
  kind: 'event'
  id: string
  /** Unix seconds. */
  created: number
  /** True for `….created`, which comes before every other event of its session. */
  birth: boolean
  snapshot: Snapshot
  cause: 'webhook' | 'events'
}

/** An event that names its session and no more: a thin one, or one that cannot be read. Stripe has to be asked. */
export interface NudgeFact {
  kind: 'nudge'
  /** The id of the classic event of the same fact where it is known, so that both together count once. */
  id: string
  stripeId: string
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

/** Stripe answered 404. That closes the session as our guess: any later word of Stripe overrules it. */
export interface MissingFact {
  kind: 'missing'
  record: SessionRecord
  /** False while this key has not been seen to know a session of ours: then the key may be of another account. */
  trusted: boolean
  /** True where Stripe was asked to redact it: then our record is erased as well. */
  redacted?: boolean
  actor?: string
}
