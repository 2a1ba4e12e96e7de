import type { TimelineEntry } from 'stripe-identity-contract'
import type { Delivery } from '../store/operator-store.js'
import type { Transition } from '../store/store.js'

/**
 * The history of a person's sessions, each change with its deliveries to the host. Both inputs are sorted oldest
 * first.
 */
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

/** The entries that changed the status or its reason, which are delivered to the host. The others record actions. */
export function newsIn(transitions: readonly Transition[]): Transition[] {
  const before = new Map<string, Transition>()
  return transitions.filter((line) => {
    const last = before.get(line.sessionId)
    before.set(line.sessionId, line)
    // The creation of a session is not a change of its status.
    if (last === undefined) return line.to !== 'requires_input' || line.errorCode !== null
    return last.to !== line.to || last.errorCode !== line.errorCode
  })
}
