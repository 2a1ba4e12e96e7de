/** Allows `perSecond` calls per second on average and at most `burst` at once. */
export interface TokenBucket {
  /** Takes a token if one is available and no caller waits for a turn: requests of people precede background work. */
  take(): boolean
  /** The wait for a turn requested now, in milliseconds. */
  waitMs(): number
  /** Resolves when a token is taken, in the order of the calls. */
  turn(): Promise<void>
}

export function createTokenBucket(perSecond: number, burst: number): TokenBucket {
  let tokens = burst
  let at = performance.now()
  const waiting: (() => void)[] = []
  let serving = false

  function refill(): void {
    const now = performance.now()
    tokens = Math.min(burst, tokens + ((now - at) / 1000) * perSecond)
    at = now
  }

  function take(): boolean {
    refill()
    if (waiting.length > 0 || tokens < 1) return false
    tokens -= 1
    return true
  }

  /** The time until one more call is allowed after all waiting ones. */
  function waitMs(): number {
    refill()
    return Math.max(0, Math.ceil(((waiting.length + 1 - tokens) / perSecond) * 1000))
  }

  function serve(): void {
    serving = false
    refill()
    while (waiting.length > 0 && tokens >= 1) {
      tokens -= 1
      waiting.shift()?.()
    }
    schedule()
  }

  function schedule(): void {
    if (serving || waiting.length === 0) return
    serving = true
    setTimeout(serve, Math.ceil(((1 - tokens) / perSecond) * 1000))
  }

  return {
    take,
    waitMs,
    turn() {
      if (take()) return Promise.resolve()
      return new Promise((resolve) => {
        waiting.push(resolve)
        schedule()
      })
    },
  }
}
