import { describe, expect, it } from 'vitest'
import { accept } from '../src/accept.js'
import type { Fact, MissingFact } from '../src/facts.js'
import type { SessionRecord, Snapshot } from '../src/session.js'
import { judge, placeOf, type Verdict } from '../src/truth.js'
import { newRecord } from './support/records.js'

// Every kind of fact and verdict, with the fields of the record that it sets and that later facts are judged by.

const NOW = 1_000
const ERROR = { code: 'document_expired', reason: 'old' }
const OTHER = { code: 'selfie_manipulated', reason: 'odd' }
const record = newRecord({
  ...{ stripeId: 'vs_1', status: 'requires_input', basis: 'word', lastError: ERROR, revision: 4 },
  ...{ lastEventAt: 100, lastReplyAt: 110, doubt: 'evt_before', redactRequestedBy: 'operator' },
})
const snapshot: Snapshot = {
  ...{ stripeId: 'vs_1', mark: 'record', status: 'processing', lastError: null, redaction: null },
  ...{ type: 'id_number', livemode: false, created: 5, report: null },
}
const event = (change: Partial<Snapshot> = {}, created = 200, birth = false): Fact => ({
  ...{ kind: 'event', id: 'evt_now', created, birth, cause: 'webhook' },
  snapshot: { ...snapshot, ...change },
})
const reply = (change: Partial<Snapshot> = {}, before = record, date = 200): Fact => ({
  ...{ kind: 'reply', record: before, date, cause: 'retrieve' },
  snapshot: { ...snapshot, ...change },
})
const missing = (change: Partial<MissingFact> = {}): Fact => ({
  ...{ kind: 'missing', record, trusted: true },
  ...change,
})
const nudge: Fact = { kind: 'nudge', id: 'evt_thin', stripeId: 'vs_1', cause: 'webhook' }
const MOVED = { ...record, revision: 3 }
const CANCELED = { status: 'canceled', lastError: null }

const accepted = (fact: Fact, verdict: Verdict, before: SessionRecord = record) =>
  accept(before, fact, verdict, NOW)

describe('an event', () => {
  it("that is accepted updates the record's fields and the time of the last event", () => {
    expect(accepted(event(), 'write')).toEqual({
      ...record,
      ...{ status: 'processing', lastError: null, type: 'id_number', created: 5, lastEventAt: 200 },
    })
    expect(accepted(event({ status: 'requires_input', lastError: OTHER }), 'write').lastError).toEqual(OTHER)
  })

  it('that is ignored leaves the record unchanged', () => {
    expect(accepted(event(), 'ignore')).toEqual(record)
  })

  it('that needs a retrieve stores only its id and its time', () => {
    expect(accepted(event(), 'ask')).toEqual({ ...record, lastEventAt: 200, doubt: 'evt_now' })
    expect(accepted(event({}, 50), 'ask').lastEventAt).toBe(100)
  })

  it.each<[string | null, Partial<Snapshot>, Verdict]>([
    [null, CANCELED, 'write'],
    [null, { status: 'verified', redaction: 'processing' }, 'write'],
    ['evt_before', { status: 'verified' }, 'write'],
    ['evt_now', CANCELED, 'ask'],
    ['evt_before', CANCELED, 'ignore'],
  ])('leaves the doubt %s by %o, with the verdict %s', (doubt, change, verdict) => {
    expect(accepted(event(change), verdict).doubt).toBe(doubt)
  })
})

describe('a reply', () => {
  it('that is accepted sets the time of the last reply and clears the doubt that caused the request', () => {
    expect(accepted(reply(), 'write')).toMatchObject({ status: 'processing', lastReplyAt: 200, doubt: null })
    expect(accepted(reply({}, record, 90), 'write').lastReplyAt).toBe(110)
  })

  it('that was overtaken keeps the doubt, unless its status is final', () => {
    expect(accepted(reply({}, MOVED), 'ignore')).toEqual({ ...record, lastReplyAt: 200 })
    expect(accepted(reply(CANCELED, MOVED), 'write')).toMatchObject({ status: 'canceled', doubt: null })
    expect(accepted(reply({ redaction: 'processing' }, MOVED), 'write').doubt).toBeNull()
    const guessed = { ...record, status: 'canceled', basis: 'guess' } as const
    expect(accepted(reply({}, MOVED), 'ignore', guessed).doubt).toBe('evt_before')
  })

  it('that has to be requested again does not set the time of the last reply', () => {
    expect(accepted(reply({}, MOVED), 'ask')).toEqual(record)
  })
})

describe('the first snapshot of a session', () => {
  const born = { ...record, basis: 'birth' } as const
  const untried = { status: 'requires_input', lastError: null, report: null }

  it.each<[string, Fact]>([
    ['birth', reply(untried, born)],
    ['birth', event(untried, 200, true)],
    ['word', event(untried, 200, false)],
    ['word', reply({ ...untried, status: 'processing' }, born)],
    ['word', reply({ ...untried, lastError: OTHER }, born)],
    ['word', reply({ ...untried, report: 'vr_1' }, born)],
    ['word', event({ ...untried, report: 'vr_1' }, 200, true)],
  ])('sets the basis %s by %o', (basis, fact) => {
    expect(accepted(fact, 'write', born).basis).toBe(basis)
  })

  it('is a birth only while the record has no other snapshot', () => {
    expect(accepted(reply(untried), 'write').basis).toBe('word')
  })

  it('does not change the time of the last reply', () => {
    expect(accepted(reply(untried, born), 'write', born).lastReplyAt).toBe(110)
  })
})

describe('the open flag', () => {
  it.each<[boolean, Partial<Snapshot>]>([
    [true, { status: 'requires_input' }],
    [true, { status: 'processing' }],
    [true, { status: 'unheard_of' }],
    [false, { status: 'verified' }],
    [false, CANCELED],
    [false, { status: 'processing', redaction: 'processing' }],
  ])('is %s for %o', (open, change) => {
    expect(accepted(event(change), 'write').open).toBe(open)
  })
})

describe('a redaction', () => {
  it('removes the user, the error and the redaction request', () => {
    const change = { status: 'requires_input', lastError: OTHER, redaction: 'processing' } as const
    expect(accepted(event(change), 'write')).toMatchObject({
      ...{ user: null, lastError: null, redactRequestedBy: null, redaction: 'processing' },
    })
    expect(accepted(event(), 'write')).toMatchObject({ user: 'ada', redactRequestedBy: 'operator' })
  })

  it('keeps the status', () => {
    const erasing = { ...record, status: 'verified', redaction: 'processing' } as const
    const erased = accepted(event({ ...CANCELED, redaction: 'redacted' }), 'write', erasing)
    expect(erased).toMatchObject({ status: 'verified', redaction: 'redacted' })
  })
})

describe('the time of verification', () => {
  it('keeps its first value until the verification is overridden', () => {
    const verified = accepted(event({ status: 'verified' }), 'write')
    expect(verified.verifiedAt).toBe(NOW)
    expect(accepted(event({ status: 'verified' }), 'write', { ...verified, verifiedAt: 7 }).verifiedAt).toBe(
      7,
    )
    expect(accepted(event({ status: 'requires_input' }), 'write', verified).verifiedAt).toBeNull()
  })
})

describe('the author of a cancel', () => {
  it.each<[SessionRecord['canceledBy'], Partial<SessionRecord>, Fact]>([
    ['redaction', { canceledBy: null }, event(CANCELED)],
    ['dashboard', { canceledBy: null, redactRequestedBy: null }, event(CANCELED)],
    ['dashboard', { canceledBy: 'missing', redactRequestedBy: null }, event(CANCELED)],
    ['user', { canceledBy: 'user' }, event(CANCELED)],
    ['user', { canceledBy: 'user' }, event({ status: 'processing' })],
    ['user', { canceledBy: 'user' }, reply({ status: 'requires_input' })],
    [null, { canceledBy: 'user' }, reply({ status: 'processing' })],
    [null, { canceledBy: 'user' }, event({ status: 'verified' })],
    [null, { canceledBy: 'user', basis: 'guess' }, event({ status: 'requires_input' })],
    [null, { canceledBy: 'missing' }, event({ status: 'requires_input' })],
  ])('is %s, where the record has %o', (expected, change, fact) => {
    expect(accepted(fact, 'write', { ...record, ...change }).canceledBy).toBe(expected)
  })

  it("keeps the last attempt's error when the cancel comes from the attempt limit", () => {
    const atLimit = { ...record, canceledBy: 'limit' } as const
    expect(accepted(event(CANCELED), 'write', atLimit).lastError).toEqual(ERROR)
    expect(accepted(event(CANCELED), 'write').lastError).toBeNull()
    expect(accepted(event({ status: 'processing' }), 'write', atLimit).lastError).toBeNull()
  })
})

describe('a 404 from Stripe', () => {
  const guess = { status: 'canceled', lastError: null, open: false, basis: 'guess', canceledBy: 'missing' }

  it('that is accepted marks the status as a guess and clears the doubt that caused the request', () => {
    expect(accepted(missing(), 'write')).toEqual({ ...record, ...guess, doubt: null })
    expect(accepted(missing(), 'write', { ...record, canceledBy: 'user' }).canceledBy).toBe('user')
  })

  it('keeps the doubt when it was overtaken or the key may belong to another account', () => {
    expect(accepted(missing({ record: MOVED }), 'ignore').doubt).toBe('evt_before')
    expect(accepted(missing({ trusted: false }), 'ignore').doubt).toBe('evt_before')
    expect(accepted(missing(), 'ignore')).toEqual({ ...record, doubt: null })
  })

  it('after a redaction request marks the session redacted and keeps a verification', () => {
    const verified = { ...record, status: 'verified', open: false } as const
    expect(accepted(missing({ redacted: true }), 'write', verified)).toMatchObject({
      ...{ status: 'verified', basis: 'word', canceledBy: null, lastError: null },
      ...{ user: null, redaction: 'redacted', redactRequestedBy: null },
    })
    expect(accepted(missing({ redacted: true }), 'write')).toMatchObject({ ...guess, redaction: 'redacted' })
  })
})

describe('a thin event', () => {
  it.each<Verdict>(['write', 'ask', 'ignore'])('only stores a doubt, with the verdict %s', (verdict) => {
    expect(accepted(nudge, verdict)).toEqual({ ...record, doubt: 'evt_thin' })
  })
})

describe('an event compared with the record', () => {
  const same = { status: 'requires_input', lastError: ERROR }
  it.each<[string, Partial<Snapshot>]>([
    ['known', {}],
    ['newer', { status: 'processing' }],
    ['newer', { lastError: { ...ERROR, code: OTHER.code } }],
    ['newer', { lastError: { ...ERROR, reason: OTHER.reason } }],
    ['newer', { lastError: null }],
    ['newer', { stripeId: 'vs_2' }],
  ])('is %s where the event has %o', (place, change) => {
    expect(placeOf(record, event({ ...same, ...change }))).toBe(place)
  })

  it.each<[string, string, number]>([
    ['passed', 'verified', 111],
    ['unclear', 'verified', 110],
    ['unclear', 'processing', 111],
    ['older', 'verified', 199],
  ])('is %s where its status is %s and it is not newer than the last event', (place, status, created) => {
    const before = { ...record, lastEventAt: created === 199 ? 200 : created }
    expect(placeOf(before, event({ status }, created))).toBe(place)
  })
})

it('accepts "verified" in the same second as a submission only without a doubt', () => {
  const submitted = {
    ...record,
    status: 'processing',
    lastError: null,
    doubt: null,
    lastEventAt: 200,
  } as const
  expect(judge(submitted, event({ status: 'verified' }, 200))).toBe('write')
  expect(judge({ ...submitted, doubt: 'evt_before' }, event({ status: 'verified' }, 200))).toBe('ask')
})
