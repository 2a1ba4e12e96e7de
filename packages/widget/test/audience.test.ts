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
  /** Each event as "who: type". */
  const lines = () => told.splice(0).map(({ who, type }) => `${who}: ${type}`)
  return { audience, told, participant, lines }
}

const session = sessionView({ status: 'verified' })
const VERIFIED = { ...INITIAL, state: 'verified', session } as const
const IDLE = { ...INITIAL, pending: false }

describe('a change', () => {
  it('reaches all before the events of any', () => {
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

  it('names both states and the session, and "verified" has a name of its own', () => {
    const { audience, told, participant } = setup()
    audience.members.set(participant('ada'), false)
    audience.tell('processing', VERIFIED)
    const detail = { state: 'verified', previous: 'processing', session, initial: false }
    expect(told.slice(1)).toEqual([
      { who: 'ada', type: 'identity-status', detail },
      { who: 'ada', type: 'identity-verified', detail },
    ])
  })

  it('of anything but the state fires no event', () => {
    const { audience, participant, lines } = setup()
    audience.members.set(participant('ada'), false)
    audience.tell('verified', VERIFIED)
    audience.tell('idle', IDLE)
    expect(lines()).toEqual(['ada: changed', 'ada: changed'])
  })

  it('by a handler waits until the first has reached all', () => {
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

  it('reaches those who were there when it was made, also where a handler adds one', () => {
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

describe('a newcomer', () => {
  it('is told the first answer as such, even where it changes nothing, and only that', () => {
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

  it('stays one after an error, of which it is told once', () => {
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

  it('is greeted with what is known, once', () => {
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

  it('is one no longer where the page made a change of its own', () => {
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

describe('one who left', () => {
  it('is told nothing, and comes back like any other', () => {
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
  it('reaches all, after the changes that wait', () => {
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

  it('that concerns one reaches only that one', () => {
    const { audience, participant, lines } = setup()
    const [ada, bob] = [participant('ada'), participant('bob')]
    audience.members.set(ada, false)
    audience.members.set(bob, false)
    audience.report(new VerificationError('server_error'), [bob])
    expect(lines()).toEqual(['bob: identity-error'])
  })
})
