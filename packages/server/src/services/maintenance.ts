import { setTimeout as delay } from 'node:timers/promises'
import type { Store } from '../store/store.js'
import type { Batches } from './batches.js'
import type { Effects } from './effects.js'
import type { Reconciler } from './reconcile.js'

/** The counts of one run. */
export interface Maintained {
  /** Status changes delivered to the host. */
  told: number
  /** Rounds of the reconciler; 0 if another process does them. */
  rounds: number
  /** True if due work did not fit into the time, so that another call is needed. */
  more: boolean
}

/** Does the work of the timers until nothing is due or `budgetMs` have passed. */
export type Maintain = (budgetMs: number) => Promise<Maintained>

/** Time after which an empty token bucket has a token again. */
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
      // Work that another process is doing does not count.
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
      // Work in progress at the deadline continues if the platform allows it, and is repeated otherwise.
      await Promise.race([work(done, Date.now() + budgetMs), delay(budgetMs, undefined, over)])
      return { ...done }
    } finally {
      over.abort()
    }
  }
}
