import { ROUTES } from 'stripe-identity-contract'
import { send } from './api.js'
import { createAudience } from './audience.js'
import { createConnection } from './connection.js'
import type { Core, Participant, Run } from './core.js'
import { isLost, toError, type VerificationError } from './errors.js'
import type { Beginning } from './first-questions.js'
import { importRun } from './import-run.js'
import { isModalOpen } from './modal.js'
import { createQuestion } from './question.js'
import { FRESH_MS, INITIAL } from './snapshot.js'
import { createStatus } from './status.js'
import { settled } from './time.js'
import type { Outcome } from './verification.js'

/** Frameworks may set another `fetch` with every rendering: so many of them, in that time, are asked with at once. */
const RENEWALS = 3

type Ended = { outcome: Outcome }

export type Conversation = ReturnType<typeof createConversation>

/**
 * All that the stores of one endpoint on a page share: one status, one question, one poll, one run. The run comes first:
 * while it is on, nothing else is asked. The status alone says what is known; every other part reports to it.
 */
export function createConversation({
  endpoint,
  fetch: request,
  snapshot = INITIAL,
  answeredAt = 0,
  asked,
}: Partial<Beginning>) {
  const audience = createAudience()
  const status = createStatus((previous) => {
    audience.tell(previous, status.get())
    follow()
  }, snapshot)
  const connection = createConnection({
    awake(isRoutine) {
      if (isRoutine && (run || poll || !status.get().session)) return
      silence()
      void ask()
    },
    asleep: () => run || silence(),
  })
  const core: Core = {
    endpoint,
    fetch: request,
    status,
    openModals: 0,
    followUntil: 0,
    signal: connection.signal,
    isRunning: () => run !== null,
    ask: () => ask(),
    fail,
  }
  const question = createQuestion(
    core,
    {
      answered(answer, askers) {
        answeredAt = Date.now()
        status.take(answer, askers.length > 0 && status.get().state === 'error')
        follow()
      },
      failed: doubt,
    },
    asked,
  )
  let run: (Run & { readonly ended: Promise<Ended> }) | null = null
  let cancellation: Promise<void> | null = null
  let poll: AbortController | null = null
  let renewals = { count: 0, since: 0 }

  function fail(error: VerificationError): void {
    const session = isLost(error) ? null : status.get().session
    status.change({ error, session }, 'failed')
    audience.fire('identity-error', { code: error.code, cause: error.cause })
  }

  /** The server could not be asked: that is shown where nothing else is known, or the session is no longer ours. */
  function doubt(thrown: unknown, askers: readonly Participant[]): void {
    const error = toError(thrown, 'network_error')
    if (isLost(error) || !status.get().session) fail(error)
    else for (const asker of askers) asker.fire('identity-error', { code: error.code, cause: error.cause })
    follow()
  }

  /** Ends whatever is being asked. */
  function silence(): void {
    question.stop()
    poll?.abort()
    poll = null
  }

  /** Begins to poll where that is called for; the poll goes on by itself as long as it is. */
  function follow(): void {
    const isCalledFor = status.get().state === 'processing' || Date.now() < core.followUntil
    if (!isCalledFor || poll || run || !core.signal()) return
    const mine = new AbortController()
    poll = mine
    importRun()
      .then((module) => module.follow(core, mine.signal))
      // Where this part cannot be had, the next sign of life tries again.
      .catch(() => {})
      .finally(() => {
        if (poll === mine) poll = null
      })
  }

  function ask(asker?: Participant): Promise<unknown> {
    const busy = run?.ended ?? cancellation
    if (busy) return busy
    // A hosted page that the person has come back from is "open" no longer.
    status.settle()
    return question.ask(asker)
  }

  function stop(): void {
    run?.abort.abort()
    run = null
    status.settle()
  }

  function start(starter: Participant): Promise<Ended> {
    if (run) {
      run.starters.add(starter)
      return run.ended
    }
    // Both would change the same session; the earlier wish comes first.
    if (cancellation) return cancellation.then(() => start(starter))
    const { state, session } = status.get()
    if (state === 'verified') return Promise.resolve({ outcome: state })
    if (state === 'processing') return Promise.resolve({ outcome: 'submitted' })
    // A first question has fired it already, and left the rest to this conversation.
    if (state !== 'starting' && !starter.fire('identity-start', { session }, true))
      return Promise.resolve({ outcome: 'prevented' })
    let end!: (result: Ended) => void
    const ended = new Promise<Ended>((resolve) => {
      end = resolve
    })
    const mine = { host: starter.options, starters: new Set([starter]), abort: new AbortController(), ended }
    run = mine
    void perform(mine).then((outcome) => {
      if (run === mine) run = null
      end({ outcome })
      follow()
    })
    return ended
  }

  async function perform(mine: Run): Promise<Outcome> {
    const { signal } = mine.abort
    silence()
    audience.forgetNewcomers()
    status.change({}, 'start')
    try {
      // The session is asked for while the rest of this package loads; a return url is for that rest to check.
      const isAsked = !mine.host.returnUrl && !isModalOpen()
      const asked = isAsked ? send(core, ROUTES.sessions, signal, { body: {} }) : undefined
      // A failure shows when it is waited for.
      asked?.catch(() => {})
      const { verify } = await settled(importRun(), signal)
      return await verify(core, mine, asked)
    } catch (thrown) {
      if (signal.aborted) return 'aborted'
      mine.abort.abort()
      fail(toError(thrown, 'network_error'))
      return 'failed'
    }
  }

  async function cancelSession(asker: Participant): Promise<void> {
    if (status.get().pending) await question.ask(asker)
    silence()
    try {
      await (await importRun()).cancel(core)
    } catch (thrown) {
      doubt(thrown, [asker])
    }
    cancellation = null
    follow()
  }

  return {
    core,

    getState: status.get,

    size: audience.size,

    /** Whether anything keeps it going: participants, a run, or a modal whose end it waits for. */
    isInUse: () => audience.size() > 0 || run !== null || core.openModals > 0,

    /** The first participant opens the connection. Each is given what is known; where that is old, the server is asked. */
    join(participant: Participant, isNewcomer = true): void {
      const { pending, state } = status.get()
      audience.add(participant, isNewcomer)
      if (!core.signal()) connection.open()
      else if (pending) return
      else queueMicrotask(() => audience.greet(participant, status.get()))
      // A first question was started from: the run follows at once.
      if (state === 'starting' && !run) return
      if (Date.now() - answeredAt > FRESH_MS) void ask()
      else follow()
    },

    /** The last participant ends every request, timer and listener. A run ends with the last of those who started it. */
    leave(participant: Participant): void {
      audience.delete(participant)
      if (run?.starters.delete(participant) && !run.starters.size) stop()
      if (audience.size()) return
      silence()
      connection.close()
      // Whoever comes back asks anew.
      answeredAt = 0
    },

    /** The host has set another `fetch`: the question is put again with it. */
    renew(other: typeof fetch | undefined): void {
      core.fetch = other
      if (!core.signal() || run) return
      const now = Date.now()
      if (now - renewals.since > FRESH_MS) renewals = { count: 0, since: now }
      if (renewals.count++ >= RENEWALS) return
      silence()
      void ask()
    },

    start,

    /** Asks the server what it knows, unless something is on that will show it. A failure is reported to the `asker`. */
    ask,

    /** Cancels the session at Stripe. Whatever happens in the page meanwhile, the server is told. */
    cancel(asker: Participant): Promise<void> {
      stop()
      cancellation ??= cancelSession(asker)
      return cancellation
    },

    /** Ends a run that is on, and shows where the session stands. */
    stop,

    reset(): void {
      stop()
      silence()
      core.followUntil = 0
      status.reset()
    },
  }
}
