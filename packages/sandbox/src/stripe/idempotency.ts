import type { Clock } from '../world/clock.js'
import type { Answer } from './answer.js'
import { REFUSALS } from './refusals.js'

/** What a key was used for. */
export interface Use {
  readonly endpoint: string
  /** The same text for the same parameters. */
  readonly params: string
}

interface Entry extends Use {
  readonly begun: number
  /** Undefined while the first call is still being answered. */
  answer: Answer | undefined
  requestId: string
}

/** What a call with a key may do: execute and then `keep` or `forget`, or replay what the first one got. */
export type Claim =
  | { readonly replay: Answer; readonly original: string }
  | { readonly keep: (answer: Answer) => void; readonly forget: () => void }

const DAY_MS = 24 * 3_600_000
const MAX_KEY = 255

/** Remembers the answer of the first call under each key for 24 hours of the clock. */
export class Idempotency {
  readonly #clock: Clock
  /** In the order in which they began, so that the oldest come first. */
  readonly #entries = new Map<string, Entry>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Throws the conflict where the key is in use, or was used for something else. */
  claim(key: string, use: Use, requestId: string): Claim {
    if (key.length > MAX_KEY) throw REFUSALS.keyTooLong(MAX_KEY, key.length)
    this.#expire()
    const known = this.#entries.get(key)
    if (known) return replayOf(known, key, use)
    const entry: Entry = { ...use, begun: this.#clock.now(), answer: undefined, requestId }
    this.#entries.set(key, entry)
    return {
      keep: (answer) => {
        entry.answer = answer
      },
      forget: () => {
        if (this.#entries.get(key) === entry) this.#entries.delete(key)
      },
    }
  }

  clear(): void {
    this.#entries.clear()
  }

  #expire(): void {
    const oldest = this.#clock.now() - DAY_MS
    for (const [key, entry] of this.#entries) {
      if (entry.begun > oldest) return
      this.#entries.delete(key)
    }
  }
}

function replayOf(entry: Entry, key: string, use: Use): Claim {
  if (entry.endpoint !== use.endpoint) throw REFUSALS.keyOfOtherEndpoint(key, use.endpoint, entry.endpoint)
  if (entry.params !== use.params) throw REFUSALS.keyOfOtherParams(key)
  if (!entry.answer) throw REFUSALS.keyInUse()
  return { replay: entry.answer, original: entry.requestId }
}
