import { randomUUID } from 'node:crypto'
import { IdentityError } from '../errors.js'
import type { SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import { attemptsLeft, attemptsToCarry, ceilingsFor, type Limits } from './limits.js'

export interface Claimed {
  record: SessionRecord
  /** Made just now: nobody has asked Stripe for it before. */
  fresh: boolean
}

export interface Intents {
  /** The record to go on with: the open one, the verified one, or a new one, durable before Stripe hears of it. */
  claim(user: string): Promise<Claimed>
  /** Nothing was made: the intent closes, and what it counted against the ceilings is given back, once. */
  giveUp(intent: SessionRecord): Promise<void>
  /** The intent with the next idempotency key, stored before that is used; null where the intent is gone. */
  nextTry(intent: SessionRecord): Promise<SessionRecord | null>
}

/** `lapsed` tells which verifications are too old to count. */
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
        if (winner === null) throw new IdentityError('server_error', 'A session was made and is gone.')
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

/** The key of the intent's create at Stripe; the same for every repetition of one try. */
export function keyOf(intent: SessionRecord): string {
  return `identity-session-${intent.id}-${intent.createTry}`
}

export function attemptsExhausted(): IdentityError {
  return new IdentityError('attempts_exhausted', 'No attempts are left; an operator can help.')
}
