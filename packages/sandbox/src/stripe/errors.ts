export type StripeErrorType = 'api_error' | 'idempotency_error' | 'invalid_request_error'

export interface ErrorDetails {
  readonly type?: StripeErrorType
  readonly code?: string
  readonly param?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A refusal in Stripe's shape: an HTTP status and `{error: {type, code?, message, param?}}`. */
export class StripeError extends Error {
  override readonly name = 'StripeError'
  readonly status: number
  readonly details: ErrorDetails

  constructor(status: number, message: string, details: ErrorDetails = {}) {
    super(message)
    this.status = status
    this.details = details
  }

  get body(): object {
    return this.bodyWith({})
  }

  /** The body to answer, with further fields such as `request_log_url`. */
  bodyWith(more: Readonly<Record<string, string>>): object {
    const { type = 'invalid_request_error', code, param } = this.details
    return {
      error: {
        ...(code !== undefined && {
          code,
          doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`,
        }),
        message: this.message,
        ...(param !== undefined && { param }),
        ...more,
        type,
      },
    }
  }
}

/** A parameter that the API does not take as it is. */
export function invalidParam(param: string, message: string, code?: string): StripeError {
  return new StripeError(400, message, { param, ...(code !== undefined && { code }) })
}

/** `status` is 404 where the id stands in the path, 400 where it came as a parameter. */
export function noSuch(noun: string, id: string, param: string, status: 400 | 404 = 404): StripeError {
  return new StripeError(status, `No such ${noun}: '${id}'`, { code: 'resource_missing', param })
}

/** An address that names nothing; a slash at its end is what an empty id leaves. */
export function unknownRoute(method: string, path: string): StripeError {
  const hint = path.endsWith('/')
    ? ' If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.'
    : ''
  return new StripeError(
    404,
    `Unrecognized request URL (${method}: ${path}).${hint} Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  )
}
