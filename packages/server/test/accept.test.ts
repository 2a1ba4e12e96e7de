import { describe, expect, it } from 'vitest'
import { accept } from '../src/accept.js'
import type { Fact } from '../src/facts.js'
import type { SessionRecord, Snapshot } from '../src/session.js'
import { attemptsOf } from '../src/session.js'
import { judge } from '../src/truth.js'
import { newRecord } from './support/records.js'

const FAILED = { code: 'document_expired', reason: null }
const snapshot: Snapshot = {
  ...{ stripeId: 'vs_1', mark: 'record', status: 'requires_input', lastError: FAILED, redaction: null },
  ...{ type: 'document', livemode: false, created: 1, report: 'vr_2' },
}
const failedTwice = newRecord({
  ...{ stripeId: 'vs_1', status: 'requires_input', basis: 'word', lastError: FAILED, attempts: 2 },
  ...{ lastEventAt: 100, lastReplyAt: 100 },
})

const event = (created: number, change: Partial<Snapshot>): Fact => ({
  ...{ kind: 'event', id: 'evt_1', created, birth: false, cause: 'webhook' },
  snapshot: { ...snapshot, ...change },
})
const reply = (record: SessionRecord, change: Partial<Snapshot>): Fact => ({
  ...{ kind: 'reply', record, date: 200, cause: 'cancel' },
  snapshot: { ...snapshot, ...change },
})
function become(record: SessionRecord, ...facts: Fact[]): SessionRecord {
  let now = record
  for (const fact of facts) {
    now = { ...accept(now, fact, judge(now, fact), 1_000), revision: now.revision + 1 }
  }
  return now
}
const CANCELED = { status: 'canceled', lastError: null }

describe('the author of a cancel', () => {
  const noted = { ...failedTwice, canceledBy: 'user' as const }

  it("is the user, even if a processing event arrives before Stripe's reply to the cancel", () => {
    const ended = become(noted, event(150, { status: 'processing', lastError: null }), reply(noted, CANCELED))
    expect(ended).toMatchObject({ status: 'canceled', canceledBy: 'user' })
    expect(attemptsOf(ended)).toBe(2)
  })

  it("is recorded for an older event as well, without moving the last event's time back", () => {
    expect(become(failedTwice, event(50, CANCELED))).toMatchObject({ status: 'canceled', lastEventAt: 100 })
  })

  it('is the dashboard if Stripe reported in the meantime that the session continued', () => {
    const went = become(noted, reply(noted, { status: 'processing', lastError: null }))
    expect(went.canceledBy).toBeNull()
    const ended = become(went, event(300, { lastError: FAILED }), event(400, CANCELED))
    expect(ended.canceledBy).toBe('dashboard')
    expect(attemptsOf(ended)).toBe(0)
  })
})

describe('a verified session that Stripe returns to requires_input', () => {
  const verified = become(failedTwice, event(150, { status: 'verified', lastError: null }))

  it('loses its verification time and is open again', () => {
    expect(verified).toMatchObject({ verifiedAt: 1_000, open: false })
    const taken = become(verified, event(300, { lastError: { code: 'selfie_manipulated', reason: null } }))
    expect(taken).toMatchObject({ status: 'requires_input', verifiedAt: null, open: true, canceledBy: null })
  })
})

describe('a session that was closed after a 404', () => {
  const missing: Fact = { kind: 'missing', record: failedTwice, trusted: true }
  const guessed = become(failedTwice, missing)

  it('takes the status of any later event', () => {
    expect(guessed).toMatchObject({ status: 'canceled', canceledBy: 'missing', open: false })
    const back = become(guessed, event(300, { status: 'verified', lastError: null }))
    expect(back).toMatchObject({ status: 'verified', canceledBy: null, basis: 'word' })
    expect(become(guessed, event(300, CANCELED))).toMatchObject({ canceledBy: 'dashboard', basis: 'word' })
  })
})

describe('a doubt stored by a thin event', () => {
  const nudge: Fact = { kind: 'nudge', id: 'evt_thin', stripeId: 'vs_1', cause: 'webhook' }
  const doubtful = become(failedTwice, nudge)

  it('survives other events and is cleared by a reply to a later request', () => {
    expect(doubtful.doubt).toBe('evt_thin')
    const later = become(doubtful, event(300, { status: 'processing', lastError: null }))
    expect(later).toMatchObject({ status: 'processing', doubt: 'evt_thin' })
    expect(become(later, reply(doubtful, { status: 'processing', lastError: null })).doubt).toBe('evt_thin')
    expect(become(later, reply(later, { status: 'verified', lastError: null })).doubt).toBeNull()
  })
})

describe('a redaction', () => {
  const verified = become(failedTwice, event(150, { status: 'verified', lastError: null }))
  const erasing = become(
    verified,
    event(300, { status: 'verified', lastError: null, redaction: 'processing' }),
  )

  it('removes all personal data', () => {
    expect(erasing).toMatchObject({
      status: 'verified',
      redaction: 'processing',
      user: null,
      lastError: null,
    })
  })

  it('keeps the status, even if Stripe reports another one later', () => {
    const erased = become(erasing, event(400, { ...CANCELED, redaction: 'redacted' }))
    expect(erased).toMatchObject({ status: 'verified', redaction: 'redacted' })
  })

  it('answered with a 404 erases our data and keeps the verification', () => {
    const missing: Fact = { kind: 'missing', record: verified, trusted: true, redacted: true }
    expect(become(verified, missing)).toMatchObject({ status: 'verified', redaction: 'redacted', user: null })
  })
})

describe('the reply to a create', () => {
  const birth = { lastError: null, report: null }

  it('marks the record as newly created, so that any later snapshot replaces it', () => {
    const record = newRecord()
    const born = become(record, { ...reply(record, birth), cause: 'create' } as Fact)
    expect(born).toMatchObject({ stripeId: 'vs_1', basis: 'birth', lastReplyAt: 0 })
    const told = become(born, { ...event(200, birth), birth: true } as Fact)
    expect(told).toMatchObject({ basis: 'birth', lastEventAt: 200 })
    expect(become(told, event(200, { status: 'processing', lastError: null })).basis).toBe('word')
  })
})
