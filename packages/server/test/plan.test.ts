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

describe('what a round of the reconciler does', () => {
  it.each<[string, Partial<RoundFacts>, string[]]>([
    ['nothing, where webhooks arrive and nothing is due', {}, []],
    ['nothing, where somebody waits and a signed event came just now', { isWatched: true }, []],
    ['a listing at the start, where no one waits', { lastListedAt: 0 }, ['list']],
    ['a listing once an hour, where no one waits', { lastListedAt: NOW - HOUR }, ['list']],
    [
      'a listing after ten quiet seconds with somebody waiting',
      { isWatched: true, lastSignedAt: NOW - 10 * SECOND },
      ['list'],
    ],
    [
      'no listing in the quiet seconds after one',
      { isWatched: true, lastSignedAt: 0, lastListedForWatchersAt: NOW - 9 * SECOND },
      [],
    ],
    [
      'a listing in every round, while webhooks are missing',
      { isWatched: true, webhooksMissing: true },
      ['list'],
    ],
    ['the next page of a listing that is not at its end', { isListing: true }, ['list']],
    [
      'news first, then doubts, redactions, closings and creates, and the sweep last',
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
      'what a round without calls left, before the next listing',
      { lastListedAt: 0, isUrgentFirst: true, urgent: [doubtful], due: [open('a')] },
      ['settle doubt', 'list', 'retrieve a'],
    ],
    ['pages, where many are due', { due: [open('a'), open('b'), open('c')] }, ['sweep a b c']],
    ['retrieves, where few are due', { due: [open('a'), open('b')] }, ['retrieve a', 'retrieve b']],
  ])('%s', (_name, change, expected) => {
    const steps = plan(NOW, { ...quiet, ...change }).map((step) => {
      if (step.does === 'list') return 'list'
      const records = step.does === 'sweep' ? step.records : [step.record]
      return [step.does, ...records.map(({ id }) => id)].join(' ')
    })
    expect(steps).toEqual(expected)
  })
})
