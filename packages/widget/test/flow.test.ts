import { describe, expect, it } from 'vitest'
import { type FlowEvent, isNews, next, STATES, type VerificationState } from '../src/flow.js'
import { standing } from '../src/session.js'
import { sessionView } from '../src/testing.js'

/** The expected state for every state and event, independent of the source and in another form. */
const EXPECTED: Record<FlowEvent, Partial<Record<VerificationState, VerificationState>> | VerificationState> =
  {
    start: {
      idle: 'starting',
      open: 'starting',
      requires_input: 'starting',
      canceled: 'starting',
      redacted: 'starting',
      error: 'starting',
    },
    opened: { starting: 'open' },
    submitted: { idle: 'processing', open: 'processing', requires_input: 'processing', error: 'processing' },
    declined: { open: 'requires_input' },
    failed: 'error',
    reset: 'idle',
    idle: {
      processing: 'idle',
      verified: 'idle',
      requires_input: 'idle',
      canceled: 'idle',
      redacted: 'idle',
      error: 'idle',
    },
    requires_input: {
      idle: 'requires_input',
      processing: 'requires_input',
      verified: 'requires_input',
      canceled: 'requires_input',
      redacted: 'requires_input',
      error: 'requires_input',
    },
    processing: 'processing',
    verified: 'verified',
    canceled: 'canceled',
    redacted: 'redacted',
  }

describe('the flow', () => {
  for (const event of Object.keys(EXPECTED) as FlowEvent[])
    for (const state of STATES) {
      const rule = EXPECTED[event]
      const expected = typeof rule === 'string' ? rule : (rule[state] ?? state)
      it(`${state} + ${event} → ${expected}`, () => {
        expect(next(state, event)).toBe(expected)
      })
    }

  it('never reaches "verified" by an event in the page', () => {
    const inThePage: FlowEvent[] = ['start', 'opened', 'submitted', 'declined', 'failed', 'reset']
    const reached = STATES.filter((state) => state !== 'verified').flatMap((state) =>
      inThePage.map((event) => next(state, event)),
    )
    expect(reached).not.toContain('verified')
  })
})

describe('the state of a session', () => {
  const error = { code: 'document_expired', reason: null }
  const redaction = { status: 'processing' }
  it.each([
    [null, 'idle'],
    [sessionView(), 'idle'],
    [sessionView({ last_error: error }), 'requires_input'],
    [sessionView({ status: 'processing' }), 'processing'],
    [sessionView({ status: 'verified' }), 'verified'],
    [sessionView({ status: 'canceled' }), 'canceled'],
    [sessionView({ status: 'canceled', attempts_left: 0 }), 'canceled'],
    [
      sessionView({ status: 'canceled', attempts_left: 0, last_error: { code: 'abandoned', reason: null } }),
      'requires_input',
    ],
    [sessionView({ status: 'canceled', attempts_left: 2, last_error: error }), 'canceled'],
    [sessionView({ status: 'canceled', redaction }), 'redacted'],
    [sessionView({ redaction }), 'redacted'],
    [sessionView({ status: 'verified', redaction }), 'verified'],
    [sessionView({ status: 'of_tomorrow' as 'verified' }), 'processing'],
  ] as const)('of %j is %s', (view, expected) => {
    expect(standing(view)).toBe(expected)
  })
})

describe('a newer answer', () => {
  const known = sessionView({ version: 3 })
  it.each([
    [sessionView({ version: 4 }), false, true],
    [sessionView({ version: 3 }), false, false],
    [sessionView({ version: 2 }), false, false],
    [sessionView({ version: 3 }), true, true],
    [sessionView({ version: 2 }), true, false],
    [sessionView({ id: 'vs_other', version: 1 }), false, true],
  ])('%j, repeated %s: %s', (answer, again, expected) => {
    expect(isNews(answer, known, again)).toBe(expected)
  })

  it('is any answer if none is known', () => {
    expect(isNews(sessionView({ version: 0 }), null, false)).toBe(true)
  })
})
