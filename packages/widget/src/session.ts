import { SESSION_ID, type SessionView } from 'stripe-identity-contract'
import { VerificationError } from './errors.js'
import type { Standing } from './flow.js'

/** Copies the known fields of a view, so that nothing else from a server is stored or shown. */
export function viewOf(json: unknown): SessionView {
  const source = json as SessionView | null
  if (!SESSION_ID.test(source?.id as string) || !source!.status || !(source!.version >= 0))
    throw new VerificationError('bad_response')
  const { id, status, last_error, redaction, type, livemode, version, created, updated } = source!
  const { attempts, attempts_left } = source!
  return {
    id,
    status,
    last_error: last_error ?? null,
    redaction: redaction ?? null,
    type,
    livemode,
    attempts,
    attempts_left: attempts_left ?? null,
    version,
    created,
    updated,
  }
}

/** Returns the standing of the session in an answer. An unknown status counts as in progress. */
export function standing(view: SessionView | null): Standing {
  if (!view) return 'idle'
  if (view.status === 'verified') return 'verified'
  if (view.redaction) return 'redacted'
  // The server closes a session after its last failed attempt and keeps the reason. It is still shown as not passed.
  if (view.status === 'canceled') {
    return view.last_error && view.attempts_left === 0 ? 'requires_input' : 'canceled'
  }
  if (view.status === 'requires_input') return view.last_error ? 'requires_input' : 'idle'
  return 'processing'
}
