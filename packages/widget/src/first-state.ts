import type { SessionView } from 'stripe-identity-contract'
import type { Standing } from './flow.js'
import { standing, viewOf } from './session.js'

/** The state that a first answer shows. Throws if a store has to go on: the session is being processed, or invalid. */
export function firstState(json: unknown): { session: SessionView; state: Standing } {
  const session = viewOf(json)
  const state = standing(session)
  if (state === 'processing') throw state
  return { session, state }
}
