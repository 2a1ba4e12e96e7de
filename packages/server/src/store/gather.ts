import { setImmediate } from 'node:timers/promises'
import type { Store, StoreTransaction } from './store.js'

/** A delivery that waits to be written. */
export interface Member {
  stripeId: string
  work: (tx: StoreTransaction) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (reason: unknown) => void
}

/**
 * Writes a group and settles its members. Never rejects. `takeWaiting` removes and returns the members of later
 * groups, for a failure that concerns them as well.
 */
export type WriteGroup = (group: Member[], takeWaiting: () => Member[]) => Promise<void>

/** Maximum size of a group. With more members the first would wait too long for its result. */
const MAX_MEMBERS = 32

/**
 * Gathers concurrent deliveries into groups, of which one is written at a time. A delivery joins those that arrived
 * while an earlier group was being written, and never waits for later ones. Two deliveries of the same session are
 * never in one group.
 */
export function gather(writeGroup: WriteGroup): Store['writeTogether'] {
  let waiting: Member[] = []
  let running = false

  function takeWaiting(): Member[] {
    const taken = waiting
    waiting = []
    return taken
  }

  function nextGroup(): Member[] {
    const group = new Map<string, Member>()
    for (const member of takeWaiting()) {
      if (group.size < MAX_MEMBERS && !group.has(member.stripeId)) group.set(member.stripeId, member)
      else waiting.push(member)
    }
    return [...group.values()]
  }

  async function runAll(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      // In this turn of the event loop, requests that have already arrived join the group.
      await setImmediate()
      await writeGroup(nextGroup(), takeWaiting)
    }
    running = false
  }

  return <T>(stripeId: string, work: (tx: StoreTransaction) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ stripeId, work, resolve: resolve as Member['resolve'], reject })
      if (!running) void runAll()
    })
}
