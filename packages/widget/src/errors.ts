import type { ErrorCode } from 'stripe-identity-contract'

const NAME = 'VerificationError'

/** All errors of the widget. `code` is from the closed list in docs/error-codes.md. */
export class VerificationError extends Error {
  override readonly name = NAME
  readonly code: ErrorCode

  constructor(code: ErrorCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/** Throws the error for a part that failed to load. A file removed by a deployment looks like a lost network. */
export function loadFailed(cause: unknown): never {
  throw new VerificationError(globalThis.navigator?.onLine ? 'widget_load_failed' : 'network_error', cause)
}

/**
 * Converts anything thrown to a VerificationError; `code` is for foreign errors. Ours are recognised by name, because
 * the part that loads later has its own class, and because errors of other libraries also have codes.
 */
export function toError(thrown: unknown, code: ErrorCode): VerificationError {
  return (thrown as Error | undefined)?.name === NAME
    ? (thrown as VerificationError)
    : new VerificationError(code, thrown)
}

/** True if the session is missing or not the user's, so that its state must not be shown any longer. */
export function isLost({ code }: VerificationError): boolean {
  return code === 'unauthenticated' || code === 'not_found'
}
