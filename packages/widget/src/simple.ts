import type { VerificationState } from './flow.js'
import type { Snapshot } from './verification.js'

export interface Explanation {
  /** The keys under which its text is looked up, the most telling one first. */
  keys: string[]
  /** Whether a button starts it, or starts it again. */
  again: boolean
  /** Whether the host's help is shown. */
  help: boolean
  /** Attempts that are left; null where the number is of no interest. */
  left: number | null
}

const NOTHING_TO_DO: readonly VerificationState[] = ['processing', 'verified']
const TO_BEGIN: readonly VerificationState[] = ['idle', 'starting', 'open']

/** What there is to explain where nothing has failed; undefined where something has, which explain.ts knows more of. */
export function explainSimply({ state, session, long }: Snapshot): Explanation | undefined {
  const again = TO_BEGIN.includes(state) && session?.attempts_left !== 0
  if (!again && !NOTHING_TO_DO.includes(state)) return undefined
  return { keys: keysOf(state, long), again, help: false, left: null }
}

function keysOf(state: VerificationState, long = false): string[] {
  if (state === 'processing' && long) return ['processing_long', state]
  // The text for a window that is open may still be on its way.
  return state === 'open' ? [state, 'starting'] : [state]
}
