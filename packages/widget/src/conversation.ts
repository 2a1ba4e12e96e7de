import { ROUTES, type SessionView } from 'stripe-identity-contract'
import { send } from './api.js'
import { Audience } from './audience.js'
import { Connection } from './connection.js'
import type { Core, Participant, Run } from './core.js'
import { isLost, toError, VerificationError } from './errors.js'
import { isModalOpen } from './modal.js'
import { Question } from './question.js'
import { Status } from './status.js'
import { settled } from './time.js'
import type { Outcome, Snapshot } from './verification.js'

/** An answer older than this many milliseconds is asked for again when somebody new takes part. */
const FRESH_MS = 10_000
/** Frameworks may set another `fetch` with every rendering: so many of them, in that time, are asked with at once. */
const RENEWALS = 3

type Ended = { outcome: Outcome }

/** Loads what happens from the first sign of intent on. A page pays for it only then. */
export function importRun(): Promise<typeof import('./run.js')> {
  return import('./run.js').catch((cause) => {
    // A file that is gone after a deployment looks the same as a network that is gone.
    const isOffline = globalThis.navigator?.onLine === false
    throw new VerificationError(isOffline ? 'network_error' : 'widget_load_failed', cause)
  })
}

/**
 * All that the stores of one endpoint on a page share: one status, one question, one poll, one run. The run comes first:
 * while it is on, nothing else is asked. The status alone says what is known; every other part reports to it.
 */
export class Conversation implements Core {
  endpoint: string | undefined
  fetch: typeof fetch | undefined
  openModals = 0
  followUntil = 0
  readonly status: Status

  readonly #audience = new Audience()
  readonly #question = new Question(this, {
    answered: (answer, askers) => this.#answered(answer, askers),
    failed: (thrown, askers) => this.#failed(thrown, askers),
  })
  readonly #connection = new Connection({
    awake: (isRoutine) => this.#awake(isRoutine),
    asleep: () => this.#asleep(),
  })
  #run: (Run & { readonly ended: Promise<Ended> }) | null = null
  #cancellation: Promise<void> | null = null
  #poll: AbortController | null = null
  #answeredAt = 0
  #renewals = { count: 0, since: 0 }

  constructor(endpoint?: string, request?: typeof fetch, snapshot?: Snapshot) {
    this.endpoint = endpoint
    this.fetch = request
    this.status = new Status((previous) => {
      this.#audience.tell(previous, this.status.snapshot)
      this.#follow()
    }, snapshot)
  }

  get size(): number {
    return this.#audience.size
  }

  get isRunning(): boolean {
    return this.#run !== null
  }

  /** Whether anything keeps it going: participants, a run, or a modal whose end it waits for. */
  get isInUse(): boolean {
    return this.size > 0 || this.isRunning || this.openModals > 0
  }

  get signal(): AbortSignal | null {
    return this.#connection.signal
  }

  /** The first participant opens the connection and asks. A later one is given what is known, and asks if that is old. */
  join(participant: Participant): void {
    this.#audience.add(participant)
    if (!this.signal) {
      this.#connection.open()
      void this.ask()
    } else if (!this.status.snapshot.pending) {
      queueMicrotask(() => this.#audience.greet(participant, this.status.snapshot))
      if (Date.now() - this.#answeredAt > FRESH_MS) void this.ask()
    }
  }

  /** The last participant ends every request, timer and listener. A run ends with the last of those who started it. */
  leave(participant: Participant): void {
    this.#audience.delete(participant)
    if (this.#run?.starters.delete(participant) && !this.#run.starters.size) this.stop()
    if (this.size) return
    this.#silence()
    this.#connection.close()
  }

  /** The host has set another `fetch`: the question is put again with it. */
  renew(request: typeof fetch | undefined): void {
    this.fetch = request
    if (!this.signal || this.#run) return
    const now = Date.now()
    if (now - this.#renewals.since > FRESH_MS) this.#renewals = { count: 0, since: now }
    if (this.#renewals.count++ >= RENEWALS) return
    this.#silence()
    void this.ask()
  }

  start(starter: Participant): Promise<Ended> {
    if (this.#run) {
      this.#run.starters.add(starter)
      return this.#run.ended
    }
    // Both would change the same session; the earlier wish comes first.
    if (this.#cancellation) return this.#cancellation.then(() => this.start(starter))
    const { state, session } = this.status.snapshot
    if (state === 'verified') return Promise.resolve({ outcome: state })
    if (state === 'processing') return Promise.resolve({ outcome: 'submitted' })
    if (!starter.fire('identity-start', { session }, true)) return Promise.resolve({ outcome: 'prevented' })
    let end!: (result: Ended) => void
    const ended = new Promise<Ended>((resolve) => {
      end = resolve
    })
    const run = { host: starter.options, starters: new Set([starter]), abort: new AbortController(), ended }
    this.#run = run
    void this.#perform(run).then((outcome) => {
      if (this.#run === run) this.#run = null
      end({ outcome })
      this.#follow()
    })
    return ended
  }

  async #perform(run: Run): Promise<Outcome> {
    const { signal } = run.abort
    this.#silence()
    this.#audience.forgetNewcomers()
    this.status.change({}, 'start')
    try {
      // The session is asked for while the rest of this package loads; a return url is for that rest to check.
      const asked = run.host.returnUrl || isModalOpen() ? undefined : this.#openSession(signal)
      const { verify } = await settled(importRun(), signal)
      return await verify(this, run, asked)
    } catch (thrown) {
      if (signal.aborted) return 'aborted'
      run.abort.abort()
      this.fail(toError(thrown, 'network_error'))
      return 'failed'
    }
  }

  #openSession(signal: AbortSignal): Promise<unknown> {
    const asked = send(this, ROUTES.sessions, signal, { body: {} })
    // Whoever waits for it later sees the failure then.
    asked.catch(() => {})
    return asked
  }

  /** Asks the server what it knows, unless something is on that will show it. A failure is reported to the `asker`. */
  ask(asker?: Participant): Promise<unknown> {
    if (this.#run) return this.#run.ended
    if (this.#cancellation) return this.#cancellation
    // A hosted page that the person has come back from is "open" no longer.
    this.status.settle()
    return this.#question.ask(asker)
  }

  /** Cancels the session at Stripe. Whatever happens in the page meanwhile, the server is told. */
  cancel(asker: Participant): Promise<void> {
    this.stop()
    this.#cancellation ??= this.#cancel(asker).finally(() => {
      this.#cancellation = null
      this.#follow()
    })
    return this.#cancellation
  }

  async #cancel(asker: Participant): Promise<void> {
    if (this.status.snapshot.pending) await this.#question.ask(asker)
    this.#silence()
    try {
      await (await importRun()).cancel(this)
    } catch (thrown) {
      this.#failed(thrown, [asker])
    }
  }

  /** Ends a run that is on, and shows where the session stands. */
  stop(): void {
    this.#run?.abort.abort()
    this.#run = null
    this.status.settle()
  }

  reset(): void {
    this.stop()
    this.#silence()
    this.followUntil = 0
    this.status.reset()
  }

  fail(error: VerificationError): void {
    const { session } = this.status.snapshot
    this.status.change({ error, session: isLost(error) ? null : session }, 'failed')
    this.#audience.fire('identity-error', { code: error.code, cause: error.cause })
  }

  #answered(answer: SessionView | null, askers: readonly Participant[]): void {
    this.#answeredAt = Date.now()
    this.status.take(answer, askers.length > 0 && this.status.snapshot.state === 'error')
    this.#follow()
  }

  /** The server could not be asked: that is shown where nothing else is known, or the session is no longer ours. */
  #failed(thrown: unknown, askers: readonly Participant[]): void {
    const error = toError(thrown, 'network_error')
    if (isLost(error) || !this.status.snapshot.session) this.fail(error)
    else for (const asker of askers) asker.fire('identity-error', { code: error.code, cause: error.cause })
    this.#follow()
  }

  #awake(isRoutine: boolean): void {
    if (isRoutine && (this.#run || this.#poll || !this.status.snapshot.session)) return
    this.#silence()
    void this.ask()
  }

  #asleep(): void {
    if (!this.#run) this.#silence()
  }

  /** Ends what is being asked, in one way or the other. */
  #silence(): void {
    this.#question.stop()
    this.#poll?.abort()
    this.#poll = null
  }

  /** Begins to poll where that is called for; the poll goes on by itself as long as it is. */
  #follow(): void {
    const isCalledFor = this.status.snapshot.state === 'processing' || Date.now() < this.followUntil
    if (!isCalledFor || this.#poll || this.#run || !this.signal) return
    const poll = new AbortController()
    this.#poll = poll
    importRun()
      .then(({ follow }) => follow(this, poll.signal))
      // Where this part cannot be had, the next sign of life tries again.
      .catch(() => {})
      .finally(() => {
        if (this.#poll === poll) this.#poll = null
      })
  }
}
