import type { Clock } from '../world/clock.js'
import { REFUSALS } from './refusals.js'

const WINDOW_MS = 1000

/** At most so many calls of one endpoint in any second of the clock; off until a rate is set. */
export class RateLimit {
  readonly #clock: Clock
  /** When the calls of the last second came, by endpoint, oldest first. */
  readonly #calls = new Map<string, number[]>()
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
    this.#calls.clear()
  }

  /** Counts a call; throws a 429, uncounted, where the endpoint has had enough. */
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
