import { IdentityError } from '../errors.js'

/**
 * A database that did not do what it was asked: away, full, locked, broken, or made by a newer version. Nothing was
 * written, unless it was a commit whose answer got lost. Stores throw nothing else of their own, so a caller may tell
 * their failures from the errors of its own work.
 */
export class StoreError extends IdentityError {
  override readonly name = 'StoreError'
  /** The database's own code where it gave one, else what its driver said. Holds no data: it may be logged. */
  readonly reason: string
  /** True where the same connection will do no better later: the database has to be opened again. */
  readonly broken: boolean

  constructor(cause: unknown, { broken = false } = {}) {
    super('store_unavailable', 'The store does not answer. Try again in a moment.', { cause })
    this.reason = reasonOf(cause)
    this.broken = broken
  }
}

/** Servers always give a code, so a message without one is the driver's, and quotes nothing that was stored. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  // node:sqlite has one code for everything, and tells what it is by `errstr`.
  const { errstr, code } = cause as { errstr?: string; code?: string }
  return errstr ?? code ?? cause.message
}
