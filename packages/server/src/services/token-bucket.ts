/** Allows `perSecond` acts a second on average and never more than `burst` at once. */
export interface TokenBucket {
  /** True, and one token less, where there is one that nobody waits for: people go before what can wait by itself. */
  take(): boolean
  /** How long whoever asks for a turn now would wait, in milliseconds. */
  waitMs(): number
  /** Resolves once a token is taken, in the order of asking. */
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

  /** Until one more act is allowed after all who wait already. */
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
