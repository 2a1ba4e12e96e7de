import type { ApiOptions } from './api.js'
import type { VerificationError } from './errors.js'
import type { Status } from './status.js'
import type { VerificationEventMap, VerificationOptions } from './verification.js'

// How the conversation and the parts that are loaded on intent know each other.

/** One store that takes part in a conversation. */
export interface Participant {
  /** The host's options, read whenever they are needed. */
  readonly options: VerificationOptions
  /** Called when the snapshot is another, before any event says so. */
  changed(): void
  /** Dispatches an event of its own. Returns false where a listener prevented it. */
  fire(type: keyof VerificationEventMap, detail: unknown, cancelable?: boolean): boolean
}

/** One run, from the click to the end of Stripe's modal. */
export interface Run {
  /** The options of the store that started it. */
  readonly host: VerificationOptions
  /** Everybody who called `start()` while it was on. */
  readonly starters: Set<Participant>
  readonly abort: AbortController
}

/** What a run, a poll and a cancellation need of the conversation. */
export interface Core extends ApiOptions {
  readonly status: Status
  /** Stripe's modals that are open, whether or not their runs are on. */
  openModals: number
  /** Until this time, as `Date.now()`, the session is followed although it is not processing. */
  followUntil: number
  /** Aborts when the last participant leaves; null where there is none. */
  signal(): AbortSignal | null
  isRunning(): boolean
  ask(): Promise<unknown>
  fail(error: VerificationError): void
}
