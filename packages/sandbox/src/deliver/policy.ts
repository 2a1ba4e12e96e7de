import type { Policy } from '../calls.js'
import type { Cancel, Clock } from '../world/clock.js'

export const NO_POLICY: Policy = Object.freeze({})

/** Longest that reordering holds an event back when no other follows, in milliseconds of the clock. */
const HOLD_MS = 2000

type Send = () => Promise<void>

/** Holds one event per endpoint back, until the next one has passed it. */
export class Reordering {
  readonly #clock: Clock
  readonly #held = new Map<string, { readonly send: Send; readonly cancel: Cancel }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  pass(endpoint: string, send: Send): void {
    const held = this.#held.get(endpoint)
    if (held) {
      held.cancel()
      this.#held.delete(endpoint)
      void send().then(held.send)
      return
    }
    const cancel = this.#clock.after(HOLD_MS, () => {
      this.#held.delete(endpoint)
      void send()
    })
    this.#held.set(endpoint, { send, cancel })
  }

  flush(): void {
    const held = [...this.#held.values()]
    this.clear()
    for (const { send } of held) void send()
  }

  clear(): void {
    for (const { cancel } of this.#held.values()) cancel()
    this.#held.clear()
  }
}

/** Whether it happens this time. */
export function happens(value: boolean | number): boolean {
  return typeof value === 'boolean' ? value : Math.random() < value
}
