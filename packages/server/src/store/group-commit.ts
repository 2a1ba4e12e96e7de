import { setImmediate } from 'node:timers/promises'
import type { Store, StoreTransaction } from './store.js'

interface Member {
  work: (tx: StoreTransaction) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (reason: unknown) => void
}

/** More than this in one transaction, and the first of them waits too long for its answer. */
const MAX_MEMBERS = 32

/**
 * One commit for all who wait at the same time: what a commit costs is the disk's word that it is safe, and one word is
 * good for many. One group follows the other: two at once could each hold a row that the other one waits for. Nobody waits
 * for company but of those who came while earlier ones were written. Where a group fails
 * nothing of it is kept, and each of its members runs again by itself, so that none suffers for another.
 */
export function groupCommit(write: Store['write']): Store['writeTogether'] {
  const waiting: Member[] = []
  let running = false

  async function runAll(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      // A driver that blocks lets nobody in while it writes: who has come to the door meanwhile comes along.
      await setImmediate()
      await runGroup(waiting.splice(0, MAX_MEMBERS))
    }
    running = false
  }

  async function runGroup(group: Member[]): Promise<void> {
    let begun = false
    try {
      const values = await write(async (tx) => {
        begun = true
        const results: unknown[] = []
        for (const { work } of group) results.push(await work(tx))
        return results
      })
      for (const [index, { resolve }] of group.entries()) resolve(values[index])
    } catch (error) {
      // A transaction that could not even begin is nobody's own fault: who waits behind it has waited long enough.
      if (!begun) for (const { reject } of [...group, ...waiting.splice(0)]) reject(error)
      else if (group.length === 1) group[0]?.reject(error)
      else await Promise.all(group.map((member) => runGroup([member])))
    }
  }

  return <T>(work: (tx: StoreTransaction) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Member['resolve'], reject })
      if (!running) void runAll()
    })
}
