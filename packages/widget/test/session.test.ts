import { describe, expect, it } from 'vitest'
import { firstState } from '../src/first-state.js'
import { viewOf } from '../src/session.js'
import { sessionView } from '../src/testing.js'

const BAD = expect.objectContaining({ code: 'bad_response' })

describe('the view of a session', () => {
  it('has the known fields, and null for those that an answer leaves out', () => {
    const { last_error: _, redaction: __, attempts_left: ___, ...rest } = sessionView()
    expect(viewOf({ ...rest, client_secret: 'x' })).toEqual(sessionView())
    const full = sessionView({
      ...{ last_error: { code: 'abandoned', reason: null }, attempts_left: 0 },
      ...{ redaction: { status: 'processing' }, version: 0 },
    })
    expect(viewOf(full)).toEqual(full)
  })

  it.each([
    null,
    {},
    sessionView({ id: 'pi_1' }),
    sessionView({ status: '' as 'verified' }),
    sessionView({ version: -1 }),
    { ...sessionView(), version: undefined },
  ])('is refused for %j', (json) => {
    expect(() => viewOf(json)).toThrow(BAD)
  })
})

describe('the state that a first answer shows', () => {
  it('is the standing of its session', () => {
    const session = sessionView({ status: 'verified' })
    expect(firstState(session)).toEqual({ session, state: 'verified' })
  })

  it('is left to a store while the session is being processed, or invalid', () => {
    let thrown: unknown
    try {
      firstState(sessionView({ status: 'processing' }))
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBe('processing')
    expect(() => firstState({})).toThrow(BAD)
  })
})
