import type { Snapshot } from './verification.js'

/** The state before the first answer. */
export const INITIAL: Snapshot = {
  state: 'idle',
  session: null,
  error: null,
  reason: null,
  pending: true,
  takenBack: false,
  long: false,
}

/** An answer older than this many milliseconds is loaded again for a new participant. */
export const FRESH_MS = 10_000
