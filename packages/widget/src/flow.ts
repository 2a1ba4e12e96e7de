import type { SessionView } from 'stripe-identity-contract'

/**
 * The states of the widget. `idle` means that nothing has started, or that the modal was closed before a submission.
 */
export const STATES = [
  'idle',
  'starting',
  'open',
  'processing',
  'verified',
  'requires_input',
  'canceled',
  'redacted',
  'error',
] as const

export type VerificationState = (typeof STATES)[number]

/** The state of a session according to the server. */
export type Standing = Exclude<VerificationState, 'starting' | 'open' | 'error'>

/** An event in the page, or the standing in an answer of the server. */
export type FlowEvent = 'start' | 'opened' | 'submitted' | 'declined' | 'failed' | 'reset' | Standing

/** The next state for any present state, or by present state. A missing entry keeps the state. */
type Transition = VerificationState | Partial<Record<VerificationState, VerificationState>>

const TRANSITIONS: Record<FlowEvent, Transition> = {
  start: {
    idle: 'starting',
    open: 'starting',
    requires_input: 'starting',
    canceled: 'starting',
    redacted: 'starting',
    error: 'starting',
  },
  opened: { starting: 'open' },
  // A modal can be submitted after its run has ended, in any state of the page.
  submitted: {
    idle: 'processing',
    open: 'processing',
    requires_input: 'processing',
    error: 'processing',
  },
  declined: { open: 'requires_input' },
  failed: 'error',
  reset: 'idle',

  // An unfinished session does not interrupt a run that is about to finish it.
  idle: {
    processing: 'idle',
    verified: 'idle',
    requires_input: 'idle',
    canceled: 'idle',
    redacted: 'idle',
    error: 'idle',
  },
  requires_input: {
    idle: 'requires_input',
    processing: 'requires_input',
    verified: 'requires_input',
    canceled: 'requires_input',
    redacted: 'requires_input',
    error: 'requires_input',
  },
  processing: 'processing',
  verified: 'verified',
  canceled: 'canceled',
  redacted: 'redacted',
}

/** Returns the next state. Events that cannot happen in a state leave it unchanged. */
export function next(state: VerificationState, event: FlowEvent): VerificationState {
  const transition = TRANSITIONS[event]
  return typeof transition === 'string' ? transition : (transition[state] ?? state)
}

/** True for another session, or a later version (or with `again` the same) of the known one. */
export function isNews(answer: SessionView, known: SessionView | null, again: boolean): boolean {
  if (answer.id !== known?.id) return true
  return again ? answer.version >= known.version : answer.version > known.version
}
