/** One event on its way to one endpoint, or there. */
export interface Outstanding {
  readonly event: string
  readonly endpoint: string
  readonly begun: number
  /** In the event's `pending`: not what first went out by a resend, to an endpoint that came later. */
  readonly counted: boolean
  attempts: number
  /** How many times it was or will be sent again by the schedule. */
  retries: number
  waiting: boolean
  delivered: boolean
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const OFFSETS = [
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  22 * HOUR,
  34 * HOUR,
  46 * HOUR,
  58 * HOUR,
  70 * HOUR,
]

/** When it is sent again for the nth time, counted from 1; undefined after the last. */
export function retryTime({ begun }: Outstanding, retry: number): number | undefined {
  const offset = OFFSETS[retry - 1]
  return offset === undefined ? undefined : begun + offset
}

/** All that is known of deliveries, by event and endpoint. */
export class Outbox {
  readonly #all = new Map<string, Outstanding>()

  get(event: string, endpoint: string): Outstanding | undefined {
    return this.#all.get(`${event} ${endpoint}`)
  }

  /** The one that is known, or a fresh one. */
  open(event: string, endpoint: string, counted: boolean, now: number): Outstanding {
    const known = this.get(event, endpoint)
    if (known) return known
    return this.put({
      event,
      endpoint,
      begun: now,
      counted,
      attempts: 0,
      retries: 0,
      waiting: false,
      delivered: false,
    })
  }

  put(outstanding: Outstanding): Outstanding {
    this.#all.set(`${outstanding.event} ${outstanding.endpoint}`, outstanding)
    return outstanding
  }

  delete(event: string, endpoint: string): void {
    this.#all.delete(`${event} ${endpoint}`)
  }

  clear(): void {
    this.#all.clear()
  }

  /** Copies, to be saved. */
  list(): Outstanding[] {
    return Array.from(this.#all.values(), (one) => ({ ...one }))
  }
}
