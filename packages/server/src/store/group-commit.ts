import { gather, type Member } from './gather.js'
import type { Store } from './store.js'

/**
 * Writes a group of deliveries in one transaction: the cost of a commit is the disk flush, and one flush serves many
 * deliveries. If a group fails, nothing of it is kept and each member runs again alone, so that a failure affects only
 * its own member.
 */
export function groupCommit(write: Store['write']): Store['writeTogether'] {
  async function writeGroup(group: Member[], takeWaiting: () => Member[]): Promise<void> {
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
      // A transaction that could not begin is no member's fault. The waiting members fail as well, instead of each
      // waiting again.
      if (!begun) for (const { reject } of [...group, ...takeWaiting()]) reject(error)
      else if (group.length === 1) group[0]?.reject(error)
      else await Promise.all(group.map((member) => writeGroup([member], takeWaiting)))
    }
  }
  return gather(writeGroup)
}
