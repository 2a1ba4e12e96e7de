import type { SessionView } from 'stripe-identity-contract'

/** What the widget shows. `idle` is both "nothing begun" and "the modal was closed before anything was sent". */
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

/** Where a session stands, according to the server. */
export type Standing = Exclude<VerificationState, 'starting' | 'open' | 'error'>

/** Something that happens in the page, or the standing that an answer of the server describes. */
export type FlowEvent = 'start' | 'opened' | 'submitted' | 'declined' | 'failed' | 'reset' | Standing

/** The next state, whatever the present one; or the next state by the present one, which stays where it has no entry. */
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
  // A modal may be submitted after its run has ended, in whatever state the page has reached meanwhile.
  submitted: {
    idle: 'processing',
    open: 'processing',
    requires_input: 'processing',
    error: 'processing',
  },
  declined: { open: 'requires_input' },
  failed: 'error',
  reset: 'idle',

  // An unfinished session does not interrupt the run that is about to finish it.
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

/** The state that follows. Total: an event that cannot happen in a state leaves it as it is. */
export function next(state: VerificationState, event: FlowEvent): VerificationState {
  const transition = TRANSITIONS[event]
  return typeof transition === 'string' ? transition : (transition[state] ?? state)
}

/** Where an answer of the server says that its session stands. An unknown status counts as in progress. */
export function standing(view: SessionView | null): Standing {
  if (!view) return 'idle'
  if (view.status === 'verified') return 'verified'
  if (view.redaction) return 'redacted'
  if (view.status === 'canceled') return 'canceled'
  if (view.status === 'requires_input') return view.last_error ? 'requires_input' : 'idle'
  return 'processing'
}

/** Whether an answer is new: another session, or a later version (or `again` the same) of the known one. */
export function isNews(answer: SessionView, known: SessionView | null, again: boolean): boolean {
  if (answer.id !== known?.id) return true
  return again ? answer.version >= known.version : answer.version > known.version
}
