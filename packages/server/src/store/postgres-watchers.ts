import { setTimeout as delay } from 'node:timers/promises'

/** The interval at which watched records are read, in case a notification was lost. */
const BACKSTOP_MS = 3_000
/** Number of watchers woken at once, since each of them reads. */
const WOKEN_AT_ONCE = 200
const BETWEEN_MS = 50

export interface Watchers {
  watch(id: string, wake: () => void): () => void
  wake(ids: readonly string[]): void
  /** Wakes all watchers, spread over some time if there are many. */
  wakeAll(): void
  close(): void
}

/** The watchers of records in this process, with one query for all of them. */
export function createWatchers(
  revisions: (ids: readonly string[]) => Promise<{ id: string; revision: number }[]>,
): Watchers {
  const bells = new Map<string, Set<() => void>>()
  let seen = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  function ring(id: string): void {
    for (const wake of bells.get(id) ?? []) wake()
  }

  async function wakeSome(ids: readonly string[]): Promise<void> {
    for (const [index, id] of ids.entries()) {
      if (index > 0 && index % WOKEN_AT_ONCE === 0) await delay(BETWEEN_MS, undefined, { ref: false })
      ring(id)
    }
  }

  /** Wakes the watchers of records that changed since the last read, and of newly watched ones once. */
  async function look(): Promise<void> {
    if (bells.size > 0) {
      // An unreachable database wakes no watcher; all are woken when it is back.
      const rows = await revisions([...bells.keys()]).catch(() => null)
      if (rows !== null) {
        const moved = rows.filter(({ id, revision }) => seen.get(id) !== revision)
        seen = new Map(rows.map(({ id, revision }) => [id, revision]))
        await wakeSome(moved.map(({ id }) => id))
      }
    }
    timer = undefined
    if (bells.size > 0) schedule()
  }

  function schedule(): void {
    if (closed || timer !== undefined) return
    timer = setTimeout(() => void look(), BACKSTOP_MS)
  }

  return {
    watch(id, wake) {
      // Wrapped, so that two subscriptions with the same function stay separate.
      const bell = () => wake()
      const waiting = bells.get(id) ?? new Set()
      bells.set(id, waiting.add(bell))
      schedule()
      return () => {
        waiting.delete(bell)
        if (waiting.size === 0 && bells.get(id) === waiting) bells.delete(id)
      }
    },
    wake(ids) {
      for (const id of ids) ring(id)
    },
    wakeAll: () => void wakeSome([...bells.keys()]),
    close() {
      closed = true
      clearTimeout(timer)
      bells.clear()
    },
  }
}
