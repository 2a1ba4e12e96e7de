import type { SessionView } from 'stripe-identity-contract'
import { type ApiOptions, type Asked, getCurrent } from './api.js'
import type { Participant } from './core.js'

/** What becomes of a question. */
export interface Asker {
  answered(answer: SessionView | null, askers: readonly Participant[]): void
  failed(thrown: unknown, askers: readonly Participant[]): void
}

/**
 * The question what the server knows of the user. There is one at a time; asking again meanwhile joins it. The `first` one
 * may be under way already.
 */
export function createQuestion(api: ApiOptions, asker: Asker, first?: Asked) {
  let asked: { abort: AbortController; askers: Participant[]; done: Promise<void> } | null = null

  async function put(signal: AbortSignal, askers: readonly Participant[]): Promise<void> {
    // A turn later, so that what a page sets right after it made the element counts.
    await null
    const underWay = first
    first = undefined
    const report = await getCurrent(api, signal, underWay).then(
      (answer) => () => asker.answered(answer, askers),
      (thrown) => () => asker.failed(thrown, askers),
    )
    if (signal.aborted) return
    asked = null
    report()
  }

  return {
    /** Resolves once it is answered, has failed or was stopped. A failure is reported to the `participant`. */
    ask(participant?: Participant): Promise<void> {
      if (!asked) {
        const abort = new AbortController()
        const askers: Participant[] = []
        asked = { abort, askers, done: put(abort.signal, askers) }
      }
      if (participant) asked.askers.push(participant)
      return asked.done
    },

    stop(): void {
      asked?.abort.abort()
      asked = null
      first?.abort.abort()
      first = undefined
    },
  }
}
