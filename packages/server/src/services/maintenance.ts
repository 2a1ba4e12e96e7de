import { setTimeout as delay } from 'node:timers/promises'
import type { Store } from '../store/store.js'
import type { Batches } from './batches.js'
import type { Effects } from './effects.js'
import type { Reconciler } from './reconcile.js'

/** What one run did, in counts. */
export interface Maintained {
  /** Changes of a status that the host was told of. */
  told: number
  /** Rounds of the reconciler; 0 where another process does them. */
  rounds: number
  /** True where something was due that did not fit into the time: call again. */
  more: boolean
}

/** Does what timers do elsewhere, until nothing is due or `budgetMs` are over. */
export type Maintain = (budgetMs: number) => Promise<Maintained>

/** Where the bucket of calls is empty, it has something again after this. */
const PAUSE_MS = 250

export function createMaintenance(
  store: Store,
  reconciler: Reconciler,
  effects: Effects,
  batches: Batches,
): Maintain {
  const isDue = async () => {
    const now = store.now()
    const found = await Promise.all([store.urgent(now, 1), store.due(now, 1)])
    return found.flat().length > 0
  }
  async function work(done: Maintained, deadline: number): Promise<void> {
    for (;;) {
      const { tried, told } = await effects.tellDue()
      const acted = await batches.workDue()
      done.told += told
      const turn = await reconciler.round()
      if (turn === 'ok') done.rounds++
      // What another process has in hand is no business of this one.
      const due = turn === 'ok' && (await isDue())
      done.more = due || tried > 0 || acted > 0
      if (!done.more || Date.now() + PAUSE_MS >= deadline) return
      if (due) await delay(PAUSE_MS)
    }
  }
  return async (budgetMs) => {
    const done = { told: 0, rounds: 0, more: true }
    const over = new AbortController()
    try {
      // What is under way when the time is over goes on where the platform lets it; where not, it is done again.
      await Promise.race([work(done, Date.now() + budgetMs), delay(budgetMs, undefined, over)])
      return { ...done }
    } finally {
      over.abort()
    }
  }
}
