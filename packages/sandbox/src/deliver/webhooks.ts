import type { Policy } from '../calls.js'
import { type EventRecord, PING, type ThinEvent, thinType } from '../objects/event/fields.js'
import { newId } from '../stripe/ids.js'
import { NO_CALL } from '../stripe/route.js'
import type { Account } from '../world/account.js'
import type { Collection, Row } from '../world/collection.js'
import { endpointsFor, messageFor, sign } from './message.js'
import { Outbox, type Outstanding, retryTime } from './outstanding.js'
import { happens, NO_POLICY, Reordering } from './policy.js'
import { type Post, Sender } from './sender.js'

/** One finished attempt to deliver an event. */
export interface Delivery {
  readonly event_id: string
  readonly event_type: string
  readonly endpoint: string
  readonly url: string
  /** Counts from 1 for each event and endpoint. */
  readonly attempt: number
  /** The receiver's HTTP status; null if there was none, with the reason in `error`. */
  readonly status: number | null
  readonly error: string | null
  /** The time in seconds of the clock. */
  readonly at: number
}

const LOG_LIMIT = 50_000
const KEPT_EVENTS = 100_000

/**
 * Delivers events to the endpoints that take them, with signatures, retries by the clock, and the policy's
 * disturbances.
 */
export class Webhooks {
  readonly #account: Account
  readonly #sender = new Sender()
  readonly #outbox = new Outbox()
  /** The last attempt in progress for each endpoint and session. */
  readonly #lanes = new Map<string, Promise<void>>()
  readonly #reordering: Reordering
  #policy: Policy = NO_POLICY
  #log: Delivery[] = []

  constructor(account: Account) {
    this.#account = account
    this.#reordering = new Reordering(account.clock)
  }

  /** All finished attempts, oldest first. */
  get log(): readonly Delivery[] {
    return this.#log
  }

  get policy(): Policy {
    return this.#policy
  }

  /** Replaces the whole policy. Events held back by the old policy are sent now. */
  set policy(policy: Policy) {
    this.#policy = policy
    this.#reordering.flush()
  }

  /** Stores a new event and sends it to every endpoint that takes it. */
  publish(event: EventRecord): void {
    const wanted = endpointsFor(this.#account, event.type)
    this.#account.events.add({ ...event, pending: wanted.length })
    this.#account.changed()
    for (const endpoint of wanted) this.#enqueue(this.#open(event.id, endpoint.id, true))
    if (this.#account.events.size > KEPT_EVENTS) this.#forget(this.#account.events)
    if (this.#account.destinations.size > 0) this.#publishThin(event, wanted.length > 0)
  }

  /** Sends a ping to every destination of thin events, as Stripe does on request. */
  ping(): ThinEvent[] {
    return Array.from(this.#account.destinations, (destination) => {
      const { id } = destination
      const url = `/v2/core/event_destinations/${id}`
      const event = this.#addThin(PING, { id, type: 'v2.core.event_destination', url })
      this.#enqueue(this.#open(event.id, id, false))
      return event
    })
  }

  /** Sends an event again to every endpoint that takes it, delivered or not. Returns their number. */
  resend(event: EventRecord | ThinEvent): number {
    const { destinations } = this.#account
    const wanted = 'related' in event ? [...destinations] : endpointsFor(this.#account, event.type)
    for (const endpoint of wanted) void this.#attempt(this.#open(event.id, endpoint.id, false))
    return wanted.length
  }

  /** True if everything that takes this fact, thin or not, has answered 2xx. False if nothing takes it. */
  isDelivered(event: EventRecord): boolean {
    const thin = this.#account.thinEvents.find({ event: event.id })
    const all = [
      ...endpointsFor(this.#account, event.type).map(({ id }) => this.#outbox.get(event.id, id)),
      ...(thin ? Array.from(this.#account.destinations, ({ id }) => this.#outbox.get(thin.id, id)) : []),
    ]
    return all.length > 0 && all.every((outstanding) => outstanding?.delivered)
  }

  /** Resolves when no attempt is in progress, or after `limitMs` of real time. */
  idle(limitMs: number): Promise<void> {
    return this.#sender.idle(limitMs)
  }

  get outstanding(): Outstanding[] {
    return this.#outbox.list()
  }

  /** Resumes saved deliveries. Retries keep waiting for their time; attempts that were in progress are sent again. */
  resume(left: readonly Outstanding[]): void {
    for (const saved of left) {
      const outstanding = this.#outbox.put({ ...saved })
      if (saved.delivered || saved.attempts === 0) continue
      if (saved.waiting) this.#wait(outstanding, retryTime(saved, saved.retries)!)
      else if (retryTime(saved, saved.retries + 1) !== undefined) void this.#attempt(outstanding)
    }
  }

  /** Removes all deliveries and the policy, and aborts the attempts in progress. */
  reset(): void {
    this.#sender.abort()
    this.#outbox.clear()
    this.#lanes.clear()
    this.#reordering.clear()
    this.#policy = NO_POLICY
    this.#log = []
  }

  /** Publishes the thin event for the same fact. It names the classic event only if that is sent too. */
  #publishThin(event: EventRecord, classic: boolean): void {
    const url = `/v1/identity/verification_sessions/${event.session}`
    const related = { id: event.session, type: 'identity.verification_session', url }
    const thin = this.#addThin(thinType(event.type), related, {
      event: event.id,
      snapshot: classic ? event.id : null,
      request: event.request,
      ...(event.account !== undefined && { account: event.account }),
    })
    for (const destination of this.#account.destinations) {
      this.#enqueue(this.#open(thin.id, destination.id, false))
    }
  }

  #addThin(
    type: string,
    related: ThinEvent['related'],
    more: Pick<ThinEvent, 'account' | 'event' | 'snapshot' | 'request'> = {
      event: null,
      snapshot: null,
      request: NO_CALL,
    },
  ): ThinEvent {
    const { clock, thinEvents } = this.#account
    const event: ThinEvent = {
      id: newId('evt'),
      created: clock.seconds(),
      time: clock.now(),
      type,
      related,
      ...more,
    }
    thinEvents.add(event)
    if (thinEvents.size > KEPT_EVENTS) this.#forget(thinEvents)
    return event
  }

  /** Removes the oldest event and the state of its deliveries. */
  #forget(events: Pick<Collection<Row>, 'oldest' | 'delete'>): void {
    const { id } = events.oldest!
    events.delete(id)
    const { endpoints, destinations, platform } = this.#account
    for (const { id: to } of [...endpoints, ...destinations, ...(platform?.endpoints ?? [])]) {
      this.#outbox.delete(id, to)
    }
  }

  #open(event: string, endpoint: string, counted: boolean): Outstanding {
    return this.#outbox.open(event, endpoint, counted, this.#account.clock.now())
  }

  /** Makes the first attempt under the policy. */
  #enqueue(outstanding: Outstanding): void {
    const { drop = false, duplicate = false, delay_ms = 0, reorder = false } = this.#policy
    if (happens(drop)) return
    const copies =
      typeof duplicate === 'number' && duplicate >= 1 ? 1 + Math.floor(duplicate) : happens(duplicate) ? 2 : 1
    const send = async () => {
      await Promise.all(Array.from({ length: copies }, () => this.#inTurn(outstanding)))
    }
    const go = () => (reorder ? this.#reordering.pass(outstanding.endpoint, send) : void send())
    if (delay_ms > 0) this.#account.clock.after(delay_ms, go)
    else go()
  }

  /** Sends the events of a session to an endpoint in the order in which they happened. Stripe promises less. */
  #inTurn(outstanding: Outstanding): Promise<void> {
    const lane = `${outstanding.endpoint} ${this.#account.sessionOf(outstanding.event)}`
    const turn = this.#attempt(outstanding, this.#lanes.get(lane))
    this.#lanes.set(lane, turn)
    void turn.then(() => this.#lanes.get(lane) === turn && this.#lanes.delete(lane))
    return turn
  }

  #attempt(outstanding: Outstanding, previous?: Promise<void>): Promise<void> {
    const { clock } = this.#account
    outstanding.attempts += 1
    const attempt = outstanding.attempts
    const write = (): Post | undefined => {
      const message = messageFor(this.#account, outstanding.event, outstanding.endpoint)
      if (!message) return undefined
      const { event, to, body } = message
      sent = { event_id: event.id, event_type: event.type, endpoint: to.id, url: to.url }
      const text = JSON.stringify(body, null, 2)
      return { url: to.url, body: text, signature: sign(text, to.secrets, clock.now()) }
    }
    let sent: Pick<Delivery, 'event_id' | 'event_type' | 'endpoint' | 'url'>
    const done = (status: number | null, error: string | null) => {
      const taken = status !== null && status >= 200 && status < 300
      if (taken) this.#delivered(outstanding)
      this.#record({ ...sent, attempt, status, error, at: clock.seconds() })
      if (!taken) this.#retry(outstanding)
    }
    return this.#sender.post(write, done, previous)
  }

  #delivered(outstanding: Outstanding): void {
    if (outstanding.delivered) return
    outstanding.delivered = true
    if (!outstanding.counted) return
    const event = this.#account.events.get(outstanding.event)
    if (event) this.#account.events.replace({ ...event, pending: Math.max(0, event.pending - 1) })
  }

  #retry(outstanding: Outstanding): void {
    const due = retryTime(outstanding, outstanding.retries + 1)
    if (due === undefined || outstanding.waiting || outstanding.delivered) return
    outstanding.retries += 1
    outstanding.waiting = true
    this.#wait(outstanding, due)
  }

  #wait(outstanding: Outstanding, due: number): void {
    const again = () => {
      outstanding.waiting = false
      if (!outstanding.delivered) void this.#attempt(outstanding)
    }
    if (due <= this.#account.clock.now()) again()
    else this.#account.clock.at(due, again)
  }

  #record(delivery: Delivery): void {
    this.#log.push(delivery)
    if (this.#log.length > LOG_LIMIT) this.#log.splice(0, LOG_LIMIT / 10)
    this.#account.changed()
  }
}
