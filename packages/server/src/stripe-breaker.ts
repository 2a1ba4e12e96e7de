import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import { StripeFailure } from './stripe-failure.js'

/** Consecutive failures, each after its own retries, after which Stripe counts as unreachable. */
const FAILURES = 5

/**
 * Creates a circuit breaker: while Stripe is unreachable, calls fail at once instead of after their timeouts.
 * Refusals and 429 are replies and do not count as failures. After `pauseMs` one call is let through to test whether
 * Stripe is back.
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
