/** Stops a timer that has not run yet. A second call has no effect. */
export type Cancel = () => void

interface Timer {
  readonly time: number
  readonly run: () => void
}

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1

/**
 * The sandbox's clock: real time plus an offset, or a fixed time until it is moved. All durations in the sandbox
 * depend on it, so that moving it makes days pass at once.
 */
export class Clock {
  #offset = 0
  /** The fixed time while the clock is frozen; undefined while it runs. */
  #still: number | undefined
  #timers: Timer[] = []
  #handle: NodeJS.Timeout | undefined

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#still ?? Date.now() + this.#offset
  }

  get frozen(): boolean {
    return this.#still !== undefined
  }

  /** Stops the clock. Timers run only when it is moved. */
  freeze(): void {
    this.#still = this.now()
    clearTimeout(this.#handle)
  }

  /** Restarts the clock at its fixed time. */
  unfreeze(): void {
    if (this.#still === undefined) return
    const stood = this.#still
    this.#still = undefined
    this.set(stood)
  }

  /** Whole seconds since the epoch, as in Stripe's timestamps. */
  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  /** Moves the clock and runs all timers that fall due, each at its own time and in order. */
  advance(ms: number): void {
    const target = this.now() + ms
    for (let next = this.#timers[0]; next && next.time <= target; next = this.#timers[0]) {
      this.#timers.shift()
      if (next.time > this.now()) this.#set(next.time)
      next.run()
    }
    if (target > this.now()) this.#set(target)
    this.#arm()
  }

  /** Sets the clock to a time (milliseconds) without running timers. For a clock that has no timers yet. */
  set(time: number): void {
    this.#set(time)
    this.#arm()
  }

  /** Calls `run` when the clock reaches `time` (milliseconds), never before this call has returned. */
  at(time: number, run: () => void): Cancel {
    const timer: Timer = { time, run }
    const place = this.#timers.findLastIndex((earlier) => earlier.time <= time) + 1
    this.#timers.splice(place, 0, timer)
    if (place === 0) this.#arm()
    return () => {
      const left = this.#timers.indexOf(timer)
      if (left >= 0) this.#timers.splice(left, 1)
    }
  }

  /** Calls `run` when `ms` milliseconds of the clock have passed. */
  after(ms: number, run: () => void): Cancel {
    return this.at(this.now() + ms, run)
  }

  /** Removes every timer and returns to real time. */
  reset(): void {
    clearTimeout(this.#handle)
    this.#timers = []
    this.#offset = 0
    this.#still = undefined
  }

  #set(time: number): void {
    if (this.#still === undefined) this.#offset = time - Date.now()
    else this.#still = time
  }

  #arm(): void {
    clearTimeout(this.#handle)
    const next = this.#timers[0]
    if (!next || this.frozen) return
    const wait = Math.min(Math.max(0, next.time - this.now()), LONGEST_TIMEOUT_MS)
    this.#handle = setTimeout(() => this.advance(0), wait)
    this.#handle.unref()
  }
}
