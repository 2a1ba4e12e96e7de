/** Stops a timer that has not run yet; calling it again does nothing. */
export type Cancel = () => void

interface Timer {
  readonly time: number
  readonly run: () => void
}

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1

/**
 * The sandbox's clock: real time plus an offset, or a time that stands still until it is moved.
 * Everything that takes time in the sandbox hangs on it, so that moving it makes days pass at once.
 */
export class Clock {
  #offset = 0
  /** The time at which it stands still; undefined while it runs. */
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

  /** Stands still from now on: nothing falls due until it is moved. */
  freeze(): void {
    this.#still = this.now()
    clearTimeout(this.#handle)
  }

  /** Runs on from the time at which it stood. */
  unfreeze(): void {
    if (this.#still === undefined) return
    const stood = this.#still
    this.#still = undefined
    this.set(stood)
  }

  /** Whole seconds since the epoch, as Stripe stamps its objects. */
  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  /** Moves the clock and runs what falls due on the way, each timer at its own time and in its order. */
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

  /** Sets the clock to a time (milliseconds) without anything falling due: for a clock that nothing hangs on yet. */
  set(time: number): void {
    this.#set(time)
    this.#arm()
  }

  /** Runs `run` when the clock reaches `time` (milliseconds), never before this call has returned. */
  at(time: number, run: () => void): Cancel {
    const timer: Timer = { time, run }
    let low = 0
    let high = this.#timers.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#timers[middle]!.time <= time) low = middle + 1
      else high = middle
    }
    this.#timers.splice(low, 0, timer)
    if (low === 0) this.#arm()
    return () => {
      const place = this.#timers.indexOf(timer)
      if (place >= 0) this.#timers.splice(place, 1)
    }
  }

  /** Runs `run` when `ms` milliseconds of the clock have passed. */
  after(ms: number, run: () => void): Cancel {
    return this.at(this.now() + ms, run)
  }

  /** Forgets every timer and goes back to real time. */
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
