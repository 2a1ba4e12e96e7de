import { describe, expect, it } from 'vitest'
import type { Fact } from '../src/facts.js'
import type { SessionRecord, Snapshot } from '../src/session.js'
import { judge, type Kind, kindOf, type Place, placeOf, type Verdict } from '../src/truth.js'
import { newRecord } from './support/records.js'

// The documented table, repeated independently and in another form: rows are the state of the
// record, columns the kind of fact; w is write, i is ignore, a is ask.
const COLUMNS: Place[] = [
  ...(['redaction', 'canceled', 'known', 'birth', 'newer', 'passed', 'unclear', 'older'] as const),
  ...([
    'untouched',
    'overtaken',
    'nudge',
    'gone',
    'gone_overtaken',
    'gone_untrusted',
    'gone_erased',
  ] as const),
]
const ROWS: Record<Kind, string> = {
  pristine: ' w w w w w w w w  w w  a  w a i w',
  submitted: 'w w w i w w a i  w a  a  w a i w',
  moving: '   w w w i w a a i  w a  a  w a i w',
  verified: ' w w w i w a a i  w a  a  i i i w',
  canceled: ' w i i i i i i i  i i  a  i i i w',
  missing: '  w w w a w a a a  w a  a  i i i w',
  redacted: ' w i i i i i i i  i i  a  i i i w',
}
const VERDICTS: Record<string, Verdict> = { w: 'write', i: 'ignore', a: 'ask' }

const EVENT_AT = 100
const REPLY_AT = 105
const EXPIRED = { code: 'document_expired', reason: null }

const told: Partial<SessionRecord> = {
  ...{ stripeId: 'vs_1', basis: 'word', lastEventAt: EVENT_AT, lastReplyAt: REPLY_AT, revision: 7 },
}
const RECORDS: Record<Kind, SessionRecord> = {
  pristine: newRecord({ ...told, basis: 'birth', status: 'requires_input' }),
  submitted: newRecord({ ...told, status: 'processing' }),
  moving: newRecord({ ...told, status: 'requires_input', lastError: EXPIRED }),
  verified: newRecord({ ...told, status: 'verified', open: false }),
  canceled: newRecord({ ...told, status: 'canceled', canceledBy: 'user', open: false }),
  missing: newRecord({ ...told, status: 'canceled', basis: 'guess', canceledBy: 'missing', open: false }),
  redacted: newRecord({ ...told, status: 'verified', redaction: 'processing', user: null, open: false }),
}

const snapshot: Snapshot = {
  ...{ stripeId: 'vs_1', mark: 'record', status: 'requires_input', lastError: EXPIRED, redaction: null },
  ...{ type: 'document', livemode: false, created: 1, report: 'vr_1' },
}

/** The facts of one column for a record; empty if such a record cannot have that fact. */
function factsAt(place: Place, record: SessionRecord): Fact[] {
  const event = (created: number, change: Partial<Snapshot> = {}, birth = false): Fact => ({
    ...{ kind: 'event', id: 'evt_1', created, birth, cause: 'webhook' },
    snapshot: { ...snapshot, ...change },
  })
  const reply = (revision: number, change: Partial<Snapshot> = {}): Fact => ({
    ...{ kind: 'reply', record: { ...record, revision }, date: REPLY_AT, cause: 'retrieve' },
    snapshot: { ...snapshot, ...change },
  })
  const missing = (change: object): Fact => ({ kind: 'missing', record, trusted: true, ...change })
  const before = { ...record, revision: record.revision - 1 }
  // A status that no record here has, so that every event differs from the record.
  const news = { status: 'something_new', lastError: null, redaction: record.redaction }
  const same = { status: record.status as string, lastError: record.lastError, redaction: record.redaction }
  const isCanceled = record.status === 'canceled'
  switch (place) {
    case 'redaction':
      return [event(EVENT_AT - 5, { redaction: 'redacted' }), reply(6, { redaction: 'redacted' })]
    case 'canceled': {
      const canceled = { status: 'canceled', lastError: null, redaction: record.redaction }
      return [
        event(EVENT_AT - 5, canceled),
        event(REPLY_AT + 5, canceled),
        reply(6, canceled),
        reply(7, canceled),
      ]
    }
    case 'known':
      return isCanceled
        ? []
        : [event(EVENT_AT, same), event(REPLY_AT + 5, same), reply(6, same), reply(7, same)]
    case 'birth':
      return [event(EVENT_AT - 5, { lastError: null, report: null, redaction: record.redaction }, true)]
    case 'newer':
      return [event(REPLY_AT + 1, news)]
    case 'passed':
      if (record.status === 'verified') return []
      return [event(EVENT_AT, { ...news, status: 'verified' })]
    case 'unclear':
      return [event(EVENT_AT, news), event(REPLY_AT, news), event(EVENT_AT + 1, news)]
    case 'older':
      return [
        event(EVENT_AT - 1, news),
        event(EVENT_AT - 1, { ...same, status: isCanceled ? 'x' : same.status }),
      ]
    case 'untouched':
      return [reply(record.revision, news)]
    case 'overtaken':
      return [reply(record.revision - 1, news)]
    case 'nudge':
      return [{ kind: 'nudge', id: 'evt_1', stripeId: 'vs_1', cause: 'webhook' }]
    case 'gone':
      return [missing({})]
    case 'gone_overtaken':
      return [missing({ record: before })]
    case 'gone_untrusted':
      return [missing({ trusted: false }), missing({ trusted: false, redacted: true })]
    case 'gone_erased':
      return [missing({ redacted: true }), missing({ redacted: true, record: before })]
  }
}

describe.each(Object.entries(ROWS))('a record that is %s', (kind, row) => {
  const record = RECORDS[kind as Kind]
  const cells = row.trim().split(/\s+/)

  it.each(COLUMNS.map((place, index) => [place, VERDICTS[cells[index] as string]] as const))(
    '%s: %s',
    (place, verdict) => {
      // "passed" excludes a reply in the same second.
      const at = place === 'passed' ? { ...record, lastReplyAt: EVENT_AT - 5 } : record
      expect(kindOf(at)).toBe(kind)
      for (const fact of factsAt(place, at)) {
        expect(placeOf(at, fact)).toBe(place)
        expect(judge(at, fact)).toBe(verdict)
      }
    },
  )
})

it('treats a submission as certain only without a doubt, because an override of the same second may be missing', () => {
  expect(kindOf({ ...RECORDS.submitted, doubt: 'evt_1' })).toBe('moving')
})
