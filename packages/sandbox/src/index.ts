import type Stripe from 'stripe'
import type { z } from 'zod'
import { Accounts, isAccountId, isAccountName, OWN_ACCOUNT } from './accounts.js'
import type { FAULT, Fault, LIMITS, MODAL, OVERRIDE, PART, Policy, SUBMISSION } from './calls.js'
import type { Preset } from './choices.js'
import type { Delivery } from './deliver/webhooks.js'
import { Instrument } from './instrument.js'
import { readOptions, type SandboxOptions } from './options.js'
import type { Fixture, State } from './saving.js'
import { keepState, readState, restore } from './saving.js'
import { listen } from './server.js'
import type { JournalEntry } from './world/journal.js'
import type { Person } from './world/person.js'

export type { Policy } from './calls.js'
export type { Preset } from './choices.js'
export type { Delivery } from './deliver/webhooks.js'
export type { ErrorCode } from './objects/session/last-error.js'
export type { SandboxOptions } from './options.js'
export type { Fixture, State } from './saving.js'
export type { JournalEntry } from './world/journal.js'
export type { Person } from './world/person.js'

type Session = Stripe.Identity.VerificationSession

/** How a submission ends, as `submit` takes it; what is left out takes its default. */
export type SubmitOptions = Partial<z.input<typeof SUBMISSION>>
export type Outcome = z.input<typeof SUBMISSION>['outcome']
export type OverrideOptions = Omit<z.input<typeof OVERRIDE>, 'status'>
/** What one modal does by itself, or a list of it. */
export type ModalScript = z.input<typeof MODAL>['next']
/** What goes wrong with the next calls; what is left out takes its default. */
export type FaultOptions = z.input<typeof FAULT>
/** Which of a list: the newest so many, of one session, of one type (`verified` is short for the event of that name). */
export type Part = Omit<z.input<typeof PART>, 'path'>

/** All that may be done to one account of a sandbox. */
export interface Control {
  /**
   * Does what the user would do: submits the session with an outcome. `error_code` says why it is unverified (default
   * `document_unverified_other`), `person` whom the checks find, `processing_ms` how long it stays in `processing` by the
   * sandbox's clock (default 500, and 0 ends it at once). Answers with the session, which is then in `processing`, or
   * settled. Rejects where there is no such session, or it takes no input.
   */
  submit(id: string, outcome?: Outcome | SubmitOptions, options?: SubmitOptions): Promise<Session>
  /** The user declines to be verified by Stripe: that `last_error`, and the session stays open. */
  decline(id: string): Promise<Session>
  /**
   * Does what a reviewer at Stripe may do later: takes a verified session back, or passes a failed one; `error_code` says
   * why it is no longer verified. Answers with the session; an event is sent as for any change. Rejects where there is no
   * such session, or nothing to review.
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
  setLimits(limits: z.input<typeof LIMITS>): void
  /**
   * Lets the next modals and hosted pages act by themselves, one step each: `verified`, `unverified`, `decline`, `close`,
   * an outcome in full, or `{ error: { code } }`, which is only told to the page. An empty list leaves them to people.
   */
  setModal(next: ModalScript): void
  /** Whom checks find from now on, where a submission says nothing else. */
  setPerson(person: Person | Preset): void
  /** All that outlives the sandbox, as JSON; what makes its secrets good is in it. */
  state(): State
  /** Puts a state in the place of all that there is. */
  setState(state: Fixture): void
  /** Forgets everything but what it was started with. */
  reset(): void
}

/** Any key of the same beginning and form works as well. */
export interface Keys {
  readonly secretKey: string
  readonly restrictedKey: string
  readonly publishableKey: string
}

/** An account of a sandbox that was started with `accounts`: what is in it, no other account sees. */
export interface SandboxAccount extends Control, Keys {
  readonly id: string
  /** An account that is connected to this one: what calls with its id as `Stripe-Account` are about. */
  connected(id: string): Control
}

/** Stripe Identity on one's own machine, running. What is done to it is done to its own account. */
export interface Sandbox extends Control, Keys {
  /** Scheme, host and port; no path. */
  readonly url: string
  readonly port: number
  /** Signs what goes to the first `forwardTo`. */
  readonly webhookSecret: string
  /** The account that a key `sk_test_<name>_…` opens, letters and digits. Throws without the option `accounts`. */
  account(name: string): SandboxAccount
  /** Ends every connection and timer. A second call does nothing. */
  close(): Promise<void>
}

/** Starts a sandbox; it is ready when the promise resolves. Any number may run at once, each with its own state. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = readOptions(options)
  const accounts = new Accounts(settings, settings.accounts)
  const core = accounts.own
  const file = typeof settings.state === 'string' ? settings.state : undefined
  const known = typeof settings.state === 'string' ? readState(settings.state) : settings.state
  const server = await listen(accounts, settings)
  if (known) restore(core, known)
  if (known && !file) core.begin = () => restore(core, known)
  const saveLast = file ? keepState(core, file) : () => {}
  let closed: Promise<void> | undefined
  const close = () => {
    saveLast()
    accounts.close()
    return server.close()
  }

  return {
    url: server.url,
    port: server.port,
    webhookSecret: settings.webhookSecret,
    ...(settings.accounts ? keysOf(`${OWN_ACCOUNT}_sandbox`) : keysOf('51IdentitySandbox')),
    ...controlOf(new Instrument(core)),
    account(name) {
      if (!settings.accounts) throw new TypeError('account(name): start the sandbox with { accounts: true }')
      if (!isAccountName(name)) throw new TypeError('account(name): a name is letters and digits')
      const named = accounts.open(name)
      return {
        id: named.account.id,
        ...keysOf(`${name}_sandbox`),
        ...controlOf(new Instrument(named)),
        connected(id) {
          if (!isAccountId(id)) throw new TypeError('connected(id): an id is acct_, and letters and digits')
          return controlOf(new Instrument(named.connect(id)))
        },
      }
    },
    close() {
      closed ??= close()
      return closed
    },
  }
}

function keysOf(end: string): Keys {
  return { secretKey: `sk_test_${end}`, restrictedKey: `rk_test_${end}`, publishableKey: `pk_test_${end}` }
}

/** The instrument as JavaScript: what it hands out may be kept and changed, since the sandbox has its own. */
function controlOf(instrument: Instrument): Control {
  return {
    async submit(id, outcome = 'verified', more = {}) {
      const wish = { outcome: 'verified', ...(typeof outcome === 'string' ? { outcome } : outcome), ...more }
      return copy<Session>(instrument.submit(id, wish))
    },
    decline: async (id) => copy<Session>(instrument.decline(id)),
    override: async (id, status, more = {}) => copy<Session>(instrument.override(id, { status, ...more })),
    settle: async (id) => copy<Session>(instrument.settle(id)),
    delivered: async (id, fact, { timeout = 10_000 } = {}) =>
      copy<Stripe.Event>(await instrument.delivered(id, fact, timeout)),
    advance: (ms) => instrument.advance(ms),
    setTo: (seconds) => instrument.setTo(seconds),
    freeze: (still = true) => instrument.freeze(still),
    now: () => instrument.clock.now,
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
      clear: () => void instrument.clearFaults(),
    },
    setPolicy: (policy) => void instrument.setPolicy(policy),
    setLimits: (limits) => void instrument.setLimits(limits),
    setModal: (next) => void instrument.setModal({ next }),
    setPerson: (person) => void instrument.setPerson(person),
    state: () => copy<State>(instrument.state),
    setState: (state) => void instrument.setState(state),
    reset: () => void instrument.reset(),
  }
}

function copy<T>(value: unknown): T {
  return structuredClone(value) as T
}
