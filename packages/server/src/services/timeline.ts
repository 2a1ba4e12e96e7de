import type { TimelineEntry } from 'stripe-identity-contract'
import type { Delivery, Transition } from '../store/store.js'

/** What happened to a person's sessions, each change with what the host was told of it. Both come oldest first. */
export function timelineOf(
  transitions: readonly Transition[],
  deliveries: readonly Delivery[],
): TimelineEntry[] {
  const changes = new Set(newsIn(transitions))
  return transitions.map((line) => ({
    record: line.sessionId,
    version: line.version,
    at: line.at,
    cause: line.cause,
    from: line.from,
    to: line.to,
    error_code: line.errorCode,
    event_id: line.eventId,
    actor: line.actor,
    deliveries: changes.has(line)
      ? deliveries
          .filter(({ sessionId, version }) => sessionId === line.sessionId && version === line.version)
          .map(({ id, sink, state, failures, at }) => ({ id, sink, state, failures, at }))
      : [],
  }))
}

/** The lines that changed the status or its reason, which the host is told of; the others tell who did something. */
export function newsIn(transitions: readonly Transition[]): Transition[] {
  const before = new Map<string, Transition>()
  return transitions.filter((line) => {
    const last = before.get(line.sessionId)
    before.set(line.sessionId, line)
    // The birth of a session is no change of its status.
    if (last === undefined) return line.to !== 'requires_input' || line.errorCode !== null
    return last.to !== line.to || last.errorCode !== line.errorCode
  })
}
