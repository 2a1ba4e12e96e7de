export interface ErrorDetails {
  readonly type?: 'api_error' | 'authentication_error' | 'idempotency_error' | 'invalid_request_error'
  readonly code?: string
  /** The code is specific to the sandbox, so Stripe has no page about it. */
  readonly isOurs?: true
  readonly param?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A refusal in Stripe's form: an HTTP status and `{error: {type, code?, message, param?}}`. */
export class StripeError extends Error {
  override readonly name: string = 'StripeError'
  readonly status: number
  readonly details: ErrorDetails

  constructor(status: number, message: string, details: ErrorDetails = {}) {
    super(message)
    this.status = status
    this.details = details
  }

  /** The body of the answer, with additional fields such as `request_log_url`. */
  body(more: Readonly<Record<string, string>> = {}): object {
    const { type = 'invalid_request_error', code, isOurs, param } = this.details
    return {
      error: {
        ...(code !== undefined && {
          code,
          ...(!isOurs && { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
        }),
        message: this.message,
        ...(param !== undefined && { param }),
        ...more,
        type,
      },
    }
  }
}

/** A step that the session's state does not allow. The message is part of the API's answer. */
export class NotAllowed extends StripeError {
  override readonly name = 'NotAllowed'

  constructor(message: string) {
    super(400, message)
  }
}

/** An invalid call of the sandbox's own routes. The message describes the expected call. */
export class Malformed extends TypeError {
  override readonly name = 'Malformed'
}

/** A time outside the clock's range. */
export class OutOfRange extends RangeError {
  override readonly name = 'OutOfRange'
}

export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** Converts an error to Stripe's form; undefined for a bug of the sandbox. */
export function asStripeError(error: unknown): StripeError | undefined {
  if (error instanceof StripeError) return error
  if (error instanceof NotFound) return new StripeError(404, error.message)
  if (error instanceof Malformed || error instanceof OutOfRange) return new StripeError(400, error.message)
  return undefined
}
