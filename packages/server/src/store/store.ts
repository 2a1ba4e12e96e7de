import type { Cause } from '../facts.js'
import type { SessionRecord } from '../session.js'
import type { OperatorStore } from './operator-store.js'

/** One entry of a session's history: the change, its cause, and the person who made it, if any. */
export interface Transition {
  sessionId: string
  version: number
  /** Unix seconds. */
  at: number
  cause: Cause
  from: string | null
  to: string | null
  errorCode: string | null
  /** The id of the Stripe event that caused it, if any. */
  eventId: string | null
  /** `user`, or the operator's id; null if no person acted here. */
  actor: string | null
}

/** The initial values of a record. The store adds the owner's key, the mode and the counters. */
export interface NewSession {
  id: string
  user: string
  type: string
  attemptsBefore: number
  /** The UTC day against whose limits it was counted; null if there are none. */
  reservedDay: string | null
  /** Unix seconds. */
  now: number
  /**
   * Set for a session created elsewhere: Stripe's id is known, and it may be closed or rank behind the current
   * session.
   */
  adopted?: { stripeId: string; open: boolean; behind: boolean }
}

/** A pending delivery: one change of one session for one sink. */
export interface Effect {
  /** The same for all attempts and all sinks: `<record id>:<version>`. */
  id: string
  sink: string
  sessionId: string
  version: number
  stripeId: string
  user: string
  from: string | null
  to: string
  errorCode: string | null
  /** Unix seconds of the change's commit. */
  at: number
  /** The number of failed attempts. */
  failures: number
}

/** Counts of the sessions created since a given time. */
export interface Summary {
  byStatus: Record<string, number>
  byErrorCode: Record<string, number>
  /** UTC days, such as 2026-01-31. */
  byDay: Record<string, number>
  /** Seconds from the creation until the verification was first seen. */
  verifiedAfter: { count: number; median: number | null; p90: number | null }
  /** Effects that failed so often that they no longer block later ones. */
  effectsSetAside: number
}

/** The default prefix of all table names. */
export const DEFAULT_TABLE_PREFIX = 'stripe_identity_'

export interface StoreOptions {
  /** Two stores with different prefixes are independent, even in one database. */
  prefix?: string
}

/**
 * The durable storage. There is one implementation per database family; the test suite in `test/store` defines its
 * behaviour.
 *
 * A store serves one mode: every row it reads or writes carries `livemode`, and rows of the other mode do not exist
 * for it. Methods reject with a `StoreError` if the database fails.
 */
export interface Store extends OperatorStore {
  /**
   * Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects. After
   * a conflict with another transaction, `work` runs again from its beginning.
   */
  write<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>
  /**
   * Like `write`, for deliveries, which are most of the writes: concurrent ones may share a commit. Each has its own
   * outcome; `work` may run several times. `stripeId` is the session that the delivery is about.
   */
  writeTogether<T>(stripeId: string, work: (tx: StoreTransaction) => Promise<T>): Promise<T>

  /**
   * The user's newest record with a session at Stripe. A record closed by a guess counts only if no earlier one is
   * open or verified.
   */
  newest(user: string): Promise<SessionRecord | null>
  /** The user's record of the Stripe session `stripeId`; null if it does not exist or belongs to another user. */
  owned(user: string, stripeId: string): Promise<SessionRecord | null>
  /** Every record of the user, newest first. */
  allOf(user: string): Promise<SessionRecord[]>
  byId(id: string): Promise<SessionRecord | null>
  /** Finds a record of any user, for operators. */
  byStripeId(stripeId: string): Promise<SessionRecord | null>
  /** The history of a record, oldest first. */
  history(id: string): Promise<Transition[]>
  /** The summary of sessions created at or after `since` (unix seconds). */
  summary(since: number): Promise<Summary>

  /** Open records for which a client waits, most recently watched first. `now` in unix milliseconds. */
  watched(now: number, limit: number): Promise<SessionRecord[]>
  /**
   * Records with a doubt, a redaction, an unfinished create or a closing whose check is due. `now` in unix
   * milliseconds.
   */
  urgent(now: number, limit: number): Promise<SessionRecord[]>
  /** Other records whose check is due, longest due first. `now` in unix milliseconds. */
  due(now: number, limit: number): Promise<SessionRecord[]>

  /**
   * Claims due effects of a sink for `leaseMs`, during which no other caller gets them. Returns only the oldest
   * effect of each session that is neither done nor set aside.
   */
  claimEffects(sink: string, limit: number, leaseMs: number): Promise<Effect[]>
  /** Removes the effect and records its delivery. */
  finishEffect(effect: Effect): Promise<void>
  /** Counts a failure. The effect is due again in `retryInMs`, or set aside for good if that is null. */
  failEffect(effect: Effect, retryInMs: number | null): Promise<void>

  /**
   * Calls `wake` some time after a record changed. A call may be unnecessary, so subscribe first and then read.
   * Returns a function that ends the subscription.
   */
  watch(id: string, wake: () => void): () => void

  /**
   * The database's current time by its last reading, in unix milliseconds, for times that instances compare, since
   * their clocks may differ. `lease` refreshes it.
   */
  now(): number
  /**
   * Acquires or extends a lease for `ttlMs` from the database's current time; true for at most one `holder` at a
   * time.
   */
  lease(name: string, holder: string, ttlMs: number): Promise<boolean>
  /** The arrival of the last signed event at any instance, in unix milliseconds; 0 before the first. */
  lastSignedAt(): Promise<number>
  getSetting(name: string): Promise<string | null>

  /** Resolves if the database answers. */
  ping(): Promise<void>
  /** Closes connections and subscriptions. May be called twice. */
  close(): Promise<void>
}

/** The operations inside a transaction. Reads lock the rows they find until it ends. */
export interface StoreTransaction {
  /** The database's current time in unix milliseconds: the same for all instances. */
  now(): Promise<number>
  lock(id: string): Promise<SessionRecord | null>
  lockByStripeId(stripeId: string): Promise<SessionRecord | null>
  /** Like `newest`, but includes records without a session at Stripe. */
  lockNewest(user: string): Promise<SessionRecord | null>
  /** The key by which owners are compared. */
  keyOf(user: string): Promise<string>
  /** Inserts an open record; null if the user already has one (another instance was faster). */
  insert(session: NewSession): Promise<SessionRecord | null>
  /** Writes the whole record and increases its revision. Its watchers are woken after the commit. */
  save(record: SessionRecord): Promise<void>
  /** Sets the record's next check and watch time without increasing its revision. */
  touch(id: string, marks: { watchedUntil?: number; lookAt?: number | null }): Promise<void>
  /** Records an event's id and source; false if it was known. */
  recordEvent(eventId: string, source: 'webhook' | 'events'): Promise<boolean>
  /** Records the report of a failed attempt; false if it was known. */
  recordAttempt(id: string, reportId: string): Promise<boolean>
  recordTransition(transition: Transition): Promise<void>
  enqueueEffect(effect: Omit<Effect, 'failures'>): Promise<void>
  /** Like `enqueueEffect`; an effect that waits or was set aside becomes due at once with its failures reset. */
  enqueueEffectAgain(effect: Omit<Effect, 'failures'>): Promise<void>
  /** The number of sessions counted on a day, for this user and for all. */
  used(day: string, user: string): Promise<{ user: number; all: number }>
  /** Counts one session against a daily limit, for one user or (null) for all; false if the limit is reached. */
  take(day: string, user: string | null, ceiling: number): Promise<boolean>
  /** Reverts `take` for the record's user and for all. */
  giveBack(day: string, record: SessionRecord): Promise<void>
  /** Removes all personal data except the record itself: history, attempts, effects and deliveries. */
  erase(id: string): Promise<void>
  setSetting(name: string, value: string): Promise<void>
  /** Deletes event ids recorded before `before` (unix milliseconds) and daily counts of earlier days. */
  prune(before: number): Promise<void>
}
