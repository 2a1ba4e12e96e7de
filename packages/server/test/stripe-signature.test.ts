import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { StripeFailure } from '../src/stripe-failure.js'
import { createEventReader } from '../src/stripe-signature.js'

const { webhooks } = new Stripe('sk_test_x')
const SECRETS = ['whsec_new', 'whsec_old']
const PAYLOAD = JSON.stringify({ id: 'evt_1', type: 'v2.core.event_destination.ping' })
const NOW = 1_800_000_000

const read = (header: string | undefined, payload = PAYLOAD, secrets: readonly string[] = SECRETS) =>
  createEventReader(webhooks, secrets)(Buffer.from(payload), header)
const signed = (secret = 'whsec_new', timestamp = NOW, payload = PAYLOAD) =>
  webhooks.generateTestHeaderString({ payload, secret, timestamp })
const v1Of = (header: string) => /v1=(\w+)/.exec(header)?.[1]
/** The error of a read that must fail. */
function failure(act: () => unknown): StripeFailure {
  try {
    act()
  } catch (error) {
    if (error instanceof StripeFailure) return error
    throw error
  }
  throw new Error('it was read')
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW * 1000, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a webhook', () => {
  it.each(SECRETS)('is accepted with a signature by any of the secrets: %s', (secret) => {
    expect(read(signed(secret))).toMatchObject({ id: 'evt_1', says: { kind: 'nothing', reason: 'ping' } })
  })

  it.each([
    ['the oldest', -300],
    ['now', 0],
    ['the newest', 300],
  ])('is accepted if its time is %s allowed', (_what, seconds) => {
    expect(read(signed('whsec_new', NOW + seconds)).id).toBe('evt_1')
  })

  it.each<[string, string | undefined]>([
    ['no signature', undefined],
    ['an empty one', ''],
    ['words', 'signature'],
    ['another secret', signed('whsec_of_others')],
    ['another body', signed('whsec_new', NOW, '{}')],
    ['a time too far in the past', signed('whsec_new', NOW - 301)],
    ['a time too far in the future', signed('whsec_new', NOW + 301)],
    ['a later time than the signed one', signed().replace(`t=${NOW}`, `t=${NOW + 1}`)],
    ['no time', `v1=${v1Of(signed())}`],
    ['the time under another name', signed().replace('t=', 'not=')],
    ['a time that is not a number', signed().replace(`t=${NOW}`, 't=now')],
    ['no signature beside the time', `t=${NOW}`],
    ['a signature of another scheme', signed().replace('v1=', 'v0=')],
    ['an unsigned current time before a signed future one', `t=${NOW},${signed('whsec_new', NOW + 301)}`],
  ])('is refused with %s', (_what, header) => {
    expect(failure(() => read(header))).toMatchObject({
      ...{ kind: 'signature', message: 'No webhook secret matches the signature.' },
      cause: expect.any(Error),
    })
  })

  it('may contain its time and its signature in any order, among others', () => {
    const header = `v0=abc,v1=abc,v1=${v1Of(signed())},t=${NOW}`
    expect(read(header).id).toBe('evt_1')
  })

  it('is refused with a cause that describes the problem with its time', () => {
    expect(failure(() => read(signed('whsec_new', NOW + 301))).cause).toMatchObject({
      message: 'The signature’s time is in the future.',
    })
  })

  it('is refused without a secret, and without a signature check', () => {
    expect(failure(() => read(signed(), PAYLOAD, [])).kind).toBe('signature')
    const reader = createEventReader({ ...webhooks, signature: null }, SECRETS)
    expect(failure(() => reader(Buffer.from(PAYLOAD), signed())).kind).toBe('signature')
  })

  it.each(['{', '"evt_1"', '{"id":"evt_1"}', '{"id":"in_1","type":"x"}'])(
    'with a valid signature and the body %s is malformed',
    (payload) => {
      expect(failure(() => read(signed('whsec_old', NOW, payload), payload))).toMatchObject({
        ...{ kind: 'malformed', message: 'The signed body is not an event of Stripe.' },
        cause: expect.any(Error),
      })
    },
  )
})
