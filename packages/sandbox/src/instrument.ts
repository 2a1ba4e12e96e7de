import type { Accounts } from './accounts.js'
import * as calls from './calls.js'
import { readCall, type Scripted, scripted } from './calls.js'
import type { Core } from './core.js'
import { History } from './history.js'
import { presentThinEvent } from './objects/event/fields.js'
import { SESSION } from './objects/session/fields.js'
import type { Session } from './objects/session/record.js'
import { present, type Shown } from './objects/table.js'
import { presentEndpoint } from './objects/webhook-endpoint/fields.js'
import { restore, STATE, type State, save } from './saving.js'
import { NotFound, OutOfRange } from './stripe/errors.js'
import { newWebhookSecret } from './stripe/ids.js'
import { PERSON_OR_PRESET } from './world/person.js'

/**
 * Everything that can be done to a sandbox outside Stripe's API, in one place. The control routes, `createSandbox()`
 * and the pages call it. Each method validates its input, and returns data that callers may keep.
 */
export class Instrument {
  readonly history: History
  readonly #core: Core

  readonly #accounts: Accounts

  constructor(accounts: Accounts, core: Core) {
    this.#accounts = accounts
    this.#core = core
    this.history = new History(core)
  }

  /**
   * Submits the session with the client secret or url token of the visit. Without a credential, all credentials of
   * the session issued so far are used up. Throws `NotAllowed` unless the session takes input.
   */
  submit(id: string, wish: unknown, credential?: string): Shown {
    const session = this.#core.account.requireSession(id)
    return show(this.#core.flow.submit(session, readCall(calls.SUBMISSION, wish), credential))
  }

  /** Declines consent, as the user would. */
  decline(id: string, wish: unknown = {}): Shown {
    const session = this.#core.account.requireSession(id)
    readCall(calls.NOTHING, wish)
    return show(this.#core.flow.giveUp(session, 'consent_declined'))
  }

  /** Overrides the result of finished checks, as a reviewer would. */
  override(id: string, wish: unknown): Shown {
    const session = this.#core.account.requireSession(id)
    return show(this.#core.flow.override(session, readCall(calls.OVERRIDE, wish)))
  }

  /** Finishes a session's processing or redaction now, with the result that is due. */
  settle(id: string, wish: unknown = {}): Shown {
    const session = this.#core.account.requireSession(id)
    readCall(calls.NOTHING, wish)
    return show(this.#core.flow.settleNow(session))
  }

  get clock() {
    const { clock } = this.#core
    return { now: clock.now(), frozen: clock.frozen }
  }

  /** Moves the clock by milliseconds. Resolves when everything that fell due has run. */
  async advance(ms: number): Promise<void> {
    if (!(Number.isFinite(ms) && ms >= 0)) throw new OutOfRange('advance(ms): ms must be 0 or more')
    await this.#core.advance(ms)
  }

  /** Moves the clock to a time in seconds. Resolves when everything that fell due has run. */
  async setTo(seconds: number): Promise<void> {
    if (!Number.isFinite(seconds)) throw new OutOfRange('setTo(seconds): seconds must be a number')
    await this.#core.setTo(seconds)
  }

  freeze(still: boolean): void {
    if (still) this.#core.clock.freeze()
    else this.#core.clock.unfreeze()
  }

  /** Freezes, moves and unfreezes the clock in one call. */
  async setClock(wish: unknown) {
    const { freeze, advance_ms, set_to } = readCall(calls.CLOCK, wish)
    if (freeze === true) this.freeze(true)
    if (advance_ms !== undefined) await this.advance(advance_ms)
    if (set_to !== undefined) await this.setTo(set_to)
    if (freeze === false) this.freeze(false)
    return this.clock
  }

  /** Sends an event again. For a classic event, the thin event of the same fact is sent too. */
  resend(id: string, wish: unknown = {}) {
    const { account, webhooks } = this.#core
    const event = account.events.get(id) ?? account.thinEvents.get(id)
    if (!event) throw new NotFound(`No such event: '${id}'`)
    readCall(calls.NOTHING, wish)
    const thin = account.thinEvents.find({ event: id })
    return { event_id: id, endpoints: webhooks.resend(event) + (thin ? webhooks.resend(thin) : 0) }
  }

  ping(wish: unknown = {}): Shown[] {
    readCall(calls.NOTHING, wish)
    return this.#core.webhooks.ping().map(presentThinEvent)
  }

  get modal() {
    return { next: this.#core.modalSteps }
  }

  /** Removes and returns the next step, for a modal that executes it now. */
  nextModalStep(): Scripted | undefined {
    const [step, ...later] = this.#core.modalSteps
    this.#core.modalSteps = later
    return step === undefined ? undefined : scripted(step)
  }

  /** Scripts the next modals and hosted pages. */
  setModal(wish: unknown) {
    this.#core.modalSteps = readCall(calls.MODAL, wish).next
    return this.modal
  }

  get faults(): readonly calls.Fault[] {
    return this.#core.faults.list
  }

  addFault(wish: unknown): calls.Fault {
    const fault = readCall(calls.FAULT, wish)
    this.#core.faults.add(fault)
    return fault
  }

  clearFaults(): readonly calls.Fault[] {
    this.#core.faults.clear()
    return this.faults
  }

  get policy(): calls.Policy {
    return this.#core.webhooks.policy
  }

  setPolicy(wish: unknown): calls.Policy {
    this.#core.webhooks.policy = readCall(calls.POLICY, wish)
    return this.policy
  }

  setLimits(wish: unknown) {
    this.#core.limit.perSecond = readCall(calls.LIMITS, wish).per_endpoint_rps
    return { per_endpoint_rps: this.#core.limit.perSecond }
  }

  get person() {
    return this.#core.account.person ?? {}
  }

  /** Sets the person that checks find from now on if a submission names no other. */
  setPerson(wish: unknown) {
    this.#core.account.person = readCall(PERSON_OR_PRESET, wish)
    return this.person
  }

  /** Adds a new secret to an endpoint. The old ones also sign until they expire. */
  rollSecret(id: string, wish: unknown): Shown {
    const { endpoints, clock } = this.#core.account
    const endpoint = endpoints.get(id)
    if (!endpoint) throw new NotFound(`No such webhook endpoint: '${id}'`)
    const expires = clock.now() + readCall(calls.ROLL, wish).expires_in_s * 1000
    const secret = newWebhookSecret()
    const old = endpoint.secrets.map((known) => ({
      ...known,
      expires: Math.min(known.expires ?? expires, expires),
    }))
    const rolled = { ...endpoint, secrets: [{ value: secret, expires: null }, ...old] }
    endpoints.replace(rolled)
    return { ...presentEndpoint(rolled), secret }
  }

  /**
   * The state that survives a restart: of this account, or of all accounts for the sandbox's own. It includes the seal
   * of client secrets and url tokens, so treat it as test data.
   */
  get state(): State {
    return save(this.#accounts, this.#core)
  }

  setState(wish: unknown) {
    restore(this.#accounts, this.#core, readCall(STATE, wish))
    return this.health
  }

  get health() {
    const { clock, sessions, events } = this.#core.account
    return { status: 'ok', now: clock.now(), sessions: sessions.size, events: events.size }
  }

  reset(wish: unknown = {}) {
    readCall(calls.NOTHING, wish)
    this.#core.reset()
    return { status: 'ok' }
  }
}

function show(session: Session): Shown {
  return present(SESSION, session)
}
