import type { ApiOptions } from './api.js'
import type { VerificationError } from './errors.js'
import type { Status } from './status.js'
import type { VerificationEventMap, VerificationOptions } from './verification.js'

// The interfaces between the conversation and the parts loaded on intent.

/** One store in a conversation. */
export interface Participant {
  /** The host's options, read each time they are needed. */
  readonly options: VerificationOptions
  /** Called after the snapshot has changed, before the events fire. */
  changed(): void
  /** Dispatches an event of the participant. Returns false if a listener prevented it. */
  fire(type: keyof VerificationEventMap, detail: unknown, cancelable?: boolean): boolean
}

/** One run, from the click to the end of Stripe's modal. */
export interface Run {
  /** The options of the store that started it. */
  readonly host: VerificationOptions
  /** All participants that called `start()` during the run. */
  readonly starters: Set<Participant>
  readonly abort: AbortController
}

/** The conversation as seen by a run, a poll and a cancellation. */
export interface Core extends ApiOptions {
  readonly status: Status
  /** The number of open modals, with or without an active run. */
  openModals: number
  /** The time, as `Date.now()`, until which the session is followed although it is not processing. */
  followUntil: number
  /** Aborts when the last participant leaves; null if there is none. */
  signal(): AbortSignal | null
  isRunning(): boolean
  ask(): Promise<unknown>
  fail(error: VerificationError): void
}
