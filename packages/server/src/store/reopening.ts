import { setTimeout as delay } from 'node:timers/promises'
import type { Store } from './store.js'
import { StoreError } from './store-error.js'

/**
 * The time for which a caller waits for the store to open. Opening itself continues, since another instance may be
 * migrating the schema.
 */
const PATIENCE_MS = 5_000
/** Minimum time between attempts to reopen a broken database; each is triggered by a caller. */
const RETRY_MS = 500

interface Subscription {
  id: string
  wake: () => void
  end: () => void
}

/**
 * A store that opens on first use, and again after a failure: an unreachable database at start leads to 503 until it
 * is available. A store that breaks while open is reopened once the database works; until then reads that still
 * succeed are served. `open` receives whether the database was open before.
 */
export function reopening(open: (again: boolean) => Promise<Store>): Store {
  const subscriptions = new Set<Subscription>()
  let opening: Promise<Store> | undefined
  let current: Store | undefined
  let broken = false
  let triedAt = 0
  let closed = false

  async function store(): Promise<Store> {
    if (closed) throw new StoreError(new Error('The store is closed.'))
    const rests = broken && Date.now() - triedAt < RETRY_MS
    if (current !== undefined && (!broken || rests)) return current
    opening ??= begin()
    const answered = new AbortController()
    const late = delay(PATIENCE_MS, undefined, { signal: answered.signal }).then(() => {
      throw new StoreError(new Error('The store is still opening.'))
    })
    return Promise.race([opening, late]).finally(() => answered.abort())
  }

  async function begin(): Promise<Store> {
    try {
      return await replace(await open(current !== undefined))
    } catch (error) {
      if (current === undefined) throw error
      return current
    } finally {
      triedAt = Date.now()
      opening = undefined
    }
  }

  async function replace(fresh: Store): Promise<Store> {
    const old = current
    current = fresh
    broken = false
    for (const subscription of subscriptions) {
      subscription.end()
      subscription.end = fresh.watch(subscription.id, subscription.wake)
      subscription.wake()
    }
    await old?.close().catch(() => {})
    return fresh
  }

  async function use<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const used = await store()
    try {
      return await work(used)
    } catch (error) {
      if (error instanceof StoreError && error.broken && used === current) broken = true
      throw error
    }
  }

  return {
    write: (work) => use((at) => at.write(work)),
    writeTogether: (stripeId, work) => use((at) => at.writeTogether(stripeId, work)),
    newest: (user) => use((at) => at.newest(user)),
    owned: (user, stripeId) => use((at) => at.owned(user, stripeId)),
    allOf: (user) => use((at) => at.allOf(user)),
    byStripeId: (stripeId) => use((at) => at.byStripeId(stripeId)),
    history: (id) => use((at) => at.history(id)),
    summary: (since) => use((at) => at.summary(since)),
    search: (search) => use((at) => at.search(search)),
    allBeside: (record) => use((at) => at.allBeside(record)),
    allFound: (stripeIds) => use((at) => at.allFound(stripeIds)),
    enqueueActs: (...acts) => use((at) => at.enqueueActs(...acts)),
    claimActs: (limit, leaseMs) => use((at) => at.claimActs(limit, leaseMs)),
    endAct: (act, code) => use((at) => at.endAct(act, code)),
    delayAct: (act, code, retryInMs) => use((at) => at.delayAct(act, code, retryInMs)),
    actsOf: (batch) => use((at) => at.actsOf(batch)),
    deliveries: (ids) => use((at) => at.deliveries(ids)),
    funnel: (from, until) => use((at) => at.funnel(from, until)),
    claimEffects: (sink, limit, leaseMs) => use((at) => at.claimEffects(sink, limit, leaseMs)),
    finishEffect: (effect) => use((at) => at.finishEffect(effect)),
    failEffect: (effect, retryInMs) => use((at) => at.failEffect(effect, retryInMs)),
    byId: (id) => use((at) => at.byId(id)),
    urgent: (now, limit) => use((at) => at.urgent(now, limit)),
    due: (now, limit) => use((at) => at.due(now, limit)),
    watched: (now, limit) => use((at) => at.watched(now, limit)),
    lease: (name, holder, ttlMs) => use((at) => at.lease(name, holder, ttlMs)),
    lastSignedAt: () => use((at) => at.lastSignedAt()),
    getSetting: (name) => use((at) => at.getSetting(name)),
    ping: () => use((at) => at.ping()),
    now: () => current?.now() ?? Date.now(),
    watch(id, wake) {
      // A record is read before it is watched, so the store is open here.
      const subscription = { id, wake, end: current?.watch(id, wake) ?? (() => {}) }
      subscriptions.add(subscription)
      return () => {
        subscriptions.delete(subscription)
        subscription.end()
      }
    },
    async close() {
      closed = true
      await opening?.catch(() => {})
      await current?.close()
    },
  }
}
