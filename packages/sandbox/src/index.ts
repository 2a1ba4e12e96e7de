import type Stripe from 'stripe'
import { Core } from './core.js'
import type { Policy } from './delivery-policy.js'
import type { Fault } from './faults.js'
import { Instrument } from './instrument.js'
import type { JournalEntry } from './journal.js'
import type { ErrorCode } from './last-error.js'
import { readOptions, type SandboxOptions } from './options.js'
import type { Person } from './person.js'
import type { Preset } from './preset.js'
import { restore } from './saving.js'
import { listen } from './server.js'
import type { Fixture, State } from './state/saved.js'
import { keepState, readState } from './state-file.js'
import type { Delivery } from './webhooks.js'

export type { Policy } from './delivery-policy.js'
export type { JournalEntry } from './journal.js'
export type { ErrorCode } from './last-error.js'
export type { SandboxOptions } from './options.js'
export type { Person } from './person.js'
export type { Preset } from './preset.js'
export type { Fixture, State } from './state/saved.js'
export type { Delivery } from './webhooks.js'

type Session = Stripe.Identity.VerificationSession

export type Outcome = 'verified' | 'unverified'

export interface SubmitOptions {
  readonly outcome?: Outcome | undefined
  /** Why it is unverified; default `document_unverified_other`. */
  readonly error_code?: ErrorCode | undefined
  /** Whom the checks find: some fields of a person, or a preset; by default the sandbox's own. */
  readonly person?: Person | Preset | undefined
  /** How long the session stays in `processing` by the sandbox's clock; default 500, and 0 ends it at once. */
  readonly processing_ms?: number | undefined
}

export interface OverrideOptions {
  /** Why the session is no longer verified; default `document_unverified_other`. */
  readonly error_code?: ErrorCode | undefined
}

/** What one modal does by itself. */
export type ModalScript =
  | Outcome
  | 'decline'
  | 'close'
  | {
      readonly outcome: Outcome
      readonly async?: boolean
      readonly error_code?: ErrorCode
      readonly person?: Preset
    }
  | { readonly error: { readonly code?: string; readonly type?: string; readonly message?: string } }

/** What goes wrong with the next calls; what is left out takes its default. */
export type FaultOptions = Partial<Fault> & Pick<Fault, 'path'>

/** Which of a list: the newest so many, of one session, of one type (`verified` is short for the event of that name). */
export interface Part {
  readonly limit?: number
  readonly session?: string
  readonly type?: string
}

/** Stripe Identity on one's own machine, running. */
export interface Sandbox {
  /** Scheme, host and port; no path. */
  readonly url: string
  readonly port: number
  /** Any other `sk_test_…` works as well; likewise the other two. */
  readonly secretKey: string
  readonly restrictedKey: string
  readonly publishableKey: string
  /** Signs what goes to the first `forwardTo`. */
  readonly webhookSecret: string
  /**
   * Does what the user would do: submits the session with an outcome. Answers with the session, which is then in
   * `processing`, or settled where `processing_ms` is 0. Rejects where there is no such session, or it takes no input.
   */
  submit(id: string, outcome?: Outcome | SubmitOptions, options?: SubmitOptions): Promise<Session>
  /** The user declines to be verified by Stripe: that `last_error`, and the session stays open. */
  decline(id: string): Promise<Session>
  /**
   * Does what a reviewer at Stripe may do later: takes a verified session back, or passes a failed one. Answers with
   * the session; an event is sent as for any change. Rejects where there is no such session, or nothing to review.
   */
  override(id: string, status: 'verified' | 'requires_input', options?: OverrideOptions): Promise<Session>
  /** Ends the processing of a session, or its redaction, now, as it would have ended. */
  settle(id: string): Promise<Session>
  /**
   * Resolves with the newest event of a fact, such as `verified`, when every endpoint that takes it has answered 2xx.
   * Rejects after `timeout` milliseconds of real time, by default ten seconds, and says what became of it.
   */
  delivered(id: string, fact: string, options?: { readonly timeout?: number }): Promise<Stripe.Event>
  /** Moves the clock; resolves when what fell due has happened, deliveries included (they get five seconds). */
  advance(ms: number): Promise<void>
  /** Moves the clock to a time, given in Unix seconds; back only while there is no session. */
  setTo(seconds: number): Promise<void>
  /** Stops the clock until it is moved, or with `false` lets it run on from where it stands. */
  freeze(still?: boolean): void
  /** The sandbox's time, in milliseconds. */
  now(): number
  /** The calls of the API so far, oldest first. */
  requests(part?: { readonly limit?: number; readonly path?: string }): readonly JournalEntry[]
  /** The events so far, oldest first. */
  events(part?: Part): Stripe.Event[]
  /** Every attempt to deliver an event, oldest first. */
  deliveries(part?: Part): readonly Delivery[]
  /** Sends an event once more to everything that takes it; gives how many that are. */
  resend(event: string): { event_id: string; endpoints: number }
  /** Sends a ping to every destination of thin events. */
  ping(): void
  readonly faults: {
    readonly list: readonly Fault[]
    add(fault: FaultOptions): Fault
    clear(): void
  }
  /** Loses, repeats, delays or reorders webhooks from now on; `{}` is none of it. */
  setPolicy(policy: Policy): void
  /** Calls per second and endpoint before a 429; 0, the default, is no limit. */
  setLimits(limits: { readonly per_endpoint_rps: number }): void
  /**
   * Lets the next modals and hosted pages act by themselves, one step each: `verified`, `unverified`, `decline`, `close`,
   * an outcome in full, or `{ error: { code } }`, which is only told to the page. An empty list leaves them to people.
   */
  setModal(next: ModalScript | readonly ModalScript[]): void
  /** Whom checks find from now on, where a submission says nothing else. */
  setPerson(person: Person | Preset): void
  /** All that outlives the sandbox, as JSON; what makes its secrets good is in it. */
  state(): State
  /** Puts a state in the place of all that there is. */
  setState(state: Fixture): void
  /** Forgets everything but what it was started with. */
  reset(): void
  /** Ends every connection and timer. A second call does nothing. */
  close(): Promise<void>
}

/** Starts a sandbox; it is ready when the promise resolves. Any number may run at once, each with its own state. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = readOptions(options)
  const core = new Core(settings)
  const instrument = new Instrument(core)
  const file = typeof settings.state === 'string' ? settings.state : undefined
  const known = typeof settings.state === 'string' ? readState(settings.state) : settings.state
  const server = await listen(core, instrument, settings)
  if (known) restore(core, known)
  if (known && !file) core.begin = () => restore(core, known)
  const saveLast = file ? keepState(core, file) : () => {}
  let closed: Promise<void> | undefined
  const close = () => {
    saveLast()
    core.close()
    return server.close()
  }

  return {
    url: server.url,
    port: server.port,
    secretKey: 'sk_test_51IdentitySandbox',
    restrictedKey: 'rk_test_51IdentitySandbox',
    publishableKey: 'pk_test_51IdentitySandbox',
    webhookSecret: settings.webhookSecret,
    async submit(id, outcome = 'verified', more = {}) {
      const wish = { outcome: 'verified', ...(typeof outcome === 'string' ? { outcome } : outcome), ...more }
      return copy<Session>(instrument.submit(id, wish))
    },
    decline: async (id) => copy<Session>(instrument.decline(id)),
    override: async (id, status, more = {}) => copy<Session>(instrument.override(id, { status, ...more })),
    settle: async (id) => copy<Session>(instrument.settle(id)),
    delivered: async (id, fact, { timeout = 10_000 } = {}) =>
      copy<Stripe.Event>(await instrument.delivered(id, fact, timeout)),
    async advance(ms) {
      if (!(Number.isFinite(ms) && ms >= 0)) throw new RangeError('advance(ms): ms must be 0 or more')
      await core.advance(ms)
    },
    async setTo(seconds) {
      if (!Number.isFinite(seconds)) throw new RangeError('setTo(seconds): seconds must be a number')
      await core.setTo(seconds)
    },
    freeze(still = true) {
      if (still) core.clock.freeze()
      else core.clock.unfreeze()
    },
    now: () => core.clock.now(),
    requests: (part) => copy(instrument.requests(part)),
    events: (part) => copy<Stripe.Event[]>(instrument.events(part)),
    deliveries: (part) => copy(instrument.deliveries(part)),
    resend: (event) => instrument.resend(event),
    ping: () => void instrument.ping(),
    faults: {
      get list() {
        return copy<readonly Fault[]>(instrument.faults)
      },
      add: (fault) => instrument.addFault(fault),
      clear: () => instrument.clearFaults(),
    },
    setPolicy: (policy) => void instrument.setPolicy(policy),
    setLimits: (limits) => void instrument.setLimits(limits),
    setModal: (next) => void instrument.setModal({ next }),
    setPerson: (person) => void instrument.setPerson(person),
    state: () => copy<State>(instrument.state),
    setState: (state) => void instrument.setState(state),
    reset: () => instrument.reset(),
    close() {
      closed ??= close()
      return closed
    },
  }
}

/** What is handed out may be kept and changed: the sandbox has its own. */
function copy<T>(value: unknown): T {
  return structuredClone(value) as T
}
