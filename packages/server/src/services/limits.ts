import { IdentityError } from '../errors.js'
import { attemptsOf, type SessionRecord } from '../session.js'
import type { StoreTransaction } from '../store/store.js'

export interface Limits {
  /** Failed attempts a user has until verified or until an operator cancels; 0 is no limit. */
  maxAttempts: number
  /** Sessions of one user in one UTC day; 0 is no limit. */
  maxSessionsPerUserPerDay: number
  /** Sessions of all users together in one UTC day; 0 is no limit. */
  maxSessionsPerDay: number
}

/** Null where there is no limit. */
export function attemptsLeft(
  record: Pick<SessionRecord, 'attemptsBefore' | 'attempts'>,
  { maxAttempts }: Pick<Limits, 'maxAttempts'>,
): number | null {
  return maxAttempts === 0 ? null : Math.max(0, maxAttempts - record.attemptsBefore - record.attempts)
}

/** Attempts are the user's, not the session's: only success or an operator's hand starts the count again. */
export function attemptsToCarry(ended: SessionRecord): number {
  return ended.status === 'verified' ? 0 : attemptsOf(ended)
}

/**
 * Counts a new session against the ceilings, before Stripe hears of it; throws where one is reached, and then counts
 * nothing. Returns the day it counts for, null where there are no ceilings.
 */
export async function reserve(tx: StoreTransaction, user: string, limits: Limits): Promise<string | null> {
  const { maxSessionsPerUserPerDay, maxSessionsPerDay } = limits
  if (maxSessionsPerUserPerDay === 0 && maxSessionsPerDay === 0) return null
  const now = await tx.now()
  const day = new Date(now).toISOString().slice(0, 10)
  const tomorrow = {
    headers: { 'Retry-After': String(Math.ceil((Date.parse(day) + 86_400_000 - now) / 1000)) },
  }
  // For all first: instances then wait for each other in one order.
  if (!(await tx.take(day, null, maxSessionsPerDay || Number.MAX_SAFE_INTEGER))) {
    throw new IdentityError('daily_limit_reached', 'No more verifications can be started today.', tomorrow)
  }
  if (!(await tx.take(day, user, maxSessionsPerUserPerDay || Number.MAX_SAFE_INTEGER))) {
    throw new IdentityError(
      'user_limit_reached',
      'You have started as many verifications as a day allows.',
      tomorrow,
    )
  }
  return day
}
