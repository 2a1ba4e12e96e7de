import { describe, expect, it } from 'vitest'
import { groupCommit } from '../../src/store/group-commit.js'
import type { Store, StoreTransaction } from '../../src/store/store.js'
import { gate } from '../support/gate.js'

/** A store whose transactions are lists of their operations; a failed one leaves nothing. */
function ledger() {
  const commits: string[][] = []
  let holdUp: Promise<void> = Promise.resolve()
  let away = false
  const write: Store['write'] = async (work) => {
    if (away) throw new Error('away')
    const done: string[] = []
    const value = await work({ erase: async (id: string) => void done.push(id) } as StoreTransaction)
    await holdUp
    commits.push(done)
    return value
  }
  return {
    commits,
    together: groupCommit(write),
    hold: (until: Promise<void>) => {
      holdUp = until
    },
    goAway: () => {
      away = true
    },
  }
}

describe('group commit', () => {
  /** The session and the work of a delivery that notes its name. */
  const noted = (name: string) =>
    [
      `vs_${name}`,
      async (tx: StoreTransaction) => {
        await tx.erase(name)
        return name
      },
    ] as const

  it('runs waiting writes in one transaction, each with its own result', async () => {
    const { commits, together, hold } = ledger()
    const { open, opened } = gate()
    hold(opened)
    const first = together(...noted('a1'))
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    const rest = [together(...noted('c1')), together(...noted('b1')), together(...noted('c2'))]
    open()
    expect(await Promise.all([first, ...rest])).toEqual(['a1', 'c1', 'b1', 'c2'])
    expect(commits).toEqual([['a1'], ['c1', 'b1', 'c2']])
  })

  it('writes deliveries of one session one after the other', async () => {
    const { commits, together } = ledger()
    const [, second] = noted('a2')
    await Promise.all([together(...noted('a1')), together('vs_a1', second), together(...noted('b1'))])
    expect(commits).toEqual([['a1', 'b1'], ['a2']])
  })

  it('isolates writes from another one that fails', async () => {
    const { commits, together } = ledger()
    const failing = together('vs_b1', async (tx) => {
      await tx.erase('b1')
      throw new Error('poison')
    })
    const results = await Promise.allSettled([together(...noted('a1')), failing, together(...noted('c1'))])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(commits.flat().toSorted()).toEqual(['a1', 'c1'])
  })

  it('rejects all waiting writes if no transaction can begin, and recovers afterwards', async () => {
    const { together, goAway } = ledger()
    goAway()
    const results = await Promise.allSettled([together(...noted('a1')), together(...noted('b1'))])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(together(...noted('c1'))).rejects.toThrow('away')
  })
})
