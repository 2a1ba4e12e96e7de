import { setTimeout as sleep } from 'node:timers/promises'
import type { ModalCase } from './browser.js'
import type { Sought } from './by-api.js'
import { type Call, type CallOptions, type Json, type Reply, SESSIONS, Stopped } from './client.js'
import type { Hands } from './hands.js'
import type { Arrival, Inbox } from './inbox.js'
import { normalise, normaliseHeaders, type Plain } from './normalise.js'

/** The rest of a scenario cannot be played, for the reason in the message. */
export class Skipped extends Error {
  override readonly name = 'Skipped'
}

/** The steps of a scenario, played on one side after the other. The notes of both sides are compared. */
export interface Scenario {
  readonly name: string
  readonly run: (stage: Stage) => Promise<void>
}

export interface Side {
  readonly call: Call
  readonly hands: Hands
  readonly restrictedKey: string | undefined
  /** A page with this side's Stripe.js; undefined if none is open. */
  readonly page: { play(cases: readonly ModalCase[]): Promise<Json> } | undefined
  /** The webhooks of this side; undefined if none can arrive. */
  readonly inbox: Inbox | undefined
  /** Part of every text of this run. */
  readonly mark: string
  /** The objects to remove. */
  readonly made: {
    readonly sessions: Set<string>
    readonly endpoints: Set<string>
    readonly destinations: Set<string>
  }
  /** The sessions that are left for a later run; undefined if none is. */
  readonly kept: Set<string> | undefined
  /** The time limit for events to appear in the list, and for webhooks to arrive. */
  readonly eventsWithinMs: number
  /** The longest time for steps that take Stripe hours or days; 0 skips them. */
  readonly waitMs: number
  readonly signal: AbortSignal
}

const LOOK_AGAIN_MS = 10 * 60_000
const SESSION_EVENTS = 'identity.verification_session.*'

/** One side during a scenario. */
export class Stage {
  readonly side: Side
  readonly notes = new Map<string, Plain>()
  readonly skips = new Map<string, string>()

  constructor(side: Side) {
    this.side = side
  }

  get hands(): Hands {
    return this.side.hands
  }

  /** Returns a text that is marked as part of this run. */
  text(name: string): string {
    return `${this.side.mark}-${name}`
  }

  /** Makes a call, notes the answer under a name, and returns it. */
  async step(
    name: string,
    method: string,
    path: string,
    params?: object,
    options?: CallOptions,
  ): Promise<Json> {
    const reply = await this.call(method, path, params, options)
    this.note(name, reply)
    return reply.body
  }

  note(name: string, { status, headers, body }: Reply): void {
    const { mark } = this.side
    this.notes.set(name, {
      status: String(status),
      headers: normaliseHeaders(headers, mark),
      body: normalise(body, mark),
    })
  }

  /** Notes data that is no answer of the API. */
  noteBody(name: string, body: object): void {
    this.note(name, { status: 200, headers: new Headers(), body })
  }

  skip(what: string, why: string): void {
    this.skips.set(what, why)
  }

  /** Makes a call without a note, and remembers created objects. */
  async call(method: string, path: string, params?: object, options?: CallOptions): Promise<Reply> {
    this.#requireRunning()
    const reply = await this.side.call(method, path, params, options)
    this.#remember(method, path, reply.body)
    return reply
  }

  /** Sessions that were only read are not removed: they can be older than this run. */
  #remember(method: string, path: string, { object, id, deleted }: Json): void {
    const { sessions, endpoints, destinations } = this.side.made
    if (deleted === true) endpoints.delete(id)
    if (method !== 'POST' || typeof id !== 'string') return
    if (path === SESSIONS) sessions.add(id)
    if (object === 'webhook_endpoint') endpoints.add(id)
    if (object === 'v2.core.event_destination') destinations.add(id)
  }

  /** Creates a session for further steps. */
  async create(params: object = { type: 'document' }): Promise<Json> {
    const { status, body } = await this.call('POST', SESSIONS, params)
    if (status !== 200) throw new Skipped(`no session could be made: ${body.error?.code ?? status}`)
    return body
  }

  /** Awaits the result of clicks. Skips the rest of the scenario if the person declines them. */
  async unlessRefused<T>(clicks: Promise<T>): Promise<T> {
    let done: { readonly value: T } | undefined
    clicks.then(
      (value) => {
        done = { value }
      },
      () => {},
    )
    while (done === undefined) {
      if (this.hands.refused() || this.side.signal.aborted) throw new Skipped('the clicks were not made')
      await sleep(this.hands.pauseMs)
    }
    return done.value
  }

  /** Retrieves the session until it is in the expected state, or until the person declines to click. */
  async until(id: string, isSo: (session: Json) => boolean): Promise<Json> {
    for (;;) {
      const { body } = await this.call('GET', `${SESSIONS}/${id}`)
      if (isSo(body)) return body
      if (this.hands.refused()) throw new Skipped('the clicks were not made')
      await sleep(this.hands.pauseMs)
    }
  }

  /** Awaits the first webhook in a slot that passes the test. Skips the rest of the scenario if none arrives. */
  async arrival(slot: string, test: (arrival: Arrival) => boolean): Promise<Arrival> {
    const { inbox, eventsWithinMs } = this.side
    for (const until = Date.now() + eventsWithinMs; ; await sleep(this.hands.pauseMs)) {
      const found = inbox?.arrivals(slot).find(test)
      if (found) return found
      this.#requireRunning()
      if (Date.now() > until)
        throw new Skipped(
          `no webhook arrived within ${eventsWithinMs / 1000} seconds; --webhook-url has to lead to --webhook-port on this machine`,
        )
    }
  }

  /** Lets time pass. */
  async pass(ms: number): Promise<void> {
    await this.hands.pass(ms, this.side.signal)
    this.#requireRunning()
  }

  /** Looks for a session until it is there, or the time for long waits is over. */
  async patiently(find: (call: Call) => Promise<Sought>): Promise<Json | undefined> {
    for (let passed = 0; ; passed += LOOK_AGAIN_MS) {
      const found = await find((...args) => this.call(...args))
      if (found !== 'later') return found
      if (passed >= this.side.waitMs) return undefined
      await this.pass(LOOK_AGAIN_MS)
    }
  }

  #requireRunning(): void {
    if (this.side.signal.aborted) throw new Stopped('It was stopped.')
  }

  /** Notes the session's events, oldest first, once there are enough of this type. */
  async events(name: string, id: string, fact: string, times = 1): Promise<void> {
    const until = Date.now() + this.side.eventsWithinMs
    for (;;) {
      const reply = await this.call('GET', '/v1/events', { type: SESSION_EVENTS, limit: 100 })
      const listed: Json[] = Array.isArray(reply.body.data) ? reply.body.data : []
      const own = listed.filter((event) => event.data?.object?.id === id).reverse()
      if (
        own.filter(({ type }) => type === SESSION_EVENTS.replace('*', fact)).length >= times ||
        Date.now() > until
      ) {
        this.note(name, { ...reply, body: { events: own } })
        return
      }
      await sleep(this.hands.pauseMs)
    }
  }
}
