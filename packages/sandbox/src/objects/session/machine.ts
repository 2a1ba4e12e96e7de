import { REFUSALS } from '../../stripe/refusals.js'
import { redact as redactFields } from '../table.js'
import { SESSION } from './fields.js'
import { type ErrorCode, lastError } from './last-error.js'
import type { Session } from './record.js'

export type SessionEvent =
  | 'identity.verification_session.created'
  | 'identity.verification_session.processing'
  | 'identity.verification_session.verified'
  | 'identity.verification_session.requires_input'
  | 'identity.verification_session.canceled'
  | 'identity.verification_session.redacted'

/** What a step makes of a session, and the events that tell of it, in order. */
export interface Step {
  readonly session: Session
  readonly events: readonly SessionEvent[]
}

/** Fields that a session is born with; everything else follows from what happens to it. */
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

/** Changes what may be changed of an open session. */
export function update(
  session: Session,
  patch: Partial<Pick<Session, 'type' | 'options' | 'metadata' | 'provided_details'>>,
): Step {
  requireOpen(session, 'update')
  return { session: { ...session, ...patch }, events: [] }
}

/** The user submitted; the checks begin. */
export function submit(session: Session): Step {
  requireOpen(session, 'submit')
  return {
    session: { ...session, status: 'processing', last_error: null },
    events: ['identity.verification_session.processing'],
  }
}

/** The checks of a submission are done, with the report's id and, where they failed, why. */
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

/** The user gave up before submitting: no processing, no report, the session stays open. */
export function giveUp(session: Session, error: ErrorCode): Step {
  requireOpen(session, 'submit')
  return {
    session: { ...session, last_error: lastError(error) },
    events: ['identity.verification_session.requires_input'],
  }
}

/**
 * A reviewer at Stripe overrides a status: a verified session is taken back, or a failed one passed. Stripe documents
 * that this happens and that an event follows; that the report stays as it was is the sandbox's guess.
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

/** Cancels an open session and forgets why it had failed; a canceled one stays as it is. */
export function cancel(session: Session): Step {
  if (session.status === 'canceled') return { session, events: [] }
  requireOpen(session, 'cancel')
  return {
    session: { ...session, status: 'canceled', last_error: null },
    events: ['identity.verification_session.canceled'],
  }
}

/** Takes the personal data out of the session itself, at once; an open session is canceled by it. */
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

/** The related objects (report, events, files) are redacted as well. */
export function finishRedaction(session: Session): Step {
  return {
    session: { ...session, redaction: 'redacted' },
    events: ['identity.verification_session.redacted'],
  }
}

function requireOpen(session: Session, step: 'cancel' | 'submit' | 'update'): void {
  if (session.status !== 'requires_input') throw REFUSALS[`${step}NotOpen`](session.status)
}
