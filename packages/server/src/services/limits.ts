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

/** A day's ceilings for one user's new session; nothing where there are none. */
export interface Ceilings {
  /** The UTC day that counts, by the database's clock; null where there are no ceilings. */
  day: string | null
  /** Counts the session; throws where a ceiling is reached, and then its transaction keeps nothing. */
  take(): Promise<void>
}

/**
 * Looks at the ceilings before Stripe hears of a new session; throws where one is reached already, so that a crowd that
 * comes too late does not queue. The row that all users share is taken last: whoever has it only has to commit.
 */
export async function ceilingsFor(tx: StoreTransaction, user: string, limits: Limits): Promise<Ceilings> {
  const { maxSessionsPerUserPerDay: each, maxSessionsPerDay: all } = limits
  if (each === 0 && all === 0) return { day: null, take: async () => {} }
  const now = await tx.now()
  const day = new Date(now).toISOString().slice(0, 10)
  const [forEach, forAll] = [each || Number.MAX_SAFE_INTEGER, all || Number.MAX_SAFE_INTEGER]
  const headers = { 'Retry-After': String(Math.ceil((Date.parse(day) + 86_400_000 - now) / 1000)) }
  const userLimit = () =>
    new IdentityError('user_limit_reached', 'You have started as many verifications as a day allows.', {
      headers,
    })
  const dailyLimit = () =>
    new IdentityError('daily_limit_reached', 'No more verifications can be started today.', { headers })
  const used = await tx.used(day, user)
  if (used.all >= forAll) throw dailyLimit()
  if (used.user >= forEach) throw userLimit()
  return {
    day,
    async take() {
      if (!(await tx.take(day, user, forEach))) throw userLimit()
      if (!(await tx.take(day, null, forAll))) throw dailyLimit()
    },
  }
}
