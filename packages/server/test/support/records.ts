import type { SessionRecord } from '../../src/session.js'

/** A new record, before Stripe's reply to the create. */
export function newRecord(changes: Partial<SessionRecord> = {}): SessionRecord {
  return {
    id: 'record',
    livemode: false,
    userKey: 'key of ada',
    user: 'ada',
    stripeId: null,
    status: null,
    basis: 'birth',
    lastError: null,
    redaction: null,
    type: 'document',
    open: true,
    attemptsBefore: 0,
    attempts: 0,
    version: 0,
    revision: 0,
    created: 0,
    updated: 0,
    verifiedAt: null,
    lastEventAt: 0,
    lastReplyAt: 0,
    doubt: null,
    createTry: 1,
    canceledBy: null,
    redactRequestedBy: null,
    reservedDay: null,
    watchedUntil: 0,
    lookAt: null,
    ...changes,
  }
}
