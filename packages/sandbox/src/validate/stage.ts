import { setTimeout as sleep } from 'node:timers/promises'
import type { ModalCase } from './browser.js'
import { type Call, type CallOptions, type Json, type Reply, Stopped } from './client.js'
import type { Hands } from './hands.js'
import { normalise, normaliseHeaders, type Plain } from './normalise.js'

export const SESSIONS = '/v1/identity/verification_sessions'
export const REPORTS = '/v1/identity/verification_reports'
export const ENDPOINTS = '/v1/webhook_endpoints'

/** The rest of a scenario cannot be played; the message says why. */
export class Skipped extends Error {
  override readonly name = 'Skipped'
}

/** What a scenario does, on one side after the other; what it noted on both is compared. */
export interface Scenario {
  readonly name: string
  readonly run: (stage: Stage) => Promise<void>
}

export interface Side {
  readonly call: Call
  readonly hands: Hands
  readonly restrictedKey: string | undefined
  /** A page with this side's Stripe.js; undefined where nobody opens one. */
  readonly page: { play(cases: readonly ModalCase[]): Promise<Json> } | undefined
  /** Part of every text that this run makes up. */
  readonly mark: string
  /** Sessions and endpoints to be cleaned away. */
  readonly made: { readonly sessions: Set<string>; readonly endpoints: Set<string> }
  /** How long events may take to be listed. */
  readonly eventsWithinMs: number
  readonly signal: AbortSignal
}

const SESSION_EVENTS = 'identity.verification_session.*'

/** One side while a scenario plays on it. */
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

  /** A text of this run. */
  text(name: string): string {
    return `${this.side.mark}-${name}`
  }

  /** Calls, notes the answer under a name, and gives it. */
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

  skip(what: string, why: string): void {
    this.skips.set(what, why)
  }

  /** Calls without a note, and remembers what was made. */
  async call(method: string, path: string, params?: object, options?: CallOptions): Promise<Reply> {
    if (this.side.signal.aborted) throw new Stopped('It was stopped.')
    const reply = await this.side.call(method, path, params, options)
    const { object, id } = reply.body
    if (object === 'identity.verification_session' && typeof id === 'string') this.side.made.sessions.add(id)
    if (object === 'webhook_endpoint' && typeof id === 'string' && method === 'POST')
      this.side.made.endpoints.add(id)
    if (reply.body.deleted === true) this.side.made.endpoints.delete(id)
    return reply
  }

  /** A session to do something with. */
  async create(params: object = { type: 'document' }): Promise<Json> {
    const { status, body } = await this.call('POST', SESSIONS, params)
    if (status !== 200) throw new Skipped(`no session could be made: ${body.error?.code ?? status}`)
    return body
  }

  /** What somebody's clicks lead to; skips the rest where they do not want to. */
  async unlessRefused<T>(clicks: Promise<T>): Promise<T> {
    let done: { readonly value: T } | undefined
    clicks.then(
      (value) => {
        done = { value }
      },
      () => {},
    )
    while (done === undefined) {
      if (this.hands.refused() || this.side.signal.aborted) throw new Skipped('skipped by hand')
      await sleep(this.hands.pauseMs)
    }
    return done.value
  }

  /** Asks again until the session is as it should be, or whoever has to click does not want to. */
  async until(id: string, isSo: (session: Json) => boolean): Promise<Json> {
    for (;;) {
      const { body } = await this.call('GET', `${SESSIONS}/${id}`)
      if (isSo(body)) return body
      if (this.hands.refused()) throw new Skipped('skipped by hand')
      await sleep(this.hands.pauseMs)
    }
  }

  /** Notes the events of a session, oldest first, once there are so many of this type. */
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
