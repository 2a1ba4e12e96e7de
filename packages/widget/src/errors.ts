import type { ErrorCode } from 'stripe-identity-contract'

const NAME = 'VerificationError'

/** Everything that goes wrong in the widget. `code` is from the closed list of docs/error-codes.md. */
export class VerificationError extends Error {
  override readonly name = NAME
  readonly code: ErrorCode

  constructor(code: ErrorCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/** A part of the widget could not be loaded. One that is gone after a deployment looks the same as a network that is gone. */
export function loadFailed(cause: unknown): never {
  const isOffline = globalThis.navigator?.onLine === false
  throw new VerificationError(isOffline ? 'network_error' : 'widget_load_failed', cause)
}

/**
 * Anything thrown, as an error of ours; `code` is for those that are not one yet. Ours are recognised by their name: the
 * part of the widget that loads later has a class of its own, and other libraries' errors have codes as well.
 */
export function toError(thrown: unknown, code: ErrorCode): VerificationError {
  return (thrown as Error | undefined)?.name === NAME
    ? (thrown as VerificationError)
    : new VerificationError(code, thrown)
}

/** Whether the session is not the user's, or not there, so that nothing known of it may be shown any longer. */
export function isLost({ code }: VerificationError): boolean {
  return code === 'unauthenticated' || code === 'not_found'
}
