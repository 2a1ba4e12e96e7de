import { setImmediate } from 'node:timers/promises'
import type { Store, StoreTransaction } from './store.js'

interface Member {
  work: (tx: StoreTransaction) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (reason: unknown) => void
}

/** Maximum size of a group. With more members the first would wait too long for its result. */
const MAX_MEMBERS = 32

/**
 * Combines concurrent writes into one commit: the cost of a commit is the disk flush, and one flush serves many
 * writes. A write joins only those that arrived while an earlier group was being written, and never waits for others.
 * If a group fails, nothing of it is kept and each member runs again alone, so that a failure affects only its own
 * member.
 */
export function groupCommit(write: Store['write']): Store['writeTogether'] {
  const waiting: Member[] = []
  let running = false

  async function runAll(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      // A blocking driver stops the event loop during a write. This turn lets writes that arrived meanwhile join the
      // group.
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
      // A transaction that could not begin is no member's fault. The waiting writes fail as well, instead of each
      // waiting again.
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
