import type { SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'

export interface Watch {
  /**
   * The user's record once its version is above `after` (below 0: at once), or as it is when `waitMs` is over, the request is gone or the
   * server closes. Null where the user has no such session.
   */
  hold(
    user: string,
    stripeId: string,
    after: number,
    waitMs: number,
    gone: AbortSignal,
  ): Promise<SessionRecord | null>
  /** How many are held right now. */
  readonly held: number
  /** Answers all who wait, and from then on at once. */
  close(): void
}

/**
 * Held polls: subscribe, read, and wait only if what was read is not news. `onPoll` hears of each record that somebody
 * waits for.
 */
export function createWatch(store: Store, onPoll: (record: SessionRecord) => void): Watch {
  const closing = new AbortController()
  const waiting = new Set<() => void>()

  async function hold(
    user: string,
    stripeId: string,
    after: number,
    waitMs: number,
    gone: AbortSignal,
  ): Promise<SessionRecord | null> {
    const first = await store.owned(user, stripeId)
    if (first !== null && after >= 0) onPoll(first)
    if (first === null || first.version > after || waitMs <= 0) return first
    const bell = createBell(waitMs, [gone, closing.signal])
    const unwatch = store.watch(first.id, bell.ring)
    waiting.add(bell.ring)
    try {
      for (;;) {
        const record = await store.owned(user, stripeId)
        if (record === null || record.version > after || bell.over) return record
        await bell.rung()
      }
    } finally {
      waiting.delete(bell.ring)
      unwatch()
      bell.end()
    }
  }

  return {
    hold,
    get held() {
      return waiting.size
    },
    close: () => closing.abort(),
  }
}

/** Rings when told to, when the time is over and when one of the signals fires; the last two also end it. */
function createBell(ms: number, signals: AbortSignal[]) {
  let rung = false
  let over = signals.some((signal) => signal.aborted)
  let listener: (() => void) | null = null
  const ring = () => {
    rung = true
    listener?.()
  }
  const finish = () => {
    over = true
    ring()
  }
  const timer = setTimeout(finish, ms)
  for (const signal of signals) signal.addEventListener('abort', finish)
  return {
    ring,
    get over() {
      return over
    },
    async rung(): Promise<void> {
      if (!rung && !over) await new Promise<void>((resolve) => (listener = resolve))
      rung = false
      listener = null
    },
    end() {
      clearTimeout(timer)
      for (const signal of signals) signal.removeEventListener('abort', finish)
    },
  }
}
