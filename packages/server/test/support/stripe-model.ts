import type { EventFact, ReplyFact } from '../../src/facts.js'
import type { SessionRecord, Snapshot } from '../../src/session.js'

/** The actions on a session at Stripe. `take_back` and `pass_review` are a reviewer's overrides. */
export const ACTS = [
  'submit',
  'pass',
  'fail',
  'decline',
  'cancel',
  'redact',
  'forget',
  'take_back',
  'pass_review',
] as const
export type Act = (typeof ACTS)[number]

export interface ModelEvent {
  id: string
  /** Its index in the session's history. */
  index: number
  created: number
  birth: boolean
  snapshot: Snapshot
}

/** A model of a session at Stripe after the documented state machine, with the events it emitted. Immutable. */
export interface StripeSession {
  now: number
  snapshot: Snapshot
  events: readonly ModelEvent[]
  reports: number
}

export const START = 1_700_000_000
const FAILED = { code: 'document_unverified_other', reason: null }

export function born(stripeId: string, mark: string): StripeSession {
  const snapshot: Snapshot = {
    ...{ stripeId, mark, status: 'requires_input', lastError: null, redaction: null, type: 'document' },
    ...{ livemode: false, created: START, report: null },
  }
  return withEvent({ now: START, snapshot, events: [], reports: 0 }, snapshot)
}

export function later(session: StripeSession, seconds: number): StripeSession {
  return { ...session, now: session.now + seconds }
}

/** The session after an action; null if Stripe refuses it. */
export function acted(session: StripeSession, act: Act): StripeSession | null {
  const { snapshot } = session
  const isOpen = snapshot.status === 'requires_input' && snapshot.redaction === null
  const become = (change: Partial<Snapshot>) => withEvent(session, { ...snapshot, ...change })
  const reported = () => {
    const reports = session.reports + 1
    return { ...session, reports, report: `vr_${snapshot.stripeId}_${reports}` }
  }
  switch (act) {
    case 'submit':
      return isOpen ? become({ status: 'processing', lastError: null }) : null
    case 'pass':
    case 'fail': {
      if (snapshot.status !== 'processing') return null
      const { report, ...next } = reported()
      const change = act === 'pass' ? { status: 'verified' } : { status: 'requires_input', lastError: FAILED }
      return withEvent(next, { ...snapshot, ...change, report })
    }
    case 'decline':
      return isOpen ? become({ lastError: { code: 'consent_declined', reason: null } }) : null
    case 'cancel':
      return isOpen ? become({ status: 'canceled', lastError: null }) : null
    case 'take_back':
      if (snapshot.status !== 'verified' || snapshot.redaction !== null) return null
      return become({ status: 'requires_input', lastError: FAILED })
    case 'pass_review':
      if (!isOpen || snapshot.report === null) return null
      return become({ status: 'verified', lastError: null })
    case 'redact': {
      if (snapshot.status === 'processing' || snapshot.redaction !== null) return null
      const status = isOpen ? 'canceled' : snapshot.status
      const erased = {
        ...snapshot,
        status,
        lastError: null,
        report: null,
        mark: null,
        redaction: 'processing',
      }
      // A closed session emits no event before its redaction is complete.
      return isOpen ? withEvent(session, erased) : { ...session, snapshot: erased }
    }
    case 'forget':
      return snapshot.redaction === 'processing' ? become({ redaction: 'redacted' }) : null
  }
}

export function eventFact({ id, created, birth, snapshot }: ModelEvent, suffix = ''): EventFact {
  return { kind: 'event', id: id + suffix, created, birth, snapshot, cause: 'webhook' }
}

/** Stripe's current reply to a retrieve of `record`. */
export function replyFact({ snapshot, now }: StripeSession, record: SessionRecord): ReplyFact {
  return { kind: 'reply', record, snapshot, date: now, cause: 'retrieve' }
}

function withEvent(session: StripeSession, snapshot: Snapshot): StripeSession {
  const index = session.events.length
  const event = {
    id: `evt_${snapshot.stripeId}_${index}`,
    index,
    created: session.now,
    birth: index === 0,
    snapshot,
  }
  return { ...session, snapshot, events: [...session.events, event] }
}
