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

/** The real time, in milliseconds, that a move of the clock allows for deliveries. */
const DELIVERIES_MS = 5000
const LATEST = Date.UTC(3000, 0)

/** The endpoints from the start options. They outlive a reset. */
export interface Forwarding {
  readonly endpoints: readonly Omit<Endpoint, 'created'>[]
  readonly destinations: readonly Omit<Destination, 'created'>[]
}

/** The start options, to which a reset returns. */
export interface Start {
  readonly forwarding: Forwarding
  readonly frozen: boolean
  readonly person?: Person | Preset | undefined
}

/** One account without an HTTP server: its state, its behaviour and its disturbances. */
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

  /** A connected account shares its platform's clock and nothing else. */
  constructor(start: Start, id: string, platform?: Core) {
    this.#start = start
    this.#platform = platform
    this.clock = platform?.clock ?? new Clock()
    this.account = new Account(id, this.clock, start.person, platform?.account)
    this.webhooks = new Webhooks(this.account)
    this.flow = new Flow(this.account, (event) => {
      if (event.type === 'identity.verification_session.redacted') this.journal.redact(event.session)
      this.webhooks.publish(event)
    })
    this.idempotency = new Idempotency(this.clock)
    this.limit = new RateLimit(this.clock)
    this.#install()
  }

  /** The accounts connected to this one. */
  get connected(): Iterable<Core> {
    return this.#connected.values()
  }

  /** Returns the connected account with this id, creating it if it is missing. */
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
   * Moves the clock. Resolves when everything that fell due has run; deliveries begun before the move, and those
   * caused by it, get five seconds each. Throws a RangeError beyond the year 3000.
   */
  async advance(ms: number): Promise<void> {
    this.#checkTime(this.clock.now() + ms)
    await this.#delivered()
    this.clock.advance(ms)
    await this.#delivered()
  }

  /**
   * Moves the clock to a time in seconds. It can go back only on an empty account, because records are ordered by
   * time.
   */
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

  /** Waits for the deliveries of all accounts driven by this clock. */
  async #delivered(): Promise<void> {
    const first = this.#platform ?? this
    await Promise.all([first, ...first.connected].map(({ webhooks }) => webhooks.idle(DELIVERIES_MS)))
  }

  #checkTime(time: number): void {
    if (!(time >= 0 && time <= LATEST)) throw new OutOfRange('The clock goes from 1970 to the year 3000.')
  }

  /** The scripted steps of the next modals. */
  modalSteps: readonly ModalStep[] = []

  /** The initial state after each reset, if it is not empty. */
  begin: () => void = () => {}

  /** Returns to the state after the start: the fixture or empty, its clock, no faults, no limit. */
  reset(): void {
    this.clear()
    this.begin()
  }

  /**
   * Clears everything but the options, including connected accounts. The clock of a connected account is left alone.
   */
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
