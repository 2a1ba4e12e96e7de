import { PART, readCall } from './calls.js'
import type { Core } from './core.js'
import type { Delivery } from './deliver/webhooks.js'
import { type EventRecord, presentEvent, presentThinEvent } from './objects/event/fields.js'
import type { JournalEntry } from './world/journal.js'

/** Everything that has happened to one account: calls, events and deliveries, oldest first. */
export class History {
  readonly #core: Core

  constructor(core: Core) {
    this.#core = core
  }

  requests(part: unknown = {}): readonly JournalEntry[] {
    const { limit, path } = readCall(PART.pick({ limit: true, path: true }), part)
    const { entries } = this.#core.journal
    return newest(path === undefined ? entries : entries.filter((entry) => entry.path === path), limit)
  }

  clearRequests(): readonly JournalEntry[] {
    this.#core.journal.clear()
    return this.#core.journal.entries
  }

  events(part: unknown = {}) {
    const { limit = Infinity, session, type } = readCall(PART.omit({ path: true }), part)
    const { rows } = this.#core.account.events.page({
      where: { session, type: type === undefined ? undefined : fullType(type) },
      limit,
    })
    return rows.reverse().map(presentEvent)
  }

  thinEvents(part: unknown = {}) {
    const { limit, session } = readCall(PART.pick({ limit: true, session: true }), part)
    const all = Array.from(this.#core.account.thinEvents)
    return newest(
      session === undefined ? all : all.filter(({ related }) => related.id === session),
      limit,
    ).map(presentThinEvent)
  }

  deliveries(part: unknown = {}): readonly Delivery[] {
    const { limit, session, type } = readCall(PART.omit({ path: true }), part)
    const { account } = this.#core
    const fits = ({ event_id, event_type }: Delivery) =>
      (session === undefined || account.sessionOf(event_id) === session) &&
      (type === undefined || event_type === fullType(type))
    return newest(this.#core.webhooks.log.filter(fits), limit)
  }

  /** Resolves with the newest event of a type when everything that takes it has answered 2xx. */
  async delivered(session: string, fact: string, limitMs: number) {
    const { account, webhooks, clock } = this.#core
    account.requireSession(session)
    const type = fullType(fact)
    const find = () => account.events.find({ session, type })
    const done = () => {
      const event = find()
      return event && webhooks.isDelivered(event) ? event : undefined
    }
    const event =
      done() ??
      (await new Promise<EventRecord | undefined>((resolve) => {
        const end = (found: EventRecord | undefined) => {
          clearTimeout(timer)
          unsubscribe()
          resolve(found)
        }
        const unsubscribe = account.subscribe(() => {
          const found = done()
          if (found) end(found)
        })
        const timer = setTimeout(() => end(undefined), limitMs)
      }))
    if (event) return presentEvent(event)
    const made = find()
    const attempts = this.deliveries().filter(({ event_id }) => event_id === made?.id)
    throw new Error(
      `${type} of ${session} was not delivered within ${limitMs} ms: ${
        made
          ? `${attempts.length} attempts, answers: ${attempts.map(({ status, error }) => status ?? error).join(', ') || 'none'}`
          : `there is no such event${clock.frozen ? ' (the clock is frozen: move it with advance)' : ''}`
      }.`,
    )
  }
}

function newest<T>(list: readonly T[], limit: number | undefined): readonly T[] {
  return limit === undefined ? list : list.slice(-limit)
}

/** Completes a short name such as `verified` to the full event type. */
function fullType(type: string): string {
  return type.includes('.') ? type : `identity.verification_session.${type}`
}
