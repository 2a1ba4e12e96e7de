import { describe, expect, it } from 'vitest'
import {
  attemptsOf,
  closedAtLimit,
  isFailed,
  isToBeClosed,
  nextLook,
  type SessionRecord,
  type Snapshot,
  shownStatus,
  versioned,
  viewOf,
} from '../src/session.js'
import { newRecord } from './support/records.js'

const ERROR = { code: 'document_expired', reason: 'It is out of date.' }
const snapshot: Snapshot = {
  ...{ stripeId: 'vs_1', mark: 'record', status: 'requires_input', lastError: ERROR, redaction: null },
  ...{ type: 'document', livemode: false, created: 1, report: 'vr_1' },
}
const record = newRecord({
  ...{ stripeId: 'vs_1', status: 'requires_input', basis: 'word', lastError: ERROR },
  ...{ attemptsBefore: 1, attempts: 2, version: 7, created: 10, updated: 20 },
})
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('an attempt', () => {
  it.each<[boolean, Partial<Snapshot>]>([
    [true, {}],
    [false, { status: 'processing' }],
    [false, { lastError: null }],
    [false, { report: null }],
  ])('failed: %s, if the snapshot has %o', (expected, change) => {
    expect(isFailed({ ...snapshot, ...change })).toBe(expected)
  })

  it.each<[number, Partial<SessionRecord>]>([
    [3, {}],
    [3, { status: 'canceled', canceledBy: 'user' }],
    [3, { status: 'canceled', canceledBy: 'limit' }],
    [3, { canceledBy: 'operator' }],
    [0, { status: 'canceled', canceledBy: 'operator' }],
    [0, { status: 'canceled', canceledBy: 'dashboard' }],
  ])('is counted %i times if the record has %o', (expected, change) => {
    expect(attemptsOf({ ...record, ...change })).toBe(expected)
  })
})

describe('the attempt limit', () => {
  it.each<[number, Partial<SessionRecord>]>([
    [3, {}],
    [2, {}],
  ])('of %i closes a session with three failures', (limit, change) => {
    const closed = closedAtLimit({ ...record, ...change }, limit)
    expect(closed).toEqual({ ...record, canceledBy: 'limit' })
    expect(isToBeClosed(closed)).toBe(true)
  })

  it.each<[number, Partial<SessionRecord>]>([
    [0, {}],
    [4, {}],
    [3, { open: false }],
    [3, { status: 'processing' }],
    [3, { canceledBy: 'user' }],
  ])('of %i does not close a session with %o', (limit, change) => {
    const given = { ...record, ...change }
    expect(closedAtLimit(given, limit)).toBe(given)
    expect(isToBeClosed(given)).toBe(false)
  })

  it.each<Partial<SessionRecord>>([{ open: false }, { status: 'processing' }, { canceledBy: 'user' }])(
    'leaves nothing to close if the session has %o',
    (change) => {
      expect(isToBeClosed({ ...record, canceledBy: 'limit', ...change })).toBe(false)
    },
  )
})

describe('the time of the next check', () => {
  /** Milliseconds until the next check of a record that was last changed so long ago. */
  const untilLook = (untouchedMs: number, change: Partial<SessionRecord> = {}) => {
    const now = 1_000_000 * 1000 + untouchedMs
    const look = nextLook({ ...record, updated: 1_000_000, ...change }, now)
    return look === null ? null : look - now
  }

  it.each<[string, number, Partial<SessionRecord>, number | null]>([
    ['a doubt', 0, { doubt: 'evt_1' }, 1_000],
    ['a session at the attempt limit', 0, { canceledBy: 'limit' }, 1_000],
    ['a requested redaction', 0, { redactRequestedBy: 'operator', redaction: 'processing' }, MINUTE],
    ['a redaction in progress', 0, { redaction: 'processing', open: false }, HOUR],
    ['a completed redaction', 0, { redaction: 'redacted', open: false }, null],
    ['a guess within a day', DAY - 1, { basis: 'guess', open: false }, HOUR],
    ['a guess after a day', DAY, { basis: 'guess', open: false }, DAY],
    ['a guess just within a week', 7 * DAY - 1, { basis: 'guess', open: false }, DAY],
    ['a guess after a week', 7 * DAY, { basis: 'guess', open: false }, null],
    ['a closed session', 0, { open: false }, null],
    ['an unfinished create', 0, { stripeId: null }, MINUTE],
    ['a session in use', HOUR - 1, {}, 5 * MINUTE],
    ['a session after an hour', HOUR, {}, HOUR],
    ['a session within a day', DAY - 1, {}, HOUR],
    ['a session after a day', DAY, {}, DAY],
    ['a session after a week', 7 * DAY, {}, DAY],
    ['a session after more than a week', 7 * DAY + 1, {}, null],
    ['a submitted session after a month', 30 * DAY, { status: 'processing' }, DAY],
  ])('is correct for %s', (_what, untouched, change, expected) => {
    expect(untilLook(untouched, change)).toBe(expected)
  })
})

describe('the view', () => {
  it('has exactly these fields', () => {
    expect(viewOf(record, 5)).toEqual({
      ...{ id: 'vs_1', status: 'requires_input', last_error: ERROR, redaction: null, type: 'document' },
      ...{ livemode: false, attempts: 3, attempts_left: 2, version: 7, created: 10, updated: 20 },
    })
    expect(viewOf({ ...record, lastError: null, redaction: 'processing', stripeId: null }, 0)).toMatchObject({
      ...{ id: '', last_error: null, redaction: { status: 'processing' }, attempts_left: null },
    })
    expect(viewOf(record, 2).attempts_left).toBe(0)
  })

  it.each([
    [null, 'requires_input'],
    ['requires_input', 'requires_input'],
    ['processing', 'processing'],
    ['verified', 'verified'],
    ['canceled', 'canceled'],
    ['on_hold', 'processing'],
  ])('shows the status %s as %s', (status, shown) => {
    expect(shownStatus(status)).toBe(shown)
  })

  it('gets a new version only if a visible field changes', () => {
    expect(versioned(record, { ...record, lookAt: 5, doubt: 'evt_1' }, 99)).toMatchObject({
      ...{ version: 7, updated: 20, lookAt: 5 },
    })
    expect(versioned(record, { ...record, attempts: 3 }, 99)).toMatchObject({
      ...{ version: 8, updated: 99, attempts: 3 },
    })
  })
})
