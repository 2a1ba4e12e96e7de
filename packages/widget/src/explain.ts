import type { VerificationState } from './flow.js'
import { SETUP_CODES } from './messages.js'
import type { Snapshot } from './verification.js'

export interface Explanation {
  /** The keys to look up, the most specific first. */
  keys: string[]
  /** True if a button offers a start or another attempt. */
  again: boolean
  /** True if the host's help is shown. */
  help: boolean
  /** The number of attempts left; null if it is not relevant. */
  left: number | null
}

/** The codes after which another attempt cannot succeed. */
const FINAL: readonly string[] = [
  ...SETUP_CODES,
  'attempts_exhausted',
  'country_not_supported',
  'daily_limit_reached',
  'under_supported_age',
  'user_limit_reached',
]

/** The states that offer no start button. */
const NOTHING_TO_DO: readonly VerificationState[] = ['processing', 'verified']

/** The explanation for the person. `online` is the browser's view of the connection. */
export function explain(snapshot: Snapshot, online = true): Explanation {
  const { state, session, error } = snapshot
  const code = codeOf(snapshot)
  const left = session?.attempts_left ?? null
  const again = left !== 0 && !(code && FINAL.includes(code)) && !NOTHING_TO_DO.includes(state)
  const help = !!error || code === 'consent_declined' || (!again && !NOTHING_TO_DO.includes(state))
  const counts = (again && state === 'requires_input') || (left === 0 && help && !error)
  return { keys: keysOf(snapshot, code, online), again, help, left: counts ? left : null }
}

/** The reason of a failure, as Stripe's code or ours; undefined if there is no failure. */
function codeOf({ state, session, error, reason }: Snapshot): string | undefined {
  if (state === 'error') return error?.code
  if (state === 'requires_input') return reason ?? session?.last_error?.code
  return undefined
}

function keysOf(snapshot: Snapshot, code: string | undefined, online: boolean): string[] {
  const { state } = snapshot
  const keys: string[] = [state]
  // The text for an open window may not be loaded yet.
  if (state === 'open') keys.push('starting')
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
