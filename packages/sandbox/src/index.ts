import type Stripe from 'stripe'
import type { z } from 'zod'
import { Accounts, isAccountId, isAccountName, OWN_ACCOUNT } from './accounts.js'
import type { FAULT, Fault, LIMITS, MODAL, OVERRIDE, PART, Policy, SUBMISSION } from './calls.js'
import type { Preset } from './choices.js'
import type { Delivery } from './deliver/webhooks.js'
import { Instrument } from './instrument.js'
import { readOptions, type SandboxOptions } from './options.js'
import type { Fixture, State } from './saving.js'
import { begin, requireFitting, restore } from './saving.js'
import { listen } from './server.js'
import { keepState, readState } from './state-file.js'
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

/** The result of a submission, as `submit` takes it. Missing fields take their defaults. */
export type SubmitOptions = Partial<z.input<typeof SUBMISSION>>
/** The result of the checks. */
export type Outcome = z.input<typeof SUBMISSION>['outcome']
/** The reason of an override, as `override` takes it. */
export type OverrideOptions = Omit<z.input<typeof OVERRIDE>, 'status'>
/** One scripted action of a modal, or a list of them. */
export type ModalScript = z.input<typeof MODAL>['next']
/** A fault for the next calls. Missing fields take their defaults. */
export type FaultOptions = z.input<typeof FAULT>
/**
 * A filter for a list: the newest `limit`, those of one session, or of one type (`verified` is short for the full
 * name).
 */
export type Part = Omit<z.input<typeof PART>, 'path'>

/** Everything that can be done to one account of a sandbox. */
export interface Control {
  /**
   * Submits the session with an outcome, as the user would. `error_code` is the reason for `unverified` (default
   * `document_unverified_other`), `person` the person that the checks find, `processing_ms` the time in `processing`
   * by the sandbox's clock (default 500; with 0 the checks end at once). Resolves with the session, in `processing`
   * or settled. Rejects if there is no such session, or if it takes no input.
   */
  submit(id: string, outcome?: Outcome | SubmitOptions, options?: SubmitOptions): Promise<Session>
  /** Declines consent, as the user would. Sets `last_error`; the session stays open. */
  decline(id: string): Promise<Session>
  /**
   * Overrides a finished session, as a reviewer at Stripe can do later: takes a verified session back, or passes a
   * failed one. `error_code` is the reason if it is no longer verified. Resolves with the session, and sends an event
   * as for any change. Rejects if there is no such session, or if its status cannot be overridden.
   */
  override(id: string, status: 'verified' | 'requires_input', options?: OverrideOptions): Promise<Session>
  /** Finishes a session's processing or redaction now, with the result that is due. */
  settle(id: string): Promise<Session>
  /**
   * Resolves with the newest event of a type, such as `verified`, when every endpoint that takes it has answered 2xx.
   * Rejects after `timeout` milliseconds of real time (default 10,000); the message lists the attempts.
   */
  delivered(id: string, fact: string, options?: { readonly timeout?: number }): Promise<Stripe.Event>
  /** Moves the clock. Resolves when everything that fell due has run, and deliveries have ended or had five seconds. */
  advance(ms: number): Promise<void>
  /** Moves the clock to a time in Unix seconds. It can go back only while there are no sessions or events. */
  setTo(seconds: number): Promise<void>
  /** Stops the clock until it is moved; with `false` it runs on from its current time. */
  freeze(still?: boolean): void
  /** The sandbox's time in Unix milliseconds. */
  now(): number
  /** The calls of the API so far, oldest first. */
  requests(part?: { readonly limit?: number; readonly path?: string }): readonly JournalEntry[]
  /** The events so far, oldest first. */
  events(part?: Part): Stripe.Event[]
  /** All attempts to deliver an event, oldest first. */
  deliveries(part?: Part): readonly Delivery[]
  /** Sends an event again to every endpoint that takes it. Returns their number. */
  resend(event: string): { event_id: string; endpoints: number }
  /** Sends a ping to every destination of thin events. */
  ping(): void
  /** The faults that are set and have not happened yet. */
  readonly faults: {
    readonly list: readonly Fault[]
    add(fault: FaultOptions): Fault
    clear(): void
  }
  /** Loses, repeats, delays or reorders webhooks from now on; `{}` turns all of it off. */
  setPolicy(policy: Policy): void
  /** Limits the calls per second and endpoint; more get a 429. 0, the default, means no limit. */
  setLimits(limits: z.input<typeof LIMITS>): void
  /**
   * Scripts the next modals and hosted pages, one step each: `verified`, `unverified`, `decline`, `close`, a full
   * outcome, or `{ error: { code } }`, which only the page receives. An empty list leaves them to people.
   */
  setModal(next: ModalScript): void
  /** Sets the person that checks find from now on if a submission names no other. */
  setPerson(person: Person | Preset): void
  /**
   * The saved state as JSON: of this account and those connected to it, or of all accounts for the sandbox itself. It
   * includes the seal of client secrets and url tokens.
   */
  state(): State
  /** Replaces this state. Other accounts change only if `accounts` is present. */
  setState(state: Fixture): void
  /** Resets the account to the state after the start. */
  reset(): void
}

/** The keys of the sandbox. Every key with the same prefix and form works too. */
export interface Keys {
  readonly secretKey: string
  readonly restrictedKey: string
  readonly publishableKey: string
}

/** One account of a sandbox started with `accounts`. Its data is separate from that of all other accounts. */
export interface SandboxAccount extends Control, Keys {
  readonly id: string
  /** An account connected to this one. Calls with its id in `Stripe-Account` act on it. */
  connected(id: string): Control
}

/** A running sandbox: Stripe Identity on your own machine. Its methods act on its own account. */
export interface Sandbox extends Control, Keys {
  /** Scheme, host and port, without a path. */
  readonly url: string
  readonly port: number
  /** The signing secret of the first `forwardTo`. */
  readonly webhookSecret: string
  /** The account that a key `sk_test_<name>_…` opens; letters and digits. Throws without the option `accounts`. */
  account(name: string): SandboxAccount
  /** Ends all connections and timers. A second call has no effect. */
  close(): Promise<void>
}

/** Starts a sandbox, which is ready when the promise resolves. Any number can run at once, each with its own state. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = readOptions(options)
  const accounts = new Accounts(settings, settings.accounts)
  const core = accounts.own
  const file = typeof settings.state === 'string' ? settings.state : undefined
  const known = typeof settings.state === 'string' ? readState(settings.state) : settings.state
  if (known) requireFitting(accounts, core, known)
  const server = await listen(accounts, settings)
  if (known && file) restore(accounts, core, known)
  else if (known) begin(accounts, known)
  const saveLast = file ? keepState(accounts, file) : () => {}
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
    ...controlOf(new Instrument(accounts, core)),
    account(name) {
      if (!settings.accounts) throw new TypeError('account(name) needs the option { accounts: true }')
      if (!isAccountName(name)) throw new TypeError('account(name): name must be letters and digits')
      const named = accounts.open(name)
      return {
        id: named.account.id,
        ...keysOf(`${name}_sandbox`),
        ...controlOf(new Instrument(accounts, named)),
        connected(id) {
          if (!isAccountId(id)) throw new TypeError('connected(id): id must be acct_ + letters or digits')
          return controlOf(new Instrument(accounts, named.connect(id)))
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

/** The instrument as the JavaScript API. Callers receive copies that they may keep and change. */
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
      copy<Stripe.Event>(await instrument.history.delivered(id, fact, timeout)),
    advance: (ms) => instrument.advance(ms),
    setTo: (seconds) => instrument.setTo(seconds),
    freeze: (still = true) => instrument.freeze(still),
    now: () => instrument.clock.now,
    requests: (part) => copy(instrument.history.requests(part)),
    events: (part) => copy<Stripe.Event[]>(instrument.history.events(part)),
    deliveries: (part) => copy(instrument.history.deliveries(part)),
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
