import { describe, expect, it } from 'vitest'
import { plan, type RoundFacts } from '../src/services/plan.js'
import { newRecord } from './support/records.js'

const NOW = 1_700_000_000_000
const SECOND = 1_000
const HOUR = 3_600_000

const quiet: RoundFacts = {
  ...{ isWatched: false, lastSignedAt: NOW - SECOND, lastListedAt: NOW - SECOND, lastListedForWatchersAt: 0 },
  ...{ webhooksMissing: false, isListing: false, isUrgentFirst: false, urgent: [], due: [] },
}
const open = (id: string, change = {}) =>
  newRecord({ id, stripeId: `vs_${id}`, status: 'requires_input', ...change })
const doubtful = open('doubt', { doubt: 'evt_1' })
const redacting = open('redact', { redactRequestedBy: 'olga' })
const exhausted = open('close', { canceledBy: 'limit' })
const begun = newRecord({ id: 'finish' })
const erasing = open('erasing', { status: 'verified', redaction: 'processing', open: false })

describe('a round of the reconciler', () => {
  it.each<[string, Partial<RoundFacts>, string[]]>([
    ['does nothing while webhooks arrive and no session is due', {}, []],
    ['does nothing while a poll is waiting and a signed event has just arrived', { isWatched: true }, []],
    ['lists events at the start without a waiting poll', { lastListedAt: 0 }, ['list']],
    ['lists events once an hour without a waiting poll', { lastListedAt: NOW - HOUR }, ['list']],
    [
      'lists events after ten seconds without webhooks while a poll is waiting',
      { isWatched: true, lastSignedAt: NOW - 10 * SECOND },
      ['list'],
    ],
    [
      'does not list again within ten seconds after a listing',
      { isWatched: true, lastSignedAt: 0, lastListedForWatchersAt: NOW - 9 * SECOND },
      [],
    ],
    [
      'lists events in every round while webhooks are missing',
      { isWatched: true, webhooksMissing: true },
      ['list'],
    ],
    ['requests the next page of an unfinished listing', { isListing: true }, ['list']],
    [
      'lists events first, then settles doubts, redactions, cancels and creates, and sweeps last',
      { lastListedAt: 0, urgent: [begun, exhausted, erasing, redacting, doubtful], due: [open('a')] },
      [
        'list',
        'settle doubt',
        'redact redact',
        'close close',
        'finish finish',
        'retrieve erasing',
        'retrieve a',
      ],
    ],
    [
      'continues with the steps that the last round had no calls left for, before the next listing',
      { lastListedAt: 0, isUrgentFirst: true, urgent: [doubtful], due: [open('a')] },
      ['settle doubt', 'list', 'retrieve a'],
    ],
    ['sweeps by pages if many sessions are due', { due: [open('a'), open('b'), open('c')] }, ['sweep a b c']],
    [
      'retrieves sessions singly if few are due',
      { due: [open('a'), open('b')] },
      ['retrieve a', 'retrieve b'],
    ],
  ])('%s', (_name, change, expected) => {
    const steps = plan(NOW, { ...quiet, ...change }).map((step) => {
      if (step.does === 'list') return 'list'
      const records = step.does === 'sweep' ? step.records : [step.record]
      return [step.does, ...records.map(({ id }) => id)].join(' ')
    })
    expect(steps).toEqual(expected)
  })
})
