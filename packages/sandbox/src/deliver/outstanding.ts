import { z } from 'zod'

/** The delivery of one event to one endpoint, finished or not. It is saved as it is. */
export const OUTSTANDING = z.strictObject({
  event: z.string(),
  endpoint: z.string(),
  begun: z.number(),
  /** True if the event's `pending` counts it. False if it began with a resend to an endpoint that was added later. */
  counted: z.boolean(),
  attempts: z.int(),
  /** The number of scheduled retries so far, including the next one if it is waiting. */
  retries: z.int().min(0).max(10),
  waiting: z.boolean(),
  delivered: z.boolean(),
})

export type Outstanding = z.output<typeof OUTSTANDING>

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

/** The time of the nth retry, counted from 1; undefined after the last. */
export function retryTime({ begun }: Outstanding, retry: number): number | undefined {
  const offset = OFFSETS[retry - 1]
  return offset === undefined ? undefined : begun + offset
}

/** The state of all deliveries by event and endpoint. */
export class Outbox {
  readonly #all = new Map<string, Outstanding>()

  get(event: string, endpoint: string): Outstanding | undefined {
    return this.#all.get(`${event} ${endpoint}`)
  }

  /** Returns the existing entry, or creates one. */
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

  /** Returns copies for saving. */
  list(): Outstanding[] {
    return Array.from(this.#all.values(), (one) => ({ ...one }))
  }
}
