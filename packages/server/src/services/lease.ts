import type { Store } from '../store/store.js'

/** A process that dies leaves its work to another one after this. */
const LEASE_MS = 10_000

export interface Lease {
  /** True once another instance may have it. */
  readonly lost: boolean
  /** Ends the renewals; the lease itself runs out by its time, or by `releaseLease`. */
  release(): void
}

/** The lease, renewed while its work goes on; null where another instance has it. It outlasts three rounds. */
export async function holdLease(
  store: Store,
  name: string,
  holder: string,
  roundMs: number,
): Promise<Lease | null> {
  const ttl = Math.max(roundMs * 3, LEASE_MS)
  let until = performance.now() + ttl
  if (!(await store.lease(name, holder, ttl))) return null
  let lost = false
  async function renew(): Promise<void> {
    const asked = performance.now()
    const isOurs = await store.lease(name, holder, ttl).catch(() => false)
    if (isOurs) until = asked + ttl
    else lost = true
  }
  const timer = setInterval(() => void renew(), ttl / 3)
  timer.unref()
  return {
    get lost() {
      return lost || performance.now() > until
    },
    release: () => clearInterval(timer),
  }
}

/** Lets another instance have it at once; where the store is away, by its time. */
export async function releaseLease(store: Store, name: string, holder: string): Promise<void> {
  await store.lease(name, holder, 0).catch(() => {})
}
