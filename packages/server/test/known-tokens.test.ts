import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createKnownTokens } from '../src/auth/known-tokens.js'

const NOW = 1_800_000_000_000
const NEVER = Number.MAX_SAFE_INTEGER

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a cached token', () => {
  it('is returned with its user, and no other token is', () => {
    const tokens = createKnownTokens()
    tokens.remember('token of ada', 'ada', NEVER)
    tokens.remember('token of bob', 'bob', NEVER)
    expect(tokens.userOf('token of ada')).toBe('ada')
    expect(tokens.userOf('token of bob')).toBe('bob')
    expect(tokens.userOf('token of ad')).toBeUndefined()
    expect(createKnownTokens().userOf('token of ada')).toBeUndefined()
  })

  it('is cached for half a minute, however often it is used', () => {
    const tokens = createKnownTokens()
    tokens.remember('token', 'ada', NEVER)
    vi.setSystemTime(NOW + 29_999)
    expect(tokens.userOf('token')).toBe('ada')
    vi.setSystemTime(NOW + 30_000)
    expect(tokens.userOf('token')).toBeUndefined()
    vi.setSystemTime(NOW)
    expect(tokens.userOf('token')).toBeUndefined()
  })

  it('is not cached beyond its expiry', () => {
    const tokens = createKnownTokens()
    tokens.remember('token', 'ada', NOW + 5_000)
    vi.setSystemTime(NOW + 4_999)
    expect(tokens.userOf('token')).toBe('ada')
    vi.setSystemTime(NOW + 5_000)
    expect(tokens.userOf('token')).toBeUndefined()
  })

  it('is evicted after ten thousand more recently used tokens', () => {
    const tokens = createKnownTokens()
    for (const name of ['first', 'second', 'third']) tokens.remember(name, name, NEVER)
    for (let index = 0; index < 9_997; index++) tokens.remember(`token ${index}`, 'ada', NEVER)
    expect(tokens.userOf('first')).toBe('first')
    tokens.remember('one more', 'ada', NEVER)
    expect(tokens.userOf('second')).toBeUndefined()
    expect([tokens.userOf('first'), tokens.userOf('third')]).toEqual(['first', 'third'])
    expect(tokens.userOf('one more')).toBe('ada')
  })
})
