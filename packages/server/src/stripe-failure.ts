import { setTimeout as delay } from 'node:timers/promises'
import Stripe from 'stripe'

/**
 * The kinds of failures that callers distinguish:
 * `missing` 404 · `state` the session's status forbids it · `reused_key` the idempotency key was used with other
 * parameters · `rate_limited` 429 · `rejected` account, key, permission or parameters are wrong, nothing was created
 * · `unavailable` any failure after which the effect is unknown · `signature` a webhook that Stripe did not sign ·
 * `malformed` a signed webhook that is not an event.
 */
export type Failure =
  | 'missing'
  | 'state'
  | 'reused_key'
  | 'rate_limited'
  | 'rejected'
  | 'unavailable'
  | 'signature'
  | 'malformed'

/** A failed call to Stripe. Its message contains nothing that Stripe wrote; `cause` does, for logs to select from. */
export class StripeFailure extends Error {
  override readonly name = 'StripeFailure'
  readonly kind: Failure
  /** Stripe's request id, to find the call in its dashboard. */
  readonly requestId: string | undefined
  /** True if Stripe stored this failure under the idempotency key, so that the same key returns it again. */
  readonly stored: boolean
  /** True if the reply was unreadable: the call may have taken effect, and the key may return the reply again. */
  readonly garbled: boolean
  /** Seconds to wait, if Stripe specified them. */
  readonly retryAfter: number | undefined
  /** True if an earlier attempt of the same call may have taken effect, whatever the last reply was. */
  readonly uncertain: boolean

  constructor(
    kind: Failure,
    message: string,
    options: {
      cause?: unknown
      requestId?: string | undefined
      stored?: boolean
      garbled?: boolean
      retryAfter?: number | undefined
      uncertain?: boolean
    } = {},
  ) {
    super(message, { cause: options.cause })
    this.kind = kind
    this.requestId = options.requestId
    this.stored = options.stored ?? false
    this.garbled = options.garbled ?? false
    this.retryAfter = options.retryAfter
    this.uncertain = options.uncertain ?? false
  }
}

export function failureOf(error: unknown): Failure | null {
  return error instanceof StripeFailure ? error.kind : null
}

/**
 * The meaning of a refusal without a specific code: for changes of a session usually its status, otherwise the
 * request.
 */
export type Refusal = 'state' | 'rejected'

/** Stripe's own error text, for the operator's log and never for a response to a browser. */
export interface StripesWords {
  status: number | undefined
  type: string
  code: string | undefined
  param: string | undefined
  message: string
}

const LONGEST_MESSAGE = 500
/**
 * Matches values that Stripe may quote in a message: masked keys, and parameters such as a person's address or
 * number.
 */
const PRIVATE = /\b(?:sk|rk)_\S+|\S+@\S+|(?<!\w)\+?\d[\d ()-]{6,}\d/g

/** Finds Stripe's refusal in the chain of causes; null if there is none. */
export function stripesWords(error: unknown): StripesWords | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!(cause instanceof Stripe.errors.StripeError)) continue
    // Any other status may come from an intermediary.
    if (!isRefusal(cause.statusCode)) return null
    return {
      status: cause.statusCode,
      type: cause.rawType ?? cause.type,
      code: cause.code,
      param: cause.param,
      message: cause.message.replace(PRIVATE, '…').slice(0, LONGEST_MESSAGE),
    }
  }
  return null
}

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && status !== 429
}

/** True if the account has not activated Identity. Stripe has no code for this case, so its message is compared. */
export function isNotActivated(error: unknown): boolean {
  return stripesWords(error)?.message.startsWith('Your account is not set up to use Identity') ?? false
}

/**
 * Retries a call within `budgetMs` after lost connections, conflicts, 429, and failures of Stripe that are not stored
 * under the key. Rejects with a `StripeFailure`.
 */
export async function persist<T>(
  request: () => Promise<T>,
  budgetMs: number,
  refusal: Refusal = 'rejected',
): Promise<T> {
  const deadline = Date.now() + budgetMs
  let uncertain = false
  for (let attempt = 1; ; attempt++) {
    const spent = new AbortController()
    try {
      return await Promise.race([request(), expiry(deadline, spent.signal)])
    } catch (error) {
      const { failure, again } = classify(error, refusal)
      const pause = pauseBefore(attempt, failure.retryAfter)
      uncertain ||= failure.kind === 'unavailable'
      if (!again || attempt >= 4 || Date.now() + pause >= deadline) {
        throw new StripeFailure(failure.kind, failure.message, {
          ...failure,
          uncertain,
          cause: failure.cause,
        })
      }
      await delay(pause)
    } finally {
      spent.abort()
    }
  }
}

/** The types in Stripe's error envelope, which identify a reply as Stripe's own. */
const STRIPES_TYPES = new Set<string>([
  'api_error',
  'card_error',
  'idempotency_error',
  'invalid_request_error',
])

/** Half a second, doubling, with jitter; longer if Stripe requests it. */
function pauseBefore(attempt: number, retryAfter: number | undefined): number {
  const backoff = 250 * 2 ** attempt * (0.5 + Math.random() / 2)
  return Math.max(backoff, (retryAfter ?? 0) * 1000)
}

async function expiry(deadline: number, signal: AbortSignal): Promise<never> {
  await delay(Math.max(0, deadline - Date.now()), undefined, { signal, ref: false })
  throw new StripeFailure('unavailable', 'Stripe did not answer in time.')
}

function classify(error: unknown, refusal: Refusal): { failure: StripeFailure; again: boolean } {
  if (error instanceof StripeFailure) return { failure: error, again: false }
  if (!(error instanceof Stripe.errors.StripeError)) {
    return {
      failure: new StripeFailure('unavailable', 'The call to Stripe failed.', { cause: error }),
      again: false,
    }
  }
  const { statusCode: status, code, type, requestId } = error
  const headers = error.headers ?? {}
  const retryAfter = Number(headers['retry-after']) || undefined
  const fail = (kind: Failure, message: string, more: { stored?: boolean; garbled?: boolean } = {}) =>
    new StripeFailure(kind, message, { cause: error, requestId, retryAfter, ...more })

  if (error instanceof Stripe.errors.StripeAPIError && status === undefined)
    return { failure: fail('unavailable', 'Stripe’s reply is not JSON.', { garbled: true }), again: true }
  if (status === undefined)
    return { failure: fail('unavailable', 'Stripe could not be reached.'), again: true }
  // A redirect by an intermediary does not show Stripe's result.
  if (status < 400)
    return {
      failure: fail('unavailable', 'The reply did not come from Stripe.', { garbled: true }),
      again: true,
    }
  if (status === 404) {
    // An intermediary may send a 404 too, which is unrelated to the session.
    const isStripes = error.rawType !== undefined && STRIPES_TYPES.has(error.rawType)
    if (!isStripes)
      return { failure: fail('unavailable', 'A 404 came from something other than Stripe.'), again: false }
    return { failure: fail('missing', 'Stripe has no such object.'), again: false }
  }
  if (status === 409)
    return { failure: fail('unavailable', 'Stripe is busy with the same request.'), again: true }
  if (status === 429 || code === 'rate_limit') {
    return { failure: fail('rate_limited', 'Stripe limits the rate of requests.'), again: true }
  }
  if (type === 'StripeIdempotencyError') {
    return {
      failure: fail('reused_key', 'The idempotency key was used with other parameters.'),
      again: false,
    }
  }
  if (status === 401 || status === 403) {
    return { failure: fail('rejected', 'Stripe refuses the key or its permissions.'), again: false }
  }
  if (status >= 500) {
    const stored = headers['idempotent-replayed'] === 'true' || headers['stripe-should-retry'] === 'false'
    return { failure: fail('unavailable', 'Stripe failed.', { stored }), again: !stored }
  }
  if (code?.startsWith('parameter_')) {
    return { failure: fail('rejected', 'Stripe refuses the parameters.'), again: false }
  }
  const why =
    refusal === 'state'
      ? 'Stripe refuses this in the session’s current state.'
      : 'Stripe refuses the request.'
  return { failure: fail(refusal, why), again: false }
}
