import { ERRORS, type ErrorCode } from 'stripe-identity-contract'

/** The one base of everything this package throws: a stable `code`, its HTTP `status`, the `cause` where there is one. */
export class IdentityError extends Error {
  override readonly name: string = 'IdentityError'
  readonly code: ErrorCode
  readonly status: number
  /** Answer headers that belong to the error, such as `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>
  /** Facts for the answer's body beside code and message, such as the present status. */
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

/** Thrown at construction and at start; `problems` holds every problem found, each with its likely mend. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
    super(`The configuration has ${count}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

export function isIdentityError(error: unknown): error is IdentityError {
  return error instanceof IdentityError
}
