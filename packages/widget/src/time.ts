/** Settles like the promise, or rejects if the signal aborts or `ms` pass first. Leaves no timer or listener behind. */
export function settled<T>(promise: Promise<T>, signal: AbortSignal, ms?: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
    const stop = () => {
      leave()
      reject(new Error(signal.aborted ? 'aborted' : 'timeout'))
    }
    const timer = ms === undefined ? undefined : setTimeout(stop, ms)
    signal.addEventListener('abort', stop)
    promise.then(resolve, reject).finally(leave)
    if (signal.aborted) stop()
  })
}

/** Resolves after `ms`, or as soon as the signal aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return settled(new Promise<void>(() => {}), signal, ms).catch(() => {})
}

/** The pause after a failed try that followed `pause` milliseconds: 1 s, then 1.5 times the last, at most 15 s. */
export function backOff(pause: number): number {
  return Math.min(pause * 1.5 || 1000, 15_000)
}
