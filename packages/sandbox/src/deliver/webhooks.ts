import { createHmac, randomBytes } from 'node:crypto'
import {
  EVENT,
  type EventRecord,
  PING,
  presentThinEvent,
  type ThinEvent,
  thinType,
} from '../objects/event/fields.js'
import { present } from '../objects/table.js'
import type { Destination, Endpoint } from '../objects/webhook-endpoint/fields.js'
import { newId } from '../stripe/ids.js'
import { NO_CALL } from '../stripe/route.js'
import { API_VERSION } from '../stripe/version.js'
import type { Account } from '../world/account.js'
import type { Collection, Row } from '../world/collection.js'
import { happens, NO_POLICY, type Policy, Reordering } from './policy.js'
import { type Post, Sender } from './sender.js'

/** One finished attempt to deliver an event. */
export interface Delivery {
  readonly event_id: string
  readonly event_type: string
  readonly endpoint: string
  readonly url: string
  /** Counts from 1 for each event and endpoint. */
  readonly attempt: number
  /** The receiver's HTTP status; null where it gave none, and `error` says why. */
  readonly status: number | null
  readonly error: string | null
  /** Second of the clock. */
  readonly at: number
}

/** What is sent, and where to. */
interface Message {
  readonly event: EventRecord | ThinEvent
  readonly to: Endpoint | Destination
  readonly body: object
}

/** One event on its way to one endpoint. */
export interface Outstanding {
  readonly event: string
  readonly endpoint: string
  readonly begun: number
  /** In the event's `pending`: not what first went out by a resend, to an endpoint that came later. */
  readonly counted: boolean
  attempts: number
  /** How many times it was or will be sent again by the schedule. */
  retries: number
  waiting: boolean
  delivered: boolean
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** When an undelivered event is sent again, counted from the first attempt. */
const RETRIES = [
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  22 * HOUR,
  34 * HOUR,
  46 * HOUR,
  58 * HOUR,
  70 * HOUR,
]
const LOG_LIMIT = 50_000
const KEPT_EVENTS = 100_000

/** Delivers events to the endpoints that want them: signed, retried by the clock, and disturbed by policy. */
export class Webhooks {
  readonly #account: Account
  readonly #sender = new Sender()
  readonly #outstanding = new Map<string, Outstanding>()
  /** The last attempt under way for each endpoint and session. */
  readonly #lanes = new Map<string, Promise<void>>()
  readonly #reordering: Reordering
  #policy: Policy = NO_POLICY
  #log: Delivery[] = []

  constructor(account: Account) {
    this.#account = account
    this.#reordering = new Reordering(account.clock)
  }

  /** Every finished attempt, oldest first. */
  get log(): readonly Delivery[] {
    return this.#log
  }

  get policy(): Policy {
    return this.#policy
  }

  /** Replaces the whole policy; what the old one held back goes out now. */
  set policy(policy: Policy) {
    this.#policy = policy
    this.#reordering.flush()
  }

  /** Stores a new event and sends it to every endpoint that wants it. */
  publish(event: EventRecord): void {
    const wanted = this.#endpointsFor(event.type)
    this.#account.events.add({ ...event, pending: wanted.length })
    this.#account.changed({ kind: 'event', id: event.id })
    for (const endpoint of wanted) this.#enqueue(this.#outstandingFor(event.id, endpoint.id, true))
    if (this.#account.events.size > KEPT_EVENTS) this.#forget(this.#account.events)
    if (this.#account.destinations.size > 0) this.#publishThin(event, wanted.length > 0)
  }

  /** Sends a ping to every thin destination, as Stripe does when somebody asks it to. */
  ping(): ThinEvent[] {
    return Array.from(this.#account.destinations, (destination) => {
      const { id } = destination
      const url = `/v2/core/event_destinations/${id}`
      const event = this.#addThin(PING, { id, type: 'v2.core.event_destination', url })
      this.#enqueue(this.#outstandingFor(event.id, id, false))
      return event
    })
  }

  /** Sends an event once more to every endpoint that wants it, whether it was delivered or not. */
  resend(event: EventRecord | ThinEvent): number {
    const { destinations } = this.#account
    const wanted = 'related' in event ? [...destinations] : this.#endpointsFor(event.type)
    for (const endpoint of wanted) void this.#attempt(this.#outstandingFor(event.id, endpoint.id, false))
    return wanted.length
  }

  /** Whether everything that takes this fact, thin or not, has answered 2xx; false where nothing takes it. */
  isDelivered(event: EventRecord): boolean {
    const thin = this.#account.thinEvents.page({ where: { event: event.id }, limit: 1 }).rows[0]
    const keys = [
      ...this.#endpointsFor(event.type).map(({ id }) => `${event.id} ${id}`),
      ...(thin ? Array.from(this.#account.destinations, ({ id }) => `${thin.id} ${id}`) : []),
    ]
    return keys.length > 0 && keys.every((key) => this.#outstanding.get(key)?.delivered)
  }

  /** Resolves when no attempt is under way, at the latest after `limitMs` of real time. */
  idle(limitMs: number): Promise<void> {
    return this.#sender.idle(limitMs)
  }

  get outstanding(): Outstanding[] {
    return Array.from(this.#outstanding.values(), (one) => ({ ...one }))
  }

  /** Takes up deliveries where they were left: what waited for a retry waits on, what was on its way is sent again. */
  resume(left: readonly Outstanding[]): void {
    for (const saved of left) {
      const outstanding = { ...saved }
      this.#outstanding.set(`${saved.event} ${saved.endpoint}`, outstanding)
      if (saved.delivered || saved.attempts === 0) continue
      if (saved.waiting) this.#wait(outstanding, saved.begun + RETRIES[saved.retries - 1]!)
      else if (saved.retries < RETRIES.length) void this.#attempt(outstanding)
    }
  }

  /** Forgets all deliveries and the policy, and drops what is under way. */
  reset(): void {
    this.#sender.abort()
    this.#outstanding.clear()
    this.#lanes.clear()
    this.#reordering.clear()
    this.#policy = NO_POLICY
    this.#log = []
  }

  /** The nudge for the same fact; it names the classic event only where that one goes out as well. */
  #publishThin(event: EventRecord, classic: boolean): void {
    const url = `/v1/identity/verification_sessions/${event.session}`
    const related = { id: event.session, type: 'identity.verification_session', url }
    const thin = this.#addThin(thinType(event.type), related, {
      event: event.id,
      snapshot: classic ? event.id : null,
      request: event.request,
    })
    for (const destination of this.#account.destinations) {
      this.#enqueue(this.#outstandingFor(thin.id, destination.id, false))
    }
  }

  #addThin(
    type: string,
    related: ThinEvent['related'],
    more: Pick<ThinEvent, 'event' | 'snapshot' | 'request'> = {
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

  /** Drops the oldest event, with what is known of its deliveries. */
  #forget(events: Pick<Collection<Row>, 'oldest' | 'delete'>): void {
    const { id } = events.oldest!
    events.delete(id)
    for (const { id: to } of [...this.#account.endpoints, ...this.#account.destinations]) {
      this.#outstanding.delete(`${id} ${to}`)
    }
  }

  #endpointsFor(type: string): Endpoint[] {
    return [...this.#account.endpoints].filter((endpoint) => wants(endpoint, type))
  }

  #outstandingFor(event: string, endpoint: string, counted: boolean): Outstanding {
    const key = `${event} ${endpoint}`
    const known = this.#outstanding.get(key)
    if (known) return known
    const fresh: Outstanding = {
      event,
      endpoint,
      begun: this.#account.clock.now(),
      counted,
      attempts: 0,
      retries: 0,
      waiting: false,
      delivered: false,
    }
    this.#outstanding.set(key, fresh)
    return fresh
  }

  /** The first attempt, as the policy has it. */
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

  /** What one endpoint hears of one session leaves in the order in which it happened; Stripe promises less. */
  #inTurn(outstanding: Outstanding): Promise<void> {
    const { events, thinEvents } = this.#account
    const session = events.get(outstanding.event)?.session ?? thinEvents.get(outstanding.event)?.related.id
    const lane = `${outstanding.endpoint} ${session}`
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
      const message = this.#classicMessage(outstanding) ?? this.#thinMessage(outstanding)
      if (!message) return undefined
      const { event, to, body } = message
      sent = { event_id: event.id, event_type: event.type, endpoint: to.id, url: to.url }
      const text = JSON.stringify(body, null, 2)
      return { url: to.url, body: text, signature: this.#sign(to.secrets, text) }
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

  #classicMessage({ event: id, endpoint }: Outstanding): Message | undefined {
    const event = this.#account.events.get(id)
    const to = this.#account.endpoints.get(endpoint)
    if (!event || !to || to.disabled) return undefined
    return { event, to, body: present(EVENT, { event, version: to.api_version ?? API_VERSION }) }
  }

  #thinMessage({ event: id, endpoint }: Outstanding): Message | undefined {
    const event = this.#account.thinEvents.get(id)
    const to = this.#account.destinations.get(endpoint)
    return event && to ? { event, to, body: presentThinEvent(event) } : undefined
  }

  #delivered(outstanding: Outstanding): void {
    if (outstanding.delivered) return
    outstanding.delivered = true
    if (!outstanding.counted) return
    const event = this.#account.events.get(outstanding.event)
    if (event) this.#account.events.replace({ ...event, pending: Math.max(0, event.pending - 1) })
  }

  #retry(outstanding: Outstanding): void {
    const offset = RETRIES[outstanding.retries]
    if (offset === undefined || outstanding.waiting || outstanding.delivered) return
    outstanding.retries += 1
    outstanding.waiting = true
    this.#wait(outstanding, outstanding.begun + offset)
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
    this.#account.changed({ kind: 'delivery', id: delivery.event_id })
  }

  /** `t` is real time, whatever the clock says, so that receivers with a tolerance accept it. */
  #sign(secrets: Endpoint['secrets'], body: string): string {
    const time = Math.floor(Date.now() / 1000)
    const now = this.#account.clock.now()
    const signatures = secrets
      .filter(({ expires }) => expires === null || expires > now)
      .map(({ value }) => `v1=${createHmac('sha256', value).update(`${time}.${body}`).digest('hex')}`)
    return [`t=${time}`, ...signatures, `v0=${randomBytes(32).toString('hex')}`].join(',')
  }
}

/** `*` means every event but the redacted one, which Stripe sends only where it is named. */
function wants(endpoint: Endpoint, type: string): boolean {
  if (endpoint.disabled || endpoint.connect) return false
  if (endpoint.enabled_events.includes(type)) return true
  return endpoint.enabled_events.includes('*') && type !== 'identity.verification_session.redacted'
}
