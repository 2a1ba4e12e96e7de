import type { SessionRecord } from '../session.js'

/**
 * The progress of a session: created, first information from Stripe about it, submitted to Stripe's checks, passed.
 */
export type Stage = 'created' | 'started' | 'submitted' | 'verified'

/** The filters of an operator's search. An absent filter does not narrow it. */
export interface SearchFilter {
  /** The id of a user, a session (`vs_…` or ours), an event (`evt_…`) or a status change. */
  q?: string | undefined
  status?: string | undefined
  /** The code of the last failure. */
  reason?: string | undefined
  stage?: Stage | undefined
  /** Bounds of the creation time in unix seconds: at or after `from`, before `until`. */
  from?: number | undefined
  until?: number | undefined
  attention?: boolean | undefined
}

/** A position in a search: the session with this creation time and id. */
export interface Place {
  created: number
  id: string
}

export interface Search {
  filter: SearchFilter
  limit: number
  /** Selects sessions older (`after`) or newer (`before`) than this place; never both. */
  after?: Place | undefined
  before?: Place | undefined
  attention: AttentionLimits
}

/** The limits from which a session needs an operator's attention. */
export interface AttentionLimits {
  /** The limit of failed attempts; 0 means no limit. */
  maxAttempts: number
  /** Unix seconds. A doubt or a pending redaction from before this time needs attention. */
  doubtBefore: number
  redactionBefore: number
}

/** A session in an operator's search, with facts from other rows. */
export interface Found {
  record: SessionRecord
  /** True if the same user has a newer session. */
  superseded: boolean
  /** True if it was verified and is not now. */
  takenBack: boolean
  /** True if a change could not be delivered to the host and is not retried. */
  setAside: boolean
}

/** The delivery of a change to the host, done or pending. */
export interface Delivery {
  /** The id of the change: `<record id>:<version>`. */
  id: string
  sink: string
  sessionId: string
  version: number
  state: 'told' | 'waiting' | 'set_aside'
  /** The number of failed attempts. */
  failures: number
  /** Unix seconds of the delivery, or of the next attempt; null if set aside. */
  at: number | null
}

/** An operator's action on one session of a batch. */
export interface QueuedAct {
  batch: string
  position: number
  stripeId: string
  act: string
  /** The operator's id. */
  actor: string
  state: 'waiting' | 'done' | 'refused'
  /** The error code of the refusal, or of the last failed try. */
  code: string | null
  /** Number of failed tries. */
  tries: number
}

/** The queue of actions on several sessions. Any instance may process it, also after a restart. */
export interface ActQueue {
  enqueueActs(batch: string, act: string, actor: string, stripeIds: readonly string[]): Promise<void>
  /** Claims up to `limit` due actions; no other caller receives them before `leaseMs` have passed. */
  claimActs(limit: number, leaseMs: number): Promise<QueuedAct[]>
  /** Ends an action: done, or refused with a code. */
  endAct(act: QueuedAct, code: string | null): Promise<void>
  /** Counts a failed try; the action is due again after `retryInMs`. */
  delayAct(act: QueuedAct, code: string, retryInMs: number): Promise<void>
  /** The actions of one batch, in order. */
  actsOf(batch: string): Promise<QueuedAct[]>
}

/** The progress of the sessions created in a span of time. */
export interface Funnel {
  /** UTC days, oldest first; days without a session are left out. */
  days: ({ day: string } & Record<Stage, number>)[]
  /** Sessions by the code of their last failure, most frequent first. */
  reasons: { code: string; count: number }[]
  /** Seconds from the creation until the verification was first seen. */
  secondsToVerified: { count: number; p50: number | null; p90: number | null }
}

/** The queries for operators. */
export interface OperatorStore extends ActQueue {
  /**
   * Searches sessions. The result is always sorted newest first; `more` shows whether there are others in the
   * direction of the search.
   */
  search(search: Search): Promise<{ found: Found[]; more: boolean }>
  /** The record and all others of the same user, newest first, including redacted ones. */
  allBeside(record: SessionRecord): Promise<Found[]>
  /** The sessions with these Stripe ids, in any order. */
  allFound(stripeIds: readonly string[]): Promise<Found[]>
  /** The deliveries of these records, oldest first. */
  deliveries(ids: readonly string[]): Promise<Delivery[]>
  /** The funnel of sessions created at or after `from` and before `until` (unix seconds). */
  funnel(from: number, until: number): Promise<Funnel>
}
