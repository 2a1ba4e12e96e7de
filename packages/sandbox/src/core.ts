import { Clock } from './clock.js'
import { Faults } from './faults.js'
import { Journal } from './journal.js'
import { Account } from './state/account.js'
import { Flow } from './state/flow.js'
import type { Destination, Endpoint } from './state/records.js'
import { Webhooks } from './webhooks.js'
import { Idempotency } from './wire/idempotency.js'
import { RateLimit } from './wire/rate-limit.js'

/** The endpoints that the sandbox was started with; they outlive a reset. */
export interface Forwarding {
  readonly endpoints: readonly Omit<Endpoint, 'created'>[]
  readonly destinations: readonly Omit<Destination, 'created'>[]
}

/** One sandbox without its HTTP server: the account, what happens in it, and what disturbs it. */
export class Core {
  readonly clock = new Clock()
  readonly account = new Account(this.clock)
  readonly webhooks = new Webhooks(this.account)
  readonly flow = new Flow(this.account, (event) => this.webhooks.publish(event))
  readonly faults = new Faults()
  readonly journal = new Journal()
  readonly idempotency = new Idempotency(this.clock)
  readonly limit = new RateLimit(this.clock)
  readonly #forwarding: Forwarding

  constructor(forwarding: Forwarding) {
    this.#forwarding = forwarding
    this.#install()
  }

  /** Moves the clock; resolves when what fell due has happened. Deliveries before and after get a second each. */
  async advance(ms: number): Promise<void> {
    await this.webhooks.idle(1000)
    this.clock.advance(ms)
    await this.webhooks.idle(1000)
  }

  /** Back to the state after the start: no session, no event, real time, no fault, no limit. */
  reset(): void {
    this.webhooks.reset()
    this.faults.clear()
    this.journal.clear()
    this.idempotency.clear()
    this.limit.perSecond = 0
    this.account.reset()
    this.#install()
  }

  close(): void {
    this.webhooks.reset()
    this.clock.reset()
  }

  #install(): void {
    const created = this.clock.seconds()
    const { endpoints, destinations } = this.#forwarding
    for (const endpoint of endpoints) this.account.endpoints.add({ ...endpoint, created })
    for (const destination of destinations) this.account.destinations.add({ ...destination, created })
  }
}
