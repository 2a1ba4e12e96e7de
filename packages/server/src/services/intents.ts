import { randomUUID } from 'node:crypto'
import { IdentityError } from '../errors.js'
import type { SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import { attemptsLeft, attemptsToCarry, ceilingsFor, type Limits } from './limits.js'

export interface Claimed {
  record: SessionRecord
  /** True if the record is new, so that no create was sent to Stripe for it yet. */
  fresh: boolean
}

export interface Intents {
  /**
   * Returns the record to continue with: the open one, the verified one, or a new one that is stored before Stripe is
   * called.
   */
  claim(user: string): Promise<Claimed>
  /** Closes an intent for which no session was created, and returns its share of the daily limits, once. */
  giveUp(intent: SessionRecord): Promise<void>
  /** Stores and returns the intent with the next idempotency key; null if the intent no longer exists. */
  nextTry(intent: SessionRecord): Promise<SessionRecord | null>
}

/** `lapsed` decides which verifications are too old to count. */
export function createIntents(
  store: Store,
  limits: Limits,
  lapsed: (record: SessionRecord) => boolean,
): Intents {
  return {
    claim: (user) =>
      store.write(async (tx) => {
        const newest = await tx.lockNewest(user)
        if (newest !== null && (newest.open || (newest.status === 'verified' && !lapsed(newest))))
          return { record: newest, fresh: false }
        const attemptsBefore = newest === null ? 0 : attemptsToCarry(newest)
        if (attemptsLeft({ attemptsBefore, attempts: 0 }, limits) === 0) throw attemptsExhausted()
        const ceilings = await ceilingsFor(tx, user, limits)
        const now = Math.floor(Date.now() / 1000)
        const intent = { user, type: 'document', attemptsBefore, reservedDay: ceilings.day, now }
        const record = await tx.insert({ id: randomUUID(), ...intent })
        if (record !== null) {
          await ceilings.take()
          return { record, fresh: true }
        }
        const winner = await tx.lockNewest(user)
        if (winner === null)
          throw new IdentityError('server_error', 'A session was created and has disappeared.')
        return { record: winner, fresh: false }
      }),

    giveUp: (intent) =>
      store.write(async (tx) => {
        const locked = await tx.lock(intent.id)
        if (locked === null || locked.stripeId !== null || !locked.open) return
        if (locked.reservedDay !== null) await tx.giveBack(locked.reservedDay, locked)
        await tx.save({ ...locked, open: false, reservedDay: null, lookAt: null })
      }),

    nextTry: (intent) =>
      store.write(async (tx) => {
        const locked = await tx.lock(intent.id)
        if (locked === null || locked.stripeId !== null || locked.createTry !== intent.createTry)
          return locked
        const raised = { ...locked, createTry: locked.createTry + 1 }
        await tx.save(raised)
        return { ...raised, revision: raised.revision + 1 }
      }),
  }
}

/** The idempotency key of the intent's create; the same for all retries of one attempt. */
export function keyOf(intent: SessionRecord): string {
  return `identity-session-${intent.id}-${intent.createTry}`
}

export function attemptsExhausted(): IdentityError {
  return new IdentityError('attempts_exhausted', 'No attempts are left; an operator can help.')
}
