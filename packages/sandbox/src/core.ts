import type { ModalStep } from './calls.js'
import type { Preset } from './choices.js'
import { Webhooks } from './deliver/webhooks.js'
import { Flow } from './objects/session/lifecycle.js'
import type { Destination, Endpoint } from './objects/webhook-endpoint/fields.js'
import { NotAllowed, OutOfRange } from './stripe/errors.js'
import { Idempotency } from './stripe/idempotency.js'
import { RateLimit } from './stripe/rate-limit.js'
import { Account } from './world/account.js'
import { Clock } from './world/clock.js'
import { Faults } from './world/faults.js'
import { Journal } from './world/journal.js'
import type { Person } from './world/person.js'

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
  readonly person?: Person | Preset | undefined
}

/** One account without an HTTP server: what it holds, what happens in it, and what disturbs it. */
export class Core {
  readonly clock: Clock
  readonly account: Account
  readonly webhooks: Webhooks
  readonly flow: Flow
  readonly faults = new Faults()
  readonly journal = new Journal()
  readonly idempotency: Idempotency
  readonly limit: RateLimit
  readonly #start: Start
  readonly #platform: Core | undefined
  readonly #connected = new Map<string, Core>()

  /** A connected account has its platform's clock; everything else is its own. */
  constructor(start: Start, id: string, platform?: Core) {
    this.#start = start
    this.#platform = platform
    this.clock = platform?.clock ?? new Clock()
    this.account = new Account(id, this.clock, start.person, platform?.account)
    this.webhooks = new Webhooks(this.account)
    this.flow = new Flow(this.account, (event) => this.webhooks.publish(event))
    this.idempotency = new Idempotency(this.clock)
    this.limit = new RateLimit(this.clock)
    this.#install()
  }

  /** The accounts that are connected to this one. */
  get connected(): Iterable<Core> {
    return this.#connected.values()
  }

  /** The connected account of an id, from now on one. */
  connect(id: string): Core {
    const known = this.#connected.get(id)
    if (known) return known
    const account = new Core(this.#start, id, this)
    this.#connected.set(id, account)
    return account
  }

  get isConnected(): boolean {
    return this.#platform !== undefined
  }

  /**
   * Moves the clock; resolves when what fell due has happened, deliveries included: those before it and those that it
   * causes get five seconds each. Throws a RangeError beyond the year 3000.
   */
  async advance(ms: number): Promise<void> {
    this.#checkTime(this.clock.now() + ms)
    await this.#delivered()
    this.clock.advance(ms)
    await this.#delivered()
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

  /** Those of every account that this clock drives. */
  async #delivered(): Promise<void> {
    const first = this.#platform ?? this
    await Promise.all([first, ...first.connected].map(({ webhooks }) => webhooks.idle(DELIVERIES_MS)))
  }

  #checkTime(time: number): void {
    if (!(time >= 0 && time <= LATEST)) throw new OutOfRange('The clock goes from 1970 to the year 3000.')
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

  /** Forgets everything but the options, also of what is connected. The clock of a connected account is not its own. */
  clear(): void {
    this.webhooks.reset()
    this.faults.clear()
    this.journal.clear()
    this.modalSteps = []
    this.idempotency.clear()
    this.limit.perSecond = 0
    this.flow.reset()
    if (!this.isConnected) this.clock.reset()
    this.account.reset()
    this.#install()
    for (const account of this.connected) account.clear()
  }

  close(): void {
    this.webhooks.reset()
    this.clock.reset()
  }

  #install(): void {
    const { forwarding, frozen } = this.#start
    if (frozen && !this.isConnected) this.clock.freeze()
    const created = this.clock.seconds()
    for (const endpoint of forwarding.endpoints) this.account.endpoints.add({ ...endpoint, created })
    for (const destination of forwarding.destinations) {
      this.account.destinations.add({ ...destination, created })
    }
  }
}
