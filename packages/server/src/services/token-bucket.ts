/** Allows `perSecond` acts a second on average and never more than `burst` at once. */
export function createTokenBucket(perSecond: number, burst: number): { take(): boolean } {
  let tokens = burst
  let at = performance.now()
  return {
    take() {
      const now = performance.now()
      tokens = Math.min(burst, tokens + ((now - at) / 1000) * perSecond)
      at = now
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
