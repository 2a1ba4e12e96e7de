import { REFUSALS } from '../../stripe/refusals.js'
import { redact as redactFields } from '../table.js'
import { SESSION } from './fields.js'
import { type ErrorCode, lastError } from './last-error.js'
import type { Session } from './record.js'

/** The types of all events about a session. */
export const SESSION_EVENTS = [
  'identity.verification_session.created',
  'identity.verification_session.processing',
  'identity.verification_session.verified',
  'identity.verification_session.requires_input',
  'identity.verification_session.canceled',
  'identity.verification_session.redacted',
] as const

export type SessionEvent = (typeof SESSION_EVENTS)[number]

/** The session after a step, and the events of the step in order. */
export interface Step {
  readonly session: Session
  readonly events: readonly SessionEvent[]
}

/** The initial fields of a session; the others follow from its history. */
export type Birth = Omit<Session, 'status' | 'last_error' | 'last_verification_report' | 'redaction'>

export function create(birth: Birth): Step {
  const session: Session = {
    ...birth,
    status: 'requires_input',
    last_error: null,
    last_verification_report: null,
    redaction: null,
  }
  return { session, events: ['identity.verification_session.created'] }
}

/** Changes an open session. */
export function update(
  session: Session,
  patch: Partial<Pick<Session, 'type' | 'options' | 'metadata' | 'provided_details'>>,
): Step {
  requireOpen(session, 'update')
  return { session: { ...session, ...patch }, events: [] }
}

/** The user has submitted, and the checks begin. */
export function submit(session: Session): Step {
  requireOpen(session, 'submit')
  return {
    session: { ...session, status: 'processing', last_error: null },
    events: ['identity.verification_session.processing'],
  }
}

/** The checks have ended with a report, and with an error if they failed. */
export function settle(session: Session, report: string, error: ErrorCode | null): Step {
  if (session.status !== 'processing') {
    throw REFUSALS.nothingToSettle(session.status)
  }
  const settled = { ...session, last_verification_report: report }
  return error === null
    ? { session: { ...settled, status: 'verified' }, events: ['identity.verification_session.verified'] }
    : {
        session: { ...settled, status: 'requires_input', last_error: lastError(error) },
        events: ['identity.verification_session.requires_input'],
      }
}

/** The user has stopped before submitting: no processing, no report, and the session stays open. */
export function giveUp(session: Session, error: ErrorCode): Step {
  requireOpen(session, 'submit')
  return {
    session: { ...session, last_error: lastError(error) },
    events: ['identity.verification_session.requires_input'],
  }
}

/**
 * A reviewer at Stripe overrides a status: takes a verified session back, or passes a failed one. Stripe documents
 * the override and its event. The unchanged report is the sandbox's assumption.
 */
export function override(session: Session, status: 'verified' | 'requires_input', error: ErrorCode): Step {
  if (session.redaction !== null) throw REFUSALS.notReviewed('it has been redacted, which is final')
  if (session.status === 'canceled') throw REFUSALS.notReviewed('it is canceled, which is final')
  if (session.status === 'processing')
    throw REFUSALS.notReviewed('it is being processed; its checks have to end first')
  if (session.status === status) throw REFUSALS.notReviewed(`its status is "${status}" already`)
  if (session.last_verification_report === null) {
    throw REFUSALS.notReviewed('nothing was submitted yet, so that there is no report to review')
  }
  return status === 'verified'
    ? {
        session: { ...session, status, last_error: null },
        events: ['identity.verification_session.verified'],
      }
    : {
        session: { ...session, status, last_error: lastError(error) },
        events: ['identity.verification_session.requires_input'],
      }
}

/** Cancels an open session and clears its last error. A canceled session is left as it is. */
export function cancel(session: Session): Step {
  if (session.status === 'canceled') return { session, events: [] }
  requireOpen(session, 'cancel')
  return {
    session: { ...session, status: 'canceled', last_error: null },
    events: ['identity.verification_session.canceled'],
  }
}

/** Removes the personal data from the session itself at once, and cancels an open session. */
export function redact(session: Session): Step {
  if (session.redaction !== null) return { session, events: [] }
  if (session.status === 'processing') throw REFUSALS.redactProcessing()
  const { session: closed, events } =
    session.status === 'requires_input' ? cancel(session) : { session, events: [] }
  return {
    session: { ...redactFields(SESSION, closed), redaction: 'processing', return_url: null },
    events,
  }
}

/** Marks the redaction of the related objects (report, events, files) as finished. */
export function finishRedaction(session: Session): Step {
  return {
    session: { ...session, redaction: 'redacted' },
    events: ['identity.verification_session.redacted'],
  }
}

function requireOpen(session: Session, step: 'cancel' | 'submit' | 'update'): void {
  if (session.status !== 'requires_input') throw REFUSALS[`${step}NotOpen`](session.status)
}
