import type { SessionRecord } from '../session.js'

export interface Limits {
  /** Failed attempts a user has until verified or until an operator cancels; 0 is no limit. */
  maxAttempts: number
}

/** Null where there is no limit. */
export function attemptsLeft(
  record: Pick<SessionRecord, 'attemptsBefore' | 'attempts'>,
  { maxAttempts }: Limits,
): number | null {
  return maxAttempts === 0 ? null : Math.max(0, maxAttempts - record.attemptsBefore - record.attempts)
}

/** Attempts are the user's, not the session's: only success or an operator's hand starts the count again. */
export function attemptsToCarry(ended: SessionRecord): number {
  const forgiven =
    ended.status === 'verified' || ended.canceledBy === 'operator' || ended.canceledBy === 'dashboard'
  return forgiven ? 0 : ended.attemptsBefore + ended.attempts
}
