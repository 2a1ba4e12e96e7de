import { ROUTES } from 'stripe-identity-contract'
import { createAudience, forgetNewcomers } from './audience.js'
import { watchPage } from './connection.js'
import type { Core, Participant, Run } from './core.js'
import { isLost, toError, type VerificationError } from './errors.js'
import type { Beginning } from './first-questions.js'
import { importRun } from './import-run.js'
import { isModalOpen } from './modal.js'
import { createQuestion } from './question.js'
import { send } from './send.js'
import { FRESH_MS, INITIAL } from './snapshot.js'
import { createStatus } from './status.js'
import { settled } from './time.js'
import type { Outcome } from './verification.js'

/** Frameworks can set another `fetch` with every rendering, so only this many are used within FRESH_MS. */
const RENEWALS = 3

type Ended = { outcome: Outcome }

export type Conversation = ReturnType<typeof createConversation>

/**
 * The shared part of all stores of one endpoint on a page: one status, one request, one poll, one run. The run takes
 * precedence: while it is active, no other request is sent. Only the status holds the known state; all other parts
 * report to it.
 */
export function createConversation({
  endpoint,
  fetch: request,
  snapshot = INITIAL,
  answeredAt = 0,
  asked,
}: Partial<Beginning>) {
  const audience = createAudience<Participant>()
  const status = createStatus((previous) => {
    audience.tell(previous, status.get())
    follow()
  }, snapshot)
  const core: Core = {
    endpoint,
    fetch: request,
    status,
    openModals: 0,
    followUntil: 0,
    signal: () => life?.signal ?? null,
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
  /** Aborts when the last participant leaves; null while there is none. */
  let life: AbortController | null = null
  let run: (Run & { readonly ended: Promise<Ended> }) | null = null
  let cancellation: Promise<void> | null = null
  let poll: AbortController | null = null
  let renewals = { count: 0, since: 0 }

  function fail(error: VerificationError): void {
    const session = isLost(error) ? null : status.get().session
    status.change({ error, session }, 'failed')
    audience.report(error)
  }

  /** Shows that the server could not be reached, if nothing else is known or the session is no longer the user's. */
  function doubt(thrown: unknown, askers: readonly Participant[]): void {
    const error = toError(thrown, 'network_error')
    if (isLost(error) || !status.get().session) fail(error)
    else audience.report(error, askers)
    follow()
  }

  function awake(isRoutine: boolean): void {
    if (isRoutine && (run || poll || !status.get().session)) return
    silence()
    void ask()
  }

  function asleep(): void {
    if (!run) silence()
  }

  /** Ends all requests for the session. */
  function silence(): void {
    question.stop()
    poll?.abort()
    poll = null
  }

  /** Starts to poll if needed. The poll runs by itself for as long as it is needed. */
  function follow(): void {
    const isCalledFor = status.get().state === 'processing' || Date.now() < core.followUntil
    if (!isCalledFor || poll || run || !core.signal()) return
    const mine = new AbortController()
    poll = mine
    importRun()
      .then((module) => module.follow(core, mine.signal))
      // If this part cannot be loaded, the next activity of the page tries again.
      .catch(() => {})
      .finally(() => {
        if (poll === mine) poll = null
      })
  }

  function ask(asker?: Participant): Promise<unknown> {
    const busy = run?.ended ?? cancellation
    if (busy) return busy
    // A hosted page from which the person has returned is no longer open.
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
    // Both requests would change the same session, so the cancellation goes first.
    if (cancellation) return cancellation.then(() => start(starter))
    const { state, session } = status.get()
    if (state === 'verified') return Promise.resolve({ outcome: state })
    if (state === 'processing') return Promise.resolve({ outcome: 'submitted' })
    // A first question has already fired the event, and left the rest to this conversation.
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
    forgetNewcomers(audience.members)
    status.change({}, 'start')
    try {
      // Requests the session while the rest of this package loads. A return url is checked by that rest first.
      const isAsked = !mine.host.returnUrl && !isModalOpen()
      const asked = isAsked ? send(core, ROUTES.sessions, signal, { body: {} }) : undefined
      // The failure is handled when the request is awaited.
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

    size: () => audience.members.size,

    /** True if participants, a run, or an open modal still need the conversation. */
    isInUse: () => audience.members.size > 0 || run !== null || core.openModals > 0,

    /**
     * Adds a participant and passes on the known state. The first one opens the connection. An old state is loaded
     * again.
     */
    join(participant: Participant, isNewcomer = true): void {
      const { pending, state } = status.get()
      audience.members.set(participant, isNewcomer)
      if (!life) life = watchPage(awake, asleep)
      else if (pending) return
      else queueMicrotask(() => audience.greet(participant, status.get()))
      // The element was started before the store was loaded, so the run follows at once.
      if (state === 'starting' && !run) return
      if (pending || Date.now() - answeredAt > FRESH_MS) void ask()
      else follow()
    },

    /**
     * Removes a participant. The last one ends all requests, timers and listeners. A run ends with its last starter.
     */
    leave(participant: Participant): void {
      audience.members.delete(participant)
      if (run?.starters.delete(participant) && !run.starters.size) stop()
      if (audience.members.size) return
      silence()
      life?.abort()
      life = null
      // A participant that returns loads the state again.
      answeredAt = 0
    },

    /** Repeats the request with another `fetch` that the host has set. */
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

    /** Loads the user's session, unless an activity in progress will. Reports a failure to the `asker`. */
    ask,

    /** Cancels the session at Stripe. The request is sent whatever happens in the page in the meantime. */
    cancel(asker: Participant): Promise<void> {
      stop()
      cancellation ??= cancelSession(asker)
      return cancellation
    },

    /** Ends an active run, and shows the session's state. */
    stop,

    reset(): void {
      stop()
      silence()
      core.followUntil = 0
      status.reset()
    },
  }
}
