import type { Clock } from '../clock.js'
import { StripeError } from './errors.js'

interface Bucket {
  tokens: number
  filled: number
}

/** A token bucket per endpoint of the API; off until a rate is set. */
export class RateLimit {
  readonly #clock: Clock
  readonly #buckets = new Map<string, Bucket>()
  #perSecond = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get perSecond(): number {
    return this.#perSecond
  }

  /** Calls per second and endpoint; 0 is no limit. */
  set perSecond(rate: number) {
    this.#perSecond = rate
    this.#buckets.clear()
  }

  /** Counts a call; throws a 429 where the endpoint has had enough. */
  count(endpoint: string): void {
    if (this.#perSecond === 0) return
    const now = this.#clock.now()
    const bucket = this.#buckets.get(endpoint) ?? { tokens: this.#perSecond, filled: now }
    this.#buckets.set(endpoint, bucket)
    bucket.tokens = Math.min(
      this.#perSecond,
      bucket.tokens + ((now - bucket.filled) / 1000) * this.#perSecond,
    )
    bucket.filled = now
    if (bucket.tokens < 1) {
      throw new StripeError(
        429,
        'Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.',
        {
          code: 'rate_limit',
          headers: { 'stripe-rate-limited-reason': 'endpoint-rate' },
        },
      )
    }
    bucket.tokens -= 1
  }
}
