import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTokenBucket } from '../src/services/token-bucket.js'

describe('the token bucket', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  it('grants its burst at once, then one request after another in order', async () => {
    const bucket = createTokenBucket(5, 2)
    const got: number[] = []
    for (let asked = 0; asked < 5; asked++) void bucket.turn().then(() => got.push(asked))
    await vi.advanceTimersByTimeAsync(0)
    expect(got).toEqual([0, 1])
    await vi.advanceTimersByTimeAsync(201)
    expect(got).toEqual([0, 1, 2])
    await vi.advanceTimersByTimeAsync(402)
    expect(got).toEqual([0, 1, 2, 3, 4])
  })

  it('lets no request overtake a waiting one', async () => {
    const bucket = createTokenBucket(5, 1)
    expect(bucket.take()).toBe(true)
    const turn = bucket.turn()
    await vi.advanceTimersByTimeAsync(150)
    expect(bucket.take()).toBe(false)
    await vi.advanceTimersByTimeAsync(51)
    await turn
    expect(bucket.take()).toBe(false)
    await vi.advanceTimersByTimeAsync(201)
    expect(bucket.take()).toBe(true)
  })

  it('returns the wait for the next request', async () => {
    const bucket = createTokenBucket(5, 5)
    expect(bucket.waitMs()).toBe(0)
    for (let asked = 0; asked < 10; asked++) void bucket.turn()
    expect(bucket.waitMs()).toBe(1_200)
    await vi.advanceTimersByTimeAsync(1_201)
    expect(bucket.waitMs()).toBe(0)
  })
})
