import type { Schema } from './schema.js'
import type { Transition } from './store.js'

export function transitionRow(transition: Transition): Schema['transitions'] {
  const { sessionId, version, at, cause, from, to, errorCode, eventId, actor } = transition
  return {
    session_id: sessionId,
    version,
    at,
    cause,
    from_status: from,
    to_status: to,
    error_code: errorCode,
    event_id: eventId,
    actor,
  }
}
