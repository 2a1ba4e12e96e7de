import { expect, it } from 'vitest'
import { canLookNow, failedCreate } from '../src/services/failed-create.js'
import { type Failure, StripeFailure } from '../src/stripe.js'

const failure = (kind: Failure, more = {}) => new StripeFailure(kind, 'failed', more)

it.each<[string, unknown, boolean, string, boolean]>([
  ['a refusal of the first try', failure('rejected'), true, 'nothing_made', true],
  ['a rate limit at the first try', failure('rate_limited'), true, 'nothing_made', true],
  [
    'a refusal after a try with an unknown outcome',
    failure('rejected', { uncertain: true }),
    true,
    'maybe_made',
    true,
  ],
  ['a refusal of a later try', failure('rejected'), false, 'maybe_made', true],
  ['a lost connection', failure('unavailable'), true, 'maybe_made', false],
  ['an unreadable response', failure('unavailable', { garbled: true }), true, 'maybe_made', true],
  ['a stored failure', failure('unavailable', { stored: true }), true, 'key_spent', false],
  ['a key that was used with other parameters', failure('reused_key'), true, 'key_spent', false],
  ['an error not caused by Stripe', new Error('x'), true, 'maybe_made', false],
])('%s', (_what, error, isFirst, outcome, canLook) => {
  expect(failedCreate(error, isFirst)).toBe(outcome)
  if (outcome === 'maybe_made') expect(canLookNow(error)).toBe(canLook)
})
