import type { SessionView } from 'stripe-identity-contract'
import type { ApiOptions, Asked } from './api.js'
import type { Participant } from './core.js'
import { getCurrent } from './send.js'

/** The results of a request for the session. */
export interface Asker {
  answered(answer: SessionView | null, askers: readonly Participant[]): void
  failed(thrown: unknown, askers: readonly Participant[]): void
}

/**
 * The request for the user's session. There is one at a time, and further calls join it. The `first` request may
 * already be in progress.
 */
export function createQuestion(api: ApiOptions, asker: Asker, first?: Asked) {
  let asked: { abort: AbortController; askers: Participant[]; done: Promise<void> } | null = null

  async function put(signal: AbortSignal, askers: readonly Participant[]): Promise<void> {
    // Waits a turn, so that properties set right after the element's creation count.
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
    /** Resolves after an answer, a failure or a stop. Reports a failure to the `participant`. */
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
