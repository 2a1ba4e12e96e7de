import { ERRORS, type ErrorCode } from 'stripe-identity-contract'

/**
 * The base class of the errors that this package throws at run time, with a stable `code`, the HTTP `status` and, if
 * there is one, the `cause`.
 */
export class IdentityError extends Error {
  override readonly name: string = 'IdentityError'
  readonly code: ErrorCode
  readonly status: number
  /** Response headers of the error, such as `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>
  /** Additional fields of the response body, such as the present status. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; headers?: Record<string, string>; details?: Record<string, unknown> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.status = ERRORS[code] ?? 500
    this.headers = options.headers ?? {}
    this.details = options.details ?? {}
  }
}

/** Thrown at construction and at start. `problems` lists every problem, each with its likely fix. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
    super(`The configuration has ${count}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/** True for an `IdentityError`, so that a host's error handler can use its `code` and `status`. */
export function isIdentityError(error: unknown): error is IdentityError {
  return error instanceof IdentityError
}
