import type { ErrorCode } from 'stripe-identity-contract'

/** Everything that goes wrong in the widget. `code` is from the closed list of docs/error-codes.md. */
export class VerificationError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/**
 * Anything thrown, as an error of ours: `code` is what it is called if it is not one yet. Told by its code, since the
 * part of the widget that loads later has a class of its own.
 */
export function toError(thrown: unknown, code: ErrorCode): VerificationError {
  const error = thrown as VerificationError | undefined
  return typeof error?.code === 'string' ? error : new VerificationError(code, thrown)
}

/** The session is not the user's, or not there: what was known of it must not be shown on. */
export function isLost({ code }: VerificationError): boolean {
  return code === 'unauthenticated' || code === 'not_found'
}
