import { describe, expect, it } from 'vitest'
import { EVENT_TYPES, readEventObject } from '../src/stripe-events.js'

const ID = 'vs_1NuN4zLkdIwHu7ixleE6HvkI'
const SESSION = {
  ...{ id: ID, object: 'identity.verification_session', status: 'verified', type: 'document' },
  ...{ livemode: true, created: 5, metadata: { identity_session: 'record' } },
}
const classic = (change: object = {}) => ({
  ...{ id: 'evt_1', type: 'identity.verification_session.verified', livemode: true, created: 7 },
  ...{ data: { object: SESSION }, ...change },
})
const thin = (change: object = {}) => ({
  ...{ id: 'evt_thin', type: 'v1.identity.verification_session.verified', livemode: false },
  ...{ related_object: { id: ID }, ...change },
})
const UNREADABLE = { kind: 'nothing', reason: 'unreadable' }
const NUDGE = { kind: 'nudge', stripeId: ID }

it('subscribes to the six event types', () => {
  expect(EVENT_TYPES).toEqual([
    'identity.verification_session.created',
    'identity.verification_session.processing',
    'identity.verification_session.verified',
    'identity.verification_session.requires_input',
    'identity.verification_session.canceled',
    'identity.verification_session.redacted',
  ])
})

describe('a classic event', () => {
  it('contains a complete session and its time', () => {
    expect(readEventObject(classic())).toEqual({
      ...{ id: 'evt_1', type: 'identity.verification_session.verified', livemode: true, account: null },
      says: {
        ...{ kind: 'session', created: 7, birth: false },
        snapshot: {
          ...{ stripeId: ID, mark: 'record', status: 'verified', lastError: null, redaction: null },
          ...{ type: 'document', livemode: true, created: 5, report: null },
        },
      },
    })
  })

  it('of the type created is marked as the first', () => {
    const born = classic({ type: 'identity.verification_session.created' })
    expect(readEventObject(born).says).toMatchObject({ kind: 'session', birth: true })
  })

  it.each<[string, object]>([
    ['an unreadable session', { data: { object: { ...SESSION, status: 5 } } }],
    ['no time', { created: undefined }],
    ['a time that is not an integer', { created: 7.5 }],
  ])('with %s names only its session', (_what, change) => {
    expect(readEventObject(classic(change)).says).toEqual(NUDGE)
  })

  it.each<[string, object]>([
    ['no data', { data: undefined }],
    ['no object', { data: {} }],
    ['no id', { data: { object: { ...SESSION, id: undefined } } }],
    ['the id of another object', { data: { object: { ...SESSION, id: 'pi_1' } } }],
    ['an id with a path', { data: { object: { ...SESSION, id: '../v1/customers' } } }],
  ])('with %s is unreadable', (_what, change) => {
    expect(readEventObject(classic(change)).says).toEqual(UNREADABLE)
  })
})

describe('a thin event', () => {
  it('contains the id of its session', () => {
    expect(readEventObject(thin())).toEqual({
      ...{ id: 'evt_thin', type: 'v1.identity.verification_session.verified', livemode: false },
      ...{ account: null, says: NUDGE },
    })
  })

  it('uses the id of its classic event if it is given', () => {
    expect(readEventObject(thin({ snapshot_event: 'evt_classic' })).id).toBe('evt_classic')
    for (const strange of [null, 5, '', 'in_1']) {
      expect(readEventObject(thin({ snapshot_event: strange })).id).toBe('evt_thin')
    }
  })

  it.each([undefined, null, {}, { id: 5 }, { id: 'pi_1' }, { id: `${ID}/cancel` }, { id: `x${ID}` }])(
    'with the related object %o is unreadable',
    (related_object) => {
      expect(readEventObject(thin({ related_object })).says).toEqual(UNREADABLE)
    },
  )
})

describe('any event', () => {
  it.each([
    ['v2.core.event_destination.ping', 'ping'],
    ['identity.verification_report.verified', 'other_type'],
    ['v1.billing.meter.error_report_triggered', 'other_type'],
    ['x.identity.verification_session.verified', 'other_type'],
  ])('of the type %s is ignored as %s', (type, reason) => {
    expect(readEventObject(classic({ type })).says).toEqual({ kind: 'nothing', reason })
  })

  it.each<[string | null, object]>([
    ['acct_1', { account: 'acct_1' }],
    ['acct_2', { context: 'acct_2' }],
    ['acct_1', { account: 'acct_1', context: 'acct_2' }],
    [null, { account: null, context: null }],
    [null, { account: 5, context: 5 }],
  ])('belongs to the account %s with %o', (account, change) => {
    expect(readEventObject(classic(change)).account).toBe(account)
  })

  it.each([
    [true, true],
    [false, false],
    [undefined, null],
    [null, null],
    ['yes', null],
  ])('with livemode %s has the mode %s', (livemode, expected) => {
    expect(readEventObject(classic({ livemode })).livemode).toBe(expected)
  })

  it.each([null, undefined, 'evt_1', 5, [], {}, { id: 'evt_1' }, { type: 'x' }, { id: 'x', type: 'x' }])(
    '%o is not an event',
    (value) => {
      expect(() => readEventObject(value)).toThrow("Stripe's answer is not an event.")
    },
  )
})
