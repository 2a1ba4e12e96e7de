import type { Store } from '../store/store.js'

/** Minimum time after which another instance takes over the work of a dead process. */
const LEASE_MS = 10_000

export interface Lease {
  /** True as soon as another instance may hold the lease. */
  readonly lost: boolean
  /** Ends the renewals. The lease itself expires, or ends by `releaseLease`. */
  release(): void
}

/** Acquires a lease that lasts three rounds and renews it until its release; null if another instance holds it. */
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

/** Ends the lease at once for the next instance. If the store is unreachable, the lease expires. */
export async function releaseLease(store: Store, name: string, holder: string): Promise<void> {
  await store.lease(name, holder, 0).catch(() => {})
}
