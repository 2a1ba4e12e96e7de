import { ROUTES } from 'stripe-identity-contract'
import { type ApiOptions, type Asked, request, viewOf } from './api.js'
import { createAudience } from './audience.js'
import { createConnection } from './connection.js'
import type { VerificationError } from './errors.js'
import { type Asker, type FirstQuestion, firstQuestions } from './first-questions.js'
import { standing } from './flow.js'
import { loadStore } from './load-store.js'
import { FRESH_MS, INITIAL } from './snapshot.js'
import type { Outcome, Snapshot } from './verification.js'

type Ended = { outcome: Outcome }

/**
 * The question what the server knows of the user, which the elements of one endpoint share. It is all that a page pays for
 * until the user shows intent: whatever else happens is for the stores that go on with it.
 */
export function createFirstQuestion({ endpoint, fetch }: ApiOptions): FirstQuestion {
  const audience = createAudience()
  const askers = new Set<Asker>()
  /** Calls of `start()` that a store will answer. */
  const starts: { asker: Asker; end: (ended: Ended | Promise<Ended>) => void }[] = []
  let snapshot = INITIAL
  let answeredAt = 0
  let asked: Asked | undefined

  const connection = createConnection({
    awake(isRoutine) {
      if (isRoutine && !snapshot.session) return
      answeredAt = 0
      goOn()
    },
    asleep() {},
  })

  function change(patch: Partial<Snapshot>): void {
    const previous = snapshot.state
    snapshot = { ...snapshot, error: null, pending: false, ...patch }
    audience.tell(previous, snapshot)
  }

  /** Without the store all stays as it is; the next sign of life tries again. */
  function goOn(): void {
    loadStore().catch(() => {})
  }

  async function ask(): Promise<void> {
    // A turn later, so that what a page sets right after it made the element counts.
    await null
    if (!connection.signal() || !snapshot.pending) return
    const abort = new AbortController()
    const mine = { abort, answer: request({ endpoint, fetch }, ROUTES.current, { signal: abort.signal }) }
    asked = mine
    try {
      const { response, json } = await mine.answer
      if (asked !== mine) return
      if (!response.ok) throw response
      const session = json === null ? null : viewOf(json)
      asked = undefined
      answeredAt = Date.now()
      change({ session, state: standing(session) })
      if (snapshot.state === 'processing') goOn()
    } catch {
      // The store finds out what is wrong with the answer.
      if (asked === mine) loadStore().catch((error) => asked === mine && fail(error))
    }
  }

  function silence(): void {
    asked?.abort.abort()
    asked = undefined
  }

  function endStarts(outcome: Outcome): void {
    for (const { end } of starts.splice(0)) end({ outcome })
  }

  function fail(error: VerificationError): void {
    change({ error, state: 'error' })
    audience.fire('identity-error', { code: error.code, cause: error.cause })
    endStarts('failed')
  }

  function stop(): void {
    endStarts('aborted')
    if (snapshot.state === 'starting') change({ state: standing(snapshot.session) })
  }

  const question: FirstQuestion = {
    endpoint,
    fetch,

    getState: () => snapshot,

    join(asker) {
      askers.add(asker)
      audience.add(asker)
      if (!connection.signal()) {
        firstQuestions.add(question)
        connection.open()
        if (snapshot.pending) void ask()
        else answeredAt = 0
      } else if (!snapshot.pending) queueMicrotask(() => audience.greet(asker, snapshot))
      if (!snapshot.pending && Date.now() - answeredAt > FRESH_MS) goOn()
    },

    leave(asker) {
      askers.delete(asker)
      audience.delete(asker)
      if (starts.length && !starts.some((start) => askers.has(start.asker))) stop()
      if (askers.size) return
      firstQuestions.delete(question)
      silence()
      connection.close()
    },

    start(asker) {
      const { state, session } = snapshot
      if (state === 'verified') return Promise.resolve({ outcome: state })
      if (state === 'processing') return Promise.resolve({ outcome: 'submitted' })
      if (state !== 'starting' && !asker.fire('identity-start', { session }, true))
        return Promise.resolve({ outcome: 'prevented' })
      const ended = new Promise<Ended>((end) => starts.push({ asker, end }))
      if (state === 'starting') return ended
      silence()
      audience.forgetNewcomers()
      change({ state: 'starting' })
      loadStore().catch((error) => starts.length && fail(error))
      return ended
    },

    doubt(error, asker) {
      if (snapshot.session) asker.fire('identity-error', { code: error.code, cause: error.cause })
      else fail(error)
    },

    stop,

    reset() {
      stop()
      silence()
      change({ session: null, state: 'idle' })
    },

    handOver(make) {
      firstQuestions.delete(question)
      connection.close()
      const beginning = { endpoint, fetch, snapshot, answeredAt, asked }
      asked = undefined
      for (const asker of askers) asker.handOver(make, beginning, audience.isNewcomer(asker))
      for (const { asker, end } of starts.splice(0))
        end(askers.has(asker) ? asker.start() : { outcome: 'aborted' })
    },
  }
  return question
}
