import { Webhooks } from './deliver/webhooks.js'
import type { ModalStep } from './modal-script.js'
import { Flow } from './objects/session/lifecycle.js'
import { NotAllowed } from './objects/session/machine.js'
import type { Destination, Endpoint } from './objects/webhook-endpoint/fields.js'
import { Idempotency } from './stripe/idempotency.js'
import { RateLimit } from './stripe/rate-limit.js'
import { Account } from './world/account.js'
import { Clock } from './world/clock.js'
import { Faults } from './world/faults.js'
import { Journal } from './world/journal.js'
import type { Person } from './world/person.js'
import type { Preset } from './world/preset.js'

/** Real time that deliveries get to end in, when the clock is moved. */
const DELIVERIES_MS = 5000
const LATEST = Date.UTC(3000, 0)

/** The endpoints that the sandbox was started with; they outlive a reset. */
export interface Forwarding {
  readonly endpoints: readonly Omit<Endpoint, 'created'>[]
  readonly destinations: readonly Omit<Destination, 'created'>[]
}

/** What a sandbox is started with, and returns to when it is reset. */
export interface Start {
  readonly forwarding: Forwarding
  readonly frozen: boolean
  readonly person: Person | Preset | undefined
}

/** One sandbox without its HTTP server: the account, what happens in it, and what disturbs it. */
export class Core {
  readonly clock = new Clock()
  readonly account: Account
  readonly webhooks: Webhooks
  readonly flow: Flow
  readonly faults = new Faults()
  readonly journal = new Journal()
  readonly idempotency = new Idempotency(this.clock)
  readonly limit = new RateLimit(this.clock)
  readonly #forwarding: Forwarding
  readonly #frozen: boolean

  constructor({ forwarding, frozen, person }: Start) {
    this.account = new Account(this.clock, person)
    this.webhooks = new Webhooks(this.account)
    this.flow = new Flow(this.account, (event) => this.webhooks.publish(event))
    this.#forwarding = forwarding
    this.#frozen = frozen
    this.#install()
  }

  /**
   * Moves the clock; resolves when what fell due has happened, deliveries included: those before it and those that it
   * causes get five seconds each. Throws a RangeError beyond the year 3000.
   */
  async advance(ms: number): Promise<void> {
    this.#checkTime(this.clock.now() + ms)
    await this.webhooks.idle(DELIVERIES_MS)
    this.clock.advance(ms)
    await this.webhooks.idle(DELIVERIES_MS)
  }

  /** Moves the clock to a second; back only while nothing has happened yet, since everything is in the order of time. */
  async setTo(seconds: number): Promise<void> {
    const ms = seconds * 1000 - this.clock.now()
    if (ms >= 0) return this.advance(ms)
    if (this.account.sessions.size > 0 || this.account.events.size > 0) {
      throw new NotAllowed(
        'The clock cannot go back while there are sessions or events. Reset the sandbox first.',
      )
    }
    this.#checkTime(seconds * 1000)
    this.clock.set(seconds * 1000)
  }

  #checkTime(time: number): void {
    if (!(time >= 0 && time <= LATEST)) throw new RangeError('The clock goes from 1970 to the year 3000.')
  }

  /** What the next modals do by themselves. */
  modalSteps: readonly ModalStep[] = []

  /** What it begins with after each reset, where that is more than nothing. */
  begin: () => void = () => {}

  /** Back to the state after the start: its fixture or nothing, its clock, no fault, no limit. */
  reset(): void {
    this.clear()
    this.begin()
  }

  /** Forgets everything but the options. */
  clear(): void {
    this.webhooks.reset()
    this.faults.clear()
    this.journal.clear()
    this.modalSteps = []
    this.idempotency.clear()
    this.limit.perSecond = 0
    this.clock.reset()
    this.account.reset()
    this.flow.reset()
    this.#install()
  }

  close(): void {
    this.webhooks.reset()
    this.clock.reset()
  }

  #install(): void {
    if (this.#frozen) this.clock.freeze()
    const created = this.clock.seconds()
    const { endpoints, destinations } = this.#forwarding
    for (const endpoint of endpoints) this.account.endpoints.add({ ...endpoint, created })
    for (const destination of destinations) this.account.destinations.add({ ...destination, created })
  }
}
