import type { Cause } from '../facts.js'
import type { SessionRecord } from '../session.js'

/** One line of a session's history: what changed, why, and who did it where a person did. */
export interface Transition {
  sessionId: string
  version: number
  /** Unix seconds. */
  at: number
  cause: Cause
  from: string | null
  to: string | null
  errorCode: string | null
  /** Stripe's event id, where an event told it. */
  eventId: string | null
  /** `user`, or the operator's id; null where nobody of ours acted. */
  actor: string | null
}

/** How a new record begins; the store adds the owner's key, the mode and the counters. */
export interface NewSession {
  id: string
  user: string
  type: string
  attemptsBefore: number
  /** The UTC day whose ceilings it was counted against; null where there are none. */
  reservedDay: string | null
  /** Unix seconds. */
  now: number
  /** A session made elsewhere: Stripe's id is known, it may be closed, and may stand behind what counts already. */
  adopted?: { stripeId: string; open: boolean; behind: boolean }
}

/** Something the host is to be told of: one change of one session, for one sink. */
export interface Effect {
  /** The same over all tries and all sinks: `<record id>:<version>`. */
  id: string
  sink: string
  sessionId: string
  version: number
  stripeId: string
  user: string
  from: string | null
  to: string
  errorCode: string | null
  /** Unix seconds: when the change was committed. */
  at: number
  /** Tries that failed so far. */
  failures: number
}

/** Counts over the sessions made since some time. */
export interface Summary {
  byStatus: Record<string, number>
  byErrorCode: Record<string, number>
  /** UTC days, as 2026-01-31. */
  byDay: Record<string, number>
  /** Seconds from created to first seen verified. */
  verifiedAfter: { count: number; median: number | null; p90: number | null }
  /** Effects that failed so often that later ones were let past. */
  effectsSetAside: number
}

/** How far a session came: made, anything said of it by Stripe, given to Stripe's checks, passed. */
export type Stage = 'created' | 'started' | 'submitted' | 'verified'

/** Which sessions an operator looks for; what is absent does not narrow the search. */
export interface SearchFilter {
  /** A user's id, a session's (`vs_…` or ours), an event's (`evt_…`), or the id of a status change. */
  q?: string | undefined
  status?: string | undefined
  /** The code of the last failure. */
  reason?: string | undefined
  stage?: Stage | undefined
  /** Made at or after, and before: unix seconds. */
  from?: number | undefined
  until?: number | undefined
  attention?: boolean | undefined
}

/** A place in a search: the session that it names, and everything older or newer. */
export interface Place {
  created: number
  id: string
}

export interface Search {
  filter: SearchFilter
  limit: number
  /** Sessions older than this place, or newer than it; never both. */
  after?: Place | undefined
  before?: Place | undefined
  attention: AttentionLimits
}

/** From when on a session needs an operator's attention. */
export interface AttentionLimits {
  /** Failed attempts that are all a user has; 0 is no limit. */
  maxAttempts: number
  /** Unix seconds: a doubt, and a redaction under way, that is older. */
  doubtBefore: number
  redactionBefore: number
}

/** A session as an operator finds it, with what only other rows tell. */
export interface Found {
  record: SessionRecord
  /** The same user has a newer one. */
  superseded: boolean
  /** It was verified, and is not now. */
  takenBack: boolean
  /** The host could not be told of a change, and no further try is made. */
  setAside: boolean
}

/** A change that the host was told of, or is to be. */
export interface Delivery {
  /** As in the change itself: `<record id>:<version>`. */
  id: string
  sink: string
  sessionId: string
  version: number
  state: 'told' | 'waiting' | 'set_aside'
  /** Tries that failed. */
  failures: number
  /** Unix seconds: when it was told, or is due; null where it is set aside. */
  at: number | null
}

/** An act of an operator on one of several sessions. */
export interface QueuedAct {
  batch: string
  position: number
  stripeId: string
  act: string
  /** The operator's id. */
  actor: string
  state: 'waiting' | 'done' | 'refused'
  /** Why it was refused, or why the last try failed. */
  code: string | null
  /** Tries that failed. */
  tries: number
}

/** Acts on several sessions: what is in here is done, also by another instance or after a restart. */
export interface ActQueue {
  enqueueActs(batch: string, act: string, actor: string, stripeIds: readonly string[]): Promise<void>
  /** Of acts that are due, so many, which no other caller gets before `leaseMs` are over. */
  claimActs(limit: number, leaseMs: number): Promise<QueuedAct[]>
  /** The end of an act: done, or refused with a code. */
  endAct(act: QueuedAct, code: string | null): Promise<void>
  /** Counts a failed try; the act is due again after `retryInMs`. */
  delayAct(act: QueuedAct, code: string, retryInMs: number): Promise<void>
  /** Those of one batch, in their order. */
  actsOf(batch: string): Promise<QueuedAct[]>
}

/** How far the sessions came that were made in a span of time. */
export interface Funnel {
  /** UTC days, oldest first; days without a session are left out. */
  days: ({ day: string } & Record<Stage, number>)[]
  /** Sessions by the code of their last failure, most first. */
  reasons: { code: string; count: number }[]
  /** Seconds from created to first seen verified. */
  secondsToVerified: { count: number; p50: number | null; p90: number | null }
}

/** What only operators ask. */
export interface OperatorStore extends ActQueue {
  /** Newest first, whichever way is walked; `more` says whether there are others in that direction. */
  search(search: Search): Promise<{ found: Found[]; more: boolean }>
  /** The record and all others of the same user, newest first, redacted ones included. */
  allBeside(record: SessionRecord): Promise<Found[]>
  /** The sessions with these ids of Stripe's, in any order. */
  allFound(stripeIds: readonly string[]): Promise<Found[]>
  /** Of these records, oldest first. */
  deliveries(ids: readonly string[]): Promise<Delivery[]>
  /** Of the sessions made at or after `from` and before `until` (unix seconds). */
  funnel(from: number, until: number): Promise<Funnel>
}

/** What the names of all that a store has in its database begin with, where nothing else is said. */
export const DEFAULT_TABLE_PREFIX = 'stripe_identity_'

export interface StoreOptions {
  /** Two stores with different prefixes do not know of each other, in one database too. */
  prefix?: string
}

/**
 * The durable truth. One implementation per database family; the suite in `test/store` is its meaning.
 *
 * A store serves one mode: every row it reads or writes carries `livemode`, and rows of the other mode do not exist for
 * it. Methods reject with a `StoreError` where the database fails.
 */
export interface Store extends OperatorStore {
  /**
   * Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects. Where it
   * lost against another transaction, `work` is run again from its beginning.
   */
  write<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>
  /**
   * As `write`, but may share its transaction, and so its commit, with other works that wait at the same time. Each has
   * an outcome of its own: where one fails, the others are run again without it.
   */
  writeTogether<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>

  /**
   * The user's newest record that Stripe knows of, found by user so that it is theirs. One that was closed by a guess
   * counts only where no earlier one is open or verified.
   */
  newest(user: string): Promise<SessionRecord | null>
  /** The user's record of Stripe's session `stripeId`; null both where it is not there and where it is not theirs. */
  owned(user: string, stripeId: string): Promise<SessionRecord | null>
  /** Every record of the user, newest first. */
  allOf(user: string): Promise<SessionRecord[]>
  byId(id: string): Promise<SessionRecord | null>
  /** For operators: whose it is does not matter. */
  byStripeId(stripeId: string): Promise<SessionRecord | null>
  /** Oldest first. */
  history(id: string): Promise<Transition[]>
  /** Of the sessions made at or after `since` (unix seconds). */
  summary(since: number): Promise<Summary>

  /** Open records that somebody waits for, newest first. `now` in unix milliseconds. */
  watched(now: number, limit: number): Promise<SessionRecord[]>
  /** Records with a doubt, a redaction, an unfinished create or a closing that is due. `now` in unix milliseconds. */
  urgent(now: number, limit: number): Promise<SessionRecord[]>
  /** Other records whose time to be looked at has come, longest due first. `now` in unix milliseconds. */
  due(now: number, limit: number): Promise<SessionRecord[]>

  /**
   * Takes effects of a sink that are due, each for `leaseMs`: until then nobody else gets them. Of one session only the
   * oldest that is neither done nor set aside.
   */
  claimEffects(sink: string, limit: number, leaseMs: number): Promise<Effect[]>
  /** Takes it out, and remembers that it was told. */
  finishEffect(effect: Effect): Promise<void>
  /** Counts a failure; due again in `retryInMs`, or set aside for good where that is null. */
  failEffect(effect: Effect, retryInMs: number | null): Promise<void>

  /**
   * Calls `wake` some time after a record changed. It carries nothing and may come without need: subscribe, then read.
   * Returns what ends the subscription.
   */
  watch(id: string, wake: () => void): () => void

  /**
   * The database's present by its last reading, in unix milliseconds: for times that instances compare with each other,
   * whose own clocks may differ. `lease` reads it anew.
   */
  now(): number
  /** True for at most one `holder` at a time, for `ttlMs` from the database's present; asking again prolongs it. */
  lease(name: string, holder: string, ttlMs: number): Promise<boolean>
  /** When a signed event last came, at whichever instance; 0 before any. Unix milliseconds. */
  lastSignedAt(): Promise<number>
  getSetting(name: string): Promise<string | null>

  /** Resolves if the database answers. */
  ping(): Promise<void>
  /** Ends connections and subscriptions; may be called twice. */
  close(): Promise<void>
}

/** What can be done inside a transaction. Reads lock what they find until the transaction ends. */
export interface StoreTransaction {
  /** The database's present, in unix milliseconds: the same for all instances. */
  now(): Promise<number>
  lock(id: string): Promise<SessionRecord | null>
  lockByStripeId(stripeId: string): Promise<SessionRecord | null>
  /** As `newest`, also where Stripe does not know of it yet. */
  lockNewest(user: string): Promise<SessionRecord | null>
  /** What the owner of a record is compared by. */
  keyOf(user: string): Promise<string>
  /** Adds an open record, or returns null where the user has one already (another instance was faster). */
  insert(session: NewSession): Promise<SessionRecord | null>
  /** Writes the whole record and raises its revision; whoever watches it is woken after the commit. */
  save(record: SessionRecord): Promise<void>
  /** Sets when the record is next looked at, without raising its revision. */
  touch(id: string, marks: { watchedUntil?: number; lookAt?: number | null }): Promise<void>
  /** Remembers an event's id and by which way it came; false where it was known. */
  recordEvent(eventId: string, source: 'webhook' | 'events'): Promise<boolean>
  /** Remembers a failed attempt's report; false where it was known. */
  recordAttempt(id: string, reportId: string): Promise<boolean>
  recordTransition(transition: Transition): Promise<void>
  enqueueEffect(effect: Omit<Effect, 'failures'>): Promise<void>
  /** As `enqueueEffect`; one that waits, or was set aside, is due at once and has failed never. */
  enqueueEffectAgain(effect: Omit<Effect, 'failures'>): Promise<void>
  /** How many sessions a day has counted, of this user and of all. */
  used(day: string, user: string): Promise<{ user: number; all: number }>
  /** Counts one session against a day's ceiling, for one user or (null) for all; false where that is reached. */
  take(day: string, user: string | null, ceiling: number): Promise<boolean>
  /** Gives back what `take` counted for the record's user and for all. */
  giveBack(day: string, record: SessionRecord): Promise<void>
  /** Removes everything that tells about the person but the record itself: history, attempts, effects and deliveries. */
  erase(id: string): Promise<void>
  setSetting(name: string, value: string): Promise<void>
  /** Forgets event ids remembered before `before` (unix milliseconds) and ceilings of days before that. */
  prune(before: number): Promise<void>
}
