import type { Clock } from '../world/clock.js'
import { REFUSALS } from './refusals.js'

const WINDOW_MS = 1000

/** Limits the calls of each endpoint in any second of the clock. Off until a rate is set. */
export class RateLimit {
  readonly #clock: Clock
  /** The times of the calls in the last second, by endpoint, oldest first. */
  readonly #calls = new Map<string, number[]>()
  #perSecond = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get perSecond(): number {
    return this.#perSecond
  }

  /** Calls per second and endpoint; 0 means no limit. */
  set perSecond(rate: number) {
    this.#perSecond = rate
    this.#calls.clear()
  }

  /** Counts a call. Throws a 429, without counting, if the endpoint has reached its limit. */
  count(endpoint: string): void {
    if (this.#perSecond === 0) return
    const now = this.#clock.now()
    const recent = (this.#calls.get(endpoint) ?? []).filter((time) => time > now - WINDOW_MS)
    this.#calls.set(endpoint, recent)
    if (recent.length >= this.#perSecond) {
      throw REFUSALS.rateLimit()
    }
    recent.push(now)
  }
}
