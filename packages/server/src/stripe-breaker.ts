import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import { StripeFailure } from './stripe-failure.js'

/** So many failures in a row, each after its own retries, mean that Stripe is away. */
const FAILURES = 5

/**
 * While Stripe is away calls fail at once instead of after their timeouts. Only what says nothing of our own doing
 * counts: refusals and 429 are answers. After `pauseMs` one call is let through, to see whether Stripe is back.
 */
export function createBreaker(pauseMs: number): <T>(call: () => Promise<T>) => Promise<T> {
  const policy = circuitBreaker(
    handleWhen((error) => error instanceof StripeFailure && error.kind === 'unavailable'),
    { halfOpenAfter: pauseMs, breaker: new ConsecutiveBreaker(FAILURES) },
  )
  return async (call) => {
    try {
      return await policy.execute(call)
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error
      throw new StripeFailure('unavailable', 'Stripe is not reachable at present.', {
        cause: error,
        retryAfter: Math.ceil(pauseMs / 1000),
      })
    }
  }
}
