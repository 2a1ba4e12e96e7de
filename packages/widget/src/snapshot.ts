import type { Snapshot } from './verification.js'

/** Before anything is known. */
export const INITIAL: Snapshot = {
  state: 'idle',
  session: null,
  error: null,
  reason: null,
  pending: true,
  takenBack: false,
  long: false,
}

/** An answer older than this many milliseconds is asked for again when somebody new takes part. */
export const FRESH_MS = 10_000
