import { setImmediate } from 'node:timers/promises'
import { IdentityError } from '../errors.js'
import type { SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import { type Bell, createBell } from './bell.js'

export interface Watch {
  /**
   * Resolves to the user's record once its version is above `after` (below 0: at once), or as it is when `waitMs`
   * have passed, the client has disconnected or the server closes. Null if the user has no such session. Rejects if
   * the store is unreachable at the beginning or at the end; in between it keeps waiting.
   */
  hold(
    user: string,
    stripeId: string,
    after: number,
    waitMs: number,
    gone: AbortSignal,
  ): Promise<SessionRecord | null>
  /** The number of polls held right now. */
  readonly held: number
  /** Answers all held polls, and later ones at once. */
  close(): void
}

/** Number of polls woken at once. A larger batch of responses would delay all other requests. */
const WOKEN_AT_ONCE = 100
/** Delay before an unreachable store is read again if no change wakes the poll. */
const AGAIN_MS = 1_000

/**
 * Holds polls: subscribes, reads, and waits only if the read brought nothing new. All polls of one record share one
 * subscription, and one read each time they are woken. `onPoll` is called with each polled record and the length of
 * the wait.
 */
export function createWatch(store: Store, onPoll: (record: SessionRecord, waitMs: number) => void): Watch {
  let closed = false
  let held = 0
  const rooms = new Map<string, Room>()

  /** Enters the room that all polls of one record share. The subscription comes before any of their reads. */
  function enter(id: string, bell: Bell): Room {
    const room = rooms.get(id) ?? createRoom(id)
    rooms.set(id, room)
    room.bells.add(bell)
    held++
    return room
  }

  function createRoom(id: string): Room {
    const room: Room = { bells: new Set(), read: null, unwatch: () => {} }
    room.unwatch = store.watch(id, () => {
      room.read = null
      void ringAll([...room.bells])
    })
    return room
  }

  function leave(id: string, room: Room, bell: Bell): void {
    room.bells.delete(bell)
    held--
    if (room.bells.size > 0 || rooms.get(id) !== room) return
    rooms.delete(id)
    room.unwatch()
  }

  async function hold(
    user: string,
    stripeId: string,
    after: number,
    waitMs: number,
    gone: AbortSignal,
  ): Promise<SessionRecord | null> {
    const first = await store.owned(user, stripeId)
    if (first !== null && after >= 0) onPoll(first, waitMs)
    if (first === null || first.version > after || waitMs <= 0 || closed) return first
    const bell = createBell()
    const room = enter(first.id, bell)
    const timer = setTimeout(bell.finish, waitMs)
    let again: NodeJS.Timeout | undefined
    gone.addEventListener('abort', bell.finish)
    try {
      for (;;) {
        if (bell.over) return await store.owned(user, stripeId)
        const read = room.read ?? store.owned(user, stripeId)
        room.read = read
        const record = await read.catch((error: unknown) => {
          if (room.read === read) room.read = null
          if (!isAway(error)) throw error
          clearTimeout(again)
          again = setTimeout(bell.ring, AGAIN_MS)
          return first
        })
        if (record === null || record.version > after || gone.aborted) return record
        await bell.rung()
      }
    } finally {
      leave(first.id, room, bell)
      gone.removeEventListener('abort', bell.finish)
      clearTimeout(timer)
      clearTimeout(again)
    }
  }

  return {
    hold,
    get held() {
      return held
    },
    close() {
      closed = true
      for (const { bells } of rooms.values()) for (const bell of bells) bell.finish()
    },
  }
}

function isAway(error: unknown): boolean {
  return error instanceof IdentityError && error.code === 'store_unavailable'
}

interface Room {
  bells: Set<Bell>
  /** The read since the polls were last woken; null before the first one. */
  read: Promise<SessionRecord | null> | null
  unwatch: () => void
}

async function ringAll(bells: Bell[]): Promise<void> {
  for (const [index, bell] of bells.entries()) {
    if (index > 0 && index % WOKEN_AT_ONCE === 0) await setImmediate()
    bell.ring()
  }
}
