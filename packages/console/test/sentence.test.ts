import type { FoundSession, PersonView, TimelineEntry } from 'stripe-identity-contract'
import { describe, expect, it } from 'vitest'
import { answerOf } from '../src/sentence.js'

const NOW = 1_800_000_000
const MINUTE = 60

const session = (changes: Partial<FoundSession>): FoundSession => ({
  id: 'vs_1',
  record: 'r1',
  user: 'ada',
  status: 'requires_input',
  last_error: null,
  redaction: null,
  type: 'document',
  livemode: false,
  attempts: 0,
  attempts_left: 3,
  version: 1,
  created: NOW - 3600,
  updated: NOW - 5 * MINUTE,
  verified_at: null,
  canceled_by: null,
  redaction_requested: false,
  superseded: false,
  attention: [],
  ...changes,
})

const tried: TimelineEntry = {
  record: 'r1',
  version: 2,
  at: NOW - 3 * MINUTE,
  cause: 'webhook',
  from: 'processing',
  to: 'requires_input',
  error_code: 'document_expired',
  event_id: 'evt_1',
  actor: null,
  deliveries: [],
}

const person = (
  changes: Partial<FoundSession>,
  verified = false,
  timeline: TimelineEntry[] = [],
): PersonView => {
  const one = session(changes)
  return { user: one.user, verified, session: one, sessions: [one], timeline }
}

describe('the answer sentence', () => {
  it.each<[string, PersonView]>([
    [
      'Not verified: document expired, 2 attempts left, last tried 3 min ago',
      person({ last_error: { code: 'document_expired', reason: null }, attempts_left: 2 }, false, [tried]),
    ],
    ['Not verified: nothing was tried yet, 3 attempts left', person({})],
    ['Not verified: Stripe is checking', person({ status: 'processing' })],
    [
      'Not verified: selfie does not match, no attempts left',
      person({ last_error: { code: 'selfie_face_mismatch', reason: null }, attempts_left: 0 }),
    ],
    [
      'Not verified: a new code, 1 attempt left',
      person({ last_error: { code: 'a_new_code', reason: null }, attempts_left: 1 }),
    ],
    [
      'Not verified: canceled by an operator, 3 attempts left',
      person({ status: 'canceled', canceled_by: 'operator' }),
    ],
    ['Not verified: Stripe has not made the session yet', person({ id: null, attempts_left: null })],
    [
      'Not verified: taken back after verified, document expired, 3 attempts left',
      person({ last_error: { code: 'document_expired', reason: null }, attention: ['taken_back'] }),
    ],
    ['Verified 5 min ago', person({ status: 'verified', verified_at: NOW - 5 * MINUTE }, true)],
    [
      'Not verified: verified 5 min ago, which is too long ago to count',
      person({ status: 'verified', verified_at: NOW - 5 * MINUTE }),
    ],
    [
      'Verified, and erased 5 min ago',
      person({ status: 'verified', user: null, redaction: { status: 'redacted' } }, true),
    ],
    [
      'Not verified: being erased',
      person({ status: 'canceled', user: null, redaction: { status: 'processing' } }),
    ],
  ])('%s', (sentence, view) => {
    expect(answerOf(view, NOW * 1000).sentence).toBe(sentence)
  })
})
