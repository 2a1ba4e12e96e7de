import type { SessionView } from 'stripe-identity-contract'
import { type ApiOptions, getCurrent } from './api.js'
import type { Participant } from './core.js'

interface Asked {
  readonly abort: AbortController
  /** Those who asked by name, to whom a failure is reported. */
  readonly askers: Participant[]
  readonly done: Promise<void>
}

/** What becomes of a question. */
export interface Asker {
  answered(answer: SessionView | null, askers: readonly Participant[]): void
  failed(thrown: unknown, askers: readonly Participant[]): void
}

/** The question what the server knows of the user. There is one at a time; asking again meanwhile joins it. */
export class Question {
  readonly #api: ApiOptions
  readonly #asker: Asker
  #asked: Asked | null = null

  constructor(api: ApiOptions, asker: Asker) {
    this.#api = api
    this.#asker = asker
  }

  /** Resolves once it is answered, has failed or was stopped. */
  ask(asker?: Participant): Promise<void> {
    if (!this.#asked) {
      const abort = new AbortController()
      const askers: Participant[] = []
      this.#asked = { abort, askers, done: this.#put(abort.signal, askers) }
    }
    if (asker) this.#asked.askers.push(asker)
    return this.#asked.done
  }

  stop(): void {
    this.#asked?.abort.abort()
    this.#asked = null
  }

  async #put(signal: AbortSignal, askers: readonly Participant[]): Promise<void> {
    // A turn later, so that what a page sets right after it made the element counts.
    await null
    const report = await getCurrent(this.#api, signal).then(
      (answer) => () => this.#asker.answered(answer, askers),
      (thrown) => () => this.#asker.failed(thrown, askers),
    )
    if (signal.aborted) return
    this.#asked = null
    report()
  }
}
