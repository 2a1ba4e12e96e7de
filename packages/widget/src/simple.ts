import type { VerificationState } from './flow.js'
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

const NOTHING_TO_DO: readonly VerificationState[] = ['processing', 'verified']
const TO_BEGIN: readonly VerificationState[] = ['idle', 'starting', 'open']

/** The explanation for a state without failure; undefined for a failure, which explain.ts handles. */
export function explainSimply({ state, session, long }: Snapshot): Explanation | undefined {
  const again = TO_BEGIN.includes(state) && session?.attempts_left !== 0
  if (!again && !NOTHING_TO_DO.includes(state)) return undefined
  return { keys: keysOf(state, long), again, help: false, left: null }
}

function keysOf(state: VerificationState, long = false): string[] {
  if (state === 'processing' && long) return ['processing_long', state]
  // The text for an open window may not be loaded yet.
  return state === 'open' ? [state, 'starting'] : [state]
}
