import { ROUTES } from 'stripe-identity-contract'
import { type Answer, type ApiOptions, type Asked, request } from './api.js'
import { createAudience, forgetNewcomers } from './audience.js'
import { watchPage } from './connection.js'
import type { VerificationError } from './errors.js'
import { type Asker, type FirstQuestion, firstQuestions } from './first-questions.js'
import { loadModule } from './load-module.js'
import { loadStore } from './load-store.js'
import { FRESH_MS, INITIAL } from './snapshot.js'
import type { Outcome, Snapshot } from './verification.js'

type Ended = { outcome: Outcome }

/**
 * The first request for the user's session, shared by the elements of one endpoint. A page loads nothing else until
 * the user shows intent. Everything else is left to the stores that follow.
 */
export function createFirstQuestion({ endpoint, fetch }: ApiOptions): FirstQuestion {
  const audience = createAudience<Asker>()
  const askers = audience.members
  /** Calls of `start()` that a store will answer. */
  const starts: { asker: Asker; end: (ended: Ended | Promise<Ended>) => void }[] = []
  let snapshot = INITIAL
  /** The state before a start. */
  let resting = snapshot.state
  let answeredAt = 0
  let asked: Asked | undefined
  /** Aborts when the last asker leaves; null while there is none. */
  let life: AbortController | null = null

  function awake(isRoutine: boolean): void {
    if (isRoutine && !snapshot.session) return
    answeredAt = 0
    goOn()
  }

  function change(patch: Partial<Snapshot>): void {
    const previous = snapshot.state
    snapshot = { ...snapshot, error: null, pending: false, ...patch }
    audience.tell(previous, snapshot)
  }

  /** Loads the store. If it cannot be loaded, everything stays as it is, and the next activity tries again. */
  function goOn(): void {
    loadStore().catch(() => {})
  }

  async function ask(): Promise<void> {
    // Waits a turn, so that properties set right after the element's creation count.
    await null
    if (!life || !snapshot.pending) return
    const abort = new AbortController()
    const mine = { abort, answer: request({ endpoint, fetch }, ROUTES.current, { signal: abort.signal }) }
    asked = mine
    try {
      const found = await mine.answer.then(read)
      if (asked !== mine) return
      asked = undefined
      answeredAt = Date.now()
      change(found)
    } catch {
      // The store goes on with the answer, or works out the problem with it.
      if (asked === mine) loadStore().catch((error) => asked === mine && fail(error))
    }
  }

  function silence(): void {
    asked?.abort.abort()
    asked = undefined
  }

  function close(): void {
    firstQuestions.delete(question)
    life?.abort()
    life = null
  }

  function endStarts(outcome: Outcome): void {
    for (const { end } of starts.splice(0)) end({ outcome })
  }

  function fail(error: VerificationError): void {
    change({ error, state: 'error' })
    audience.report(error)
    endStarts('failed')
  }

  function stop(): void {
    endStarts('aborted')
    if (snapshot.state === 'starting') change({ state: resting })
  }

  const question: FirstQuestion = {
    endpoint,
    fetch,

    getState: () => snapshot,

    join(asker) {
      askers.set(asker, true)
      if (!life) {
        firstQuestions.add(question)
        life = watchPage(awake)
        if (snapshot.pending) void ask()
        else awake(false)
      } else if (!snapshot.pending) {
        queueMicrotask(() => audience.greet(asker, snapshot))
        if (Date.now() - answeredAt > FRESH_MS) goOn()
      }
    },

    leave(asker) {
      askers.delete(asker)
      if (starts.length && !starts.some((start) => askers.has(start.asker))) stop()
      if (askers.size) return
      silence()
      close()
    },

    async start(asker) {
      const { state, session } = snapshot
      if (state === 'verified') return { outcome: state }
      if (state !== 'starting' && !asker.fire('identity-start', { session }, true))
        return { outcome: 'prevented' }
      const ended = new Promise<Ended>((end) => starts.push({ asker, end }))
      if (state === 'starting') return ended
      silence()
      forgetNewcomers(askers)
      if (state !== 'error') resting = state
      change({ state: 'starting' })
      loadStore().catch((error) => starts.length && fail(error))
      return ended
    },

    doubt(error, asker) {
      if (snapshot.session) audience.report(error, [asker])
      else fail(error)
    },

    stop,

    reset() {
      stop()
      silence()
      change({ session: null, state: 'idle' })
    },

    handOver(make) {
      close()
      const beginning = { endpoint, fetch, snapshot, answeredAt, asked }
      asked = undefined
      for (const [asker, isNewcomer] of askers) asker.handOver(make, beginning, isNewcomer)
      for (const { asker, end } of starts.splice(0))
        end(askers.has(asker) ? asker.start() : { outcome: 'aborted' })
    },
  }
  return question
}

/** Reads an answer. The code for a session is loaded only if there is one. */
async function read({ response, json }: Answer): Promise<Partial<Snapshot>> {
  if (!response.ok) throw response
  if (json === null) return {}
  const { firstState } = await loadModule(() => import('./first-state.js'))
  return firstState(json)
}
