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

/** Where a session stands, as the server tells it. */
export type Standing = Exclude<VerificationState, 'starting' | 'open' | 'error'>

/** What happens in the page, or the standing that an answer of the server describes. */
export type FlowEvent = 'start' | 'opened' | 'submitted' | 'declined' | 'failed' | 'reset' | Standing

const LETTERS = 'isopvrcxe'

/** Row: what happens. Column: the present state, in the order of STATES. Cell: the next state's letter in LETTERS. */
const TABLE: Record<FlowEvent, string> = {
  //               isopvrcxe
  start: /*     */ 'ssspvssss',
  opened: /*    */ 'ioopvrcxe',
  submitted: /* */ 'isppvrcxe',
  declined: /*  */ 'isrpvrcxe',
  failed: /*    */ 'eeeeeeeee',
  reset: /*     */ 'iiiiiiiii',
  idle: /*      */ 'isoiiiiii',
  requires_input: 'rsorrrrrr',
  processing: /**/ 'ppppppppp',
  verified: /*  */ 'vvvvvvvvv',
  canceled: /*  */ 'ccccccccc',
  redacted: /*  */ 'xxxxxxxxx',
}

/** The state that follows. Total: what cannot happen in a state leaves it as it is. */
export function next(state: VerificationState, event: FlowEvent): VerificationState {
  return STATES[LETTERS.indexOf(TABLE[event][STATES.indexOf(state)]!)]!
}

/** Where an answer of the server says that its session stands. A status of tomorrow counts as in progress. */
export function standing(view: SessionView | null): Standing {
  if (!view) return 'idle'
  const { status, redaction, last_error } = view
  if (status === 'verified') return status
  if (redaction) return 'redacted'
  if (status === 'canceled') return status
  if (status === 'requires_input') return last_error ? status : 'idle'
  return 'processing'
}

/** Whether an answer tells something new: another session, or a later version (or `again` the same) of the known one. */
export function isNews(answer: SessionView, known: SessionView | null, again: boolean): boolean {
  return answer.id !== known?.id || answer.version > known.version - Number(again)
}
