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
  let closed = false
  const bells = new Set<Bell>()

  async function hold(
    user: string,
    stripeId: string,
    after: number,
    waitMs: number,
    gone: AbortSignal,
  ): Promise<SessionRecord | null> {
    const first = await store.owned(user, stripeId)
    if (first !== null && after >= 0) onPoll(first)
    if (first === null || first.version > after || waitMs <= 0 || closed) return first
    const bell = createBell()
    const unwatch = store.watch(first.id, bell.ring)
    const timer = setTimeout(bell.finish, waitMs)
    gone.addEventListener('abort', bell.finish)
    bells.add(bell)
    try {
      for (;;) {
        const record = await store.owned(user, stripeId)
        if (record === null || record.version > after || bell.over || gone.aborted) return record
        await bell.rung()
      }
    } finally {
      bells.delete(bell)
      gone.removeEventListener('abort', bell.finish)
      clearTimeout(timer)
      unwatch()
    }
  }

  return {
    hold,
    get held() {
      return bells.size
    },
    close() {
      closed = true
      for (const bell of bells) bell.finish()
    },
  }
}

interface Bell {
  ring(): void
  /** Rings for the last time. */
  finish(): void
  readonly over: boolean
  /** Resolves at the next ring, or at once if one came since the last call. */
  rung(): Promise<void>
}

function createBell(): Bell {
  let rung = false
  let over = false
  let listener: (() => void) | null = null
  const ring = () => {
    rung = true
    listener?.()
  }
  return {
    ring,
    finish() {
      over = true
      ring()
    },
    get over() {
      return over
    },
    async rung() {
      if (!rung) {
        await new Promise<void>((resolve) => {
          listener = resolve
        })
      }
      rung = false
      listener = null
    },
  }
}
