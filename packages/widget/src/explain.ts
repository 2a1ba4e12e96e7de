import type { VerificationState } from './flow.js'
import { SETUP_CODES } from './messages.js'
import type { Explanation } from './simple.js'
import type { Snapshot } from './verification.js'

/** Codes after which trying again leads nowhere. */
const FINAL: readonly string[] = [
  ...SETUP_CODES,
  'attempts_exhausted',
  'country_not_supported',
  'daily_limit_reached',
  'under_supported_age',
  'user_limit_reached',
]

/** States in which there is nothing to begin. */
const NOTHING_TO_DO: readonly VerificationState[] = ['processing', 'verified']

/** What a person is told; `online` is what the browser knows of its connection. */
export function explain(snapshot: Snapshot, online = true): Explanation {
  const { state, session, error } = snapshot
  const code = codeOf(snapshot)
  const left = session?.attempts_left ?? null
  const again = left !== 0 && !(code && FINAL.includes(code)) && !NOTHING_TO_DO.includes(state)
  const help = !!error || code === 'consent_declined' || (!again && !NOTHING_TO_DO.includes(state))
  const counts = (again && state === 'requires_input') || (left === 0 && help && !error)
  return { keys: keysOf(snapshot, code, online), again, help, left: counts ? left : null }
}

/** Why it failed, by Stripe's code or ours; undefined where it did not. */
function codeOf({ state, session, error, reason }: Snapshot): string | undefined {
  if (state === 'error') return error?.code
  if (state === 'requires_input') return reason ?? session?.last_error?.code
  return undefined
}

function keysOf(snapshot: Snapshot, code: string | undefined, online: boolean): string[] {
  const { state } = snapshot
  const keys: string[] = [state]
  if (state === 'processing' && snapshot.long) keys.unshift('processing_long')
  if (code) keys.unshift(code)
  if (state === 'requires_input' && snapshot.takenBack) keys.unshift('taken_back')
  if (code === 'network_error' && !online) keys.unshift('offline')
  if (code === 'widget_load_failed') keys.push('unavailable')
  else if (state === 'error') {
    const known: readonly string[] = SETUP_CODES
    keys.push(code && known.includes(code) ? 'setup' : 'server_error')
  }
  return keys
}
