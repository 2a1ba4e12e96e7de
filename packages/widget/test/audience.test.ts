import { describe, expect, it } from 'vitest'
import { createAudience, forgetNewcomers } from '../src/audience.js'
import type { Participant } from '../src/core.js'
import { VerificationError } from '../src/errors.js'
import { INITIAL } from '../src/snapshot.js'
import { sessionView } from '../src/testing.js'

type Told = { who: string; type: string; detail: unknown }

function setup() {
  const audience = createAudience<Participant>()
  const told: Told[] = []
  const participant = (who: string, onEvent: (type: string) => void = () => {}): Participant => ({
    options: {},
    changed: () => void told.push({ who, type: 'changed', detail: undefined }),
    fire(type, detail) {
      told.push({ who, type, detail })
      onEvent(type)
      return true
    },
  })
  /** Each event as "participant: type". */
  const lines = () => told.splice(0).map(({ who, type }) => `${who}: ${type}`)
  return { audience, told, participant, lines }
}

const session = sessionView({ status: 'verified' })
const VERIFIED = { ...INITIAL, state: 'verified', session } as const
const IDLE = { ...INITIAL, pending: false }

describe('a state change', () => {
  it('updates all participants before their events are dispatched', () => {
    const { audience, participant, lines } = setup()
    for (const who of ['ada', 'bob']) audience.members.set(participant(who), false)
    audience.tell('processing', VERIFIED)
    expect(lines()).toEqual([
      'ada: changed',
      'bob: changed',
      'ada: identity-status',
      'ada: identity-verified',
      'bob: identity-status',
      'bob: identity-verified',
    ])
  })

  it('dispatches identity-status with both states and the session, and then identity-verified', () => {
    const { audience, told, participant } = setup()
    audience.members.set(participant('ada'), false)
    audience.tell('processing', VERIFIED)
    const detail = { state: 'verified', previous: 'processing', session, initial: false }
    expect(told.slice(1)).toEqual([
      { who: 'ada', type: 'identity-status', detail },
      { who: 'ada', type: 'identity-verified', detail },
    ])
  })

  it('dispatches no event if the state is unchanged', () => {
    const { audience, participant, lines } = setup()
    audience.members.set(participant('ada'), false)
    audience.tell('verified', VERIFIED)
    audience.tell('idle', IDLE)
    expect(lines()).toEqual(['ada: changed', 'ada: changed'])
  })

  it('made by an event handler is dispatched after the first one has reached all participants', () => {
    const { audience, participant, lines } = setup()
    const first = participant('ada', (type) => {
      if (type === 'identity-verified') audience.tell('verified', { ...INITIAL, state: 'canceled' })
    })
    audience.members.set(first, false)
    audience.members.set(participant('bob'), false)
    audience.tell('processing', VERIFIED)
    expect(lines()).toEqual([
      'ada: changed',
      'bob: changed',
      'ada: identity-status',
      'ada: identity-verified',
      'ada: changed',
      'bob: changed',
      'bob: identity-status',
      'bob: identity-verified',
      'ada: identity-status',
      'bob: identity-status',
    ])
    audience.tell('canceled', IDLE)
    expect(lines()).toEqual(['ada: changed', 'bob: changed', 'ada: identity-status', 'bob: identity-status'])
  })

  it('reaches only participants present when it was made, even if a handler adds one', () => {
    const { audience, participant, lines } = setup()
    audience.members.set(
      participant('ada', () => audience.members.set(participant('bob'), false)),
      false,
    )
    audience.tell('idle', { ...INITIAL, state: 'starting' })
    audience.report(new VerificationError('server_error'))
    expect(lines().slice(0, 3)).toEqual(['ada: changed', 'ada: identity-status', 'ada: identity-error'])
  })
})

describe('a participant without a first answer', () => {
  it('gets the first answer as initial, even without a change of state, and later changes as not initial', () => {
    const { audience, told, participant } = setup()
    const ada = participant('ada')
    audience.members.set(ada, true)
    expect(audience.members.get(ada)).toBe(true)
    audience.tell('idle', IDLE)
    expect(audience.members.get(ada)).toBe(false)
    audience.tell('idle', IDLE)
    audience.tell('idle', { ...INITIAL, state: 'starting' })
    expect(told.filter(({ type }) => type === 'identity-status').map(({ detail }) => detail)).toEqual([
      { state: 'idle', previous: 'idle', session: null, initial: true },
      { state: 'starting', previous: 'idle', session: null, initial: false },
    ])
  })

  it('is still waiting for it after an error, which it gets once', () => {
    const { audience, told, participant } = setup()
    const ada = participant('ada')
    audience.members.set(ada, true)
    const failed = { ...INITIAL, state: 'error', error: new VerificationError('server_error') } as const
    audience.tell('idle', failed)
    audience.tell('error', failed)
    expect(audience.members.get(ada)).toBe(true)
    audience.tell('error', IDLE)
    expect(told.filter(({ type }) => type === 'identity-status').map(({ detail }) => detail)).toEqual([
      { state: 'error', previous: 'idle', session: null, initial: true },
      { state: 'idle', previous: 'error', session: null, initial: true },
    ])
  })

  it('gets the known state once', () => {
    const { audience, told, participant } = setup()
    const [ada, bob] = [participant('ada'), participant('bob')]
    audience.members.set(ada, true)
    audience.members.set(bob, false)
    for (const one of [ada, bob, ada]) audience.greet(one, VERIFIED)
    const detail = { state: 'verified', previous: 'idle', session, initial: true }
    expect(told).toEqual([
      { who: 'ada', type: 'identity-status', detail },
      { who: 'ada', type: 'identity-verified', detail },
    ])
  })

  it('is no longer waiting after a change made by the page itself', () => {
    const { audience, participant, lines } = setup()
    const ada = participant('ada')
    audience.members.set(ada, true)
    forgetNewcomers(audience.members)
    expect(audience.members.get(ada)).toBe(false)
    audience.greet(ada, VERIFIED)
    audience.tell('idle', IDLE)
    expect(lines()).toEqual(['ada: changed'])
  })
})

describe('a participant that left', () => {
  it('gets no events, and can rejoin', () => {
    const { audience, participant, lines } = setup()
    const [ada, bob] = [participant('ada'), participant('bob')]
    audience.members.set(ada, true)
    audience.members.set(bob, true)
    expect(audience.members.size).toBe(2)
    audience.members.delete(ada)
    expect([audience.members.size, audience.members.has(ada)]).toEqual([1, false])
    audience.tell('idle', IDLE)
    audience.report(new VerificationError('server_error'))
    expect(lines()).toEqual(['bob: changed', 'bob: identity-status', 'bob: identity-error'])
    audience.members.set(ada, false)
    expect(audience.members.get(ada)).toBe(false)
  })
})

describe('an error', () => {
  it('is dispatched to all participants, after pending changes', () => {
    const { audience, told, participant } = setup()
    const first = participant('ada', (type) => {
      if (type === 'identity-status') audience.report(new VerificationError('server_error', 'why'))
    })
    audience.members.set(first, false)
    audience.members.set(participant('bob'), false)
    audience.tell('idle', { ...INITIAL, state: 'starting' })
    const detail = { code: 'server_error', cause: 'why' }
    expect(told.slice(3)).toMatchObject([
      { who: 'bob', type: 'identity-status' },
      { who: 'ada', type: 'identity-error', detail },
      { who: 'bob', type: 'identity-error', detail },
    ])
  })

  it('of a single participant is dispatched only there', () => {
    const { audience, participant, lines } = setup()
    const [ada, bob] = [participant('ada'), participant('bob')]
    audience.members.set(ada, false)
    audience.members.set(bob, false)
    audience.report(new VerificationError('server_error'), [bob])
    expect(lines()).toEqual(['bob: identity-error'])
  })
})
