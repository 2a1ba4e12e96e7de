import { IdentityError } from '../errors.js'

/**
 * A failure of the database: unreachable, full, locked, broken, or from a newer version. Nothing was written, except
 * possibly by a commit whose reply was lost. Stores throw no other errors of their own, so callers can distinguish
 * store failures from errors in their own work.
 */
export class StoreError extends IdentityError {
  override readonly name = 'StoreError'
  /** The database's error code, otherwise the driver's message. Contains no data and may be logged. */
  readonly reason: string
  /** True if the connection cannot recover, so that the database must be reopened. */
  readonly broken: boolean

  constructor(cause: unknown, { broken = false } = {}) {
    super('store_unavailable', 'The store does not answer. Try again in a moment.', { cause })
    this.reason = reasonOf(cause)
    this.broken = broken
  }
}

/** Servers always return a code, so a message without one comes from the driver and quotes no stored data. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  // node:sqlite uses one code for all errors; `errstr` has the specific one.
  const { errstr, code } = cause as { errstr?: string; code?: string }
  return errstr ?? code ?? cause.message
}
