import { IdentityError } from '../errors.js'
import { attemptsOf, type SessionRecord } from '../session.js'
import type { StoreTransaction } from '../store/store.js'

export interface Limits {
  /** Failed attempts allowed until the user is verified or an operator cancels; 0 means no limit. */
  maxAttempts: number
  /** Sessions of one user per UTC day; 0 means no limit. */
  maxSessionsPerUserPerDay: number
  /** Sessions of all users per UTC day; 0 means no limit. */
  maxSessionsPerDay: number
}

/** The remaining attempts; null if there is no limit. */
export function attemptsLeft(
  record: Pick<SessionRecord, 'attemptsBefore' | 'attempts'>,
  { maxAttempts }: Pick<Limits, 'maxAttempts'>,
): number | null {
  return maxAttempts === 0 ? null : Math.max(0, maxAttempts - record.attemptsBefore - record.attempts)
}

/** Attempts belong to the user, not to the session: only success or an operator resets the count. */
export function attemptsToCarry(ended: SessionRecord): number {
  return ended.status === 'verified' ? 0 : attemptsOf(ended)
}

/** The daily limits that apply to a new session of one user. */
export interface Ceilings {
  /** The current UTC day by the database's clock; null if there are no limits. */
  day: string | null
  /** Counts the session. Throws if a limit is reached, which rolls back its transaction. */
  take(): Promise<void>
}

/**
 * Checks the daily limits before Stripe is called. Throws if one is already reached, so that late requests do not
 * queue for the lock. The row that all users share is locked last, directly before the commit.
 */
export async function ceilingsFor(tx: StoreTransaction, user: string, limits: Limits): Promise<Ceilings> {
  const { maxSessionsPerUserPerDay: each, maxSessionsPerDay: all } = limits
  if (each === 0 && all === 0) return { day: null, take: async () => {} }
  const now = await tx.now()
  const day = new Date(now).toISOString().slice(0, 10)
  const [forEach, forAll] = [each || Number.MAX_SAFE_INTEGER, all || Number.MAX_SAFE_INTEGER]
  const headers = { 'Retry-After': String(Math.ceil((Date.parse(day) + 86_400_000 - now) / 1000)) }
  const userLimit = () =>
    new IdentityError('user_limit_reached', 'You have reached the daily limit of verifications.', {
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
