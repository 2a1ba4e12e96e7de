import type { Insertable } from 'kysely'
import type { Schema } from './schema.js'
import type { Effect } from './store.js'

/** Returns the row of an effect that is due at once. */
export function effectRow(effect: Omit<Effect, 'failures'>, mode: number): Insertable<Schema['effects']> {
  return {
    id: effect.id,
    sink: effect.sink,
    livemode: mode,
    session_id: effect.sessionId,
    version: effect.version,
    stripe_id: effect.stripeId,
    user_ref: effect.user,
    from_status: effect.from,
    to_status: effect.to,
    error_code: effect.errorCode,
    at: effect.at,
    failures: 0,
    due_at: 0,
    set_aside: 0,
  }
}
