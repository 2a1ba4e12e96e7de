import type { Store } from './store.js'
import { StoreError } from './store-error.js'

/**
 * A store that opens when first used, and again after a failed opening: a database that is away at start is no reason
 * to die, only to answer 503 until it is there.
 */
export function reopening(open: () => Promise<Store>): Store {
  let opening: Promise<Store> | undefined
  let opened: Store | undefined
  let closed = false

  async function store(): Promise<Store> {
    if (closed) throw new StoreError(new Error('The store is closed.'))
    opening ??= open().then(
      (result) => {
        opened = result
        return result
      },
      (error: unknown) => {
        opening = undefined
        throw error
      },
    )
    return opening
  }

  return {
    write: async (work) => (await store()).write(work),
    newest: async (user) => (await store()).newest(user),
    owned: async (user, stripeId) => (await store()).owned(user, stripeId),
    allOf: async (user) => (await store()).allOf(user),
    byStripeId: async (stripeId) => (await store()).byStripeId(stripeId),
    history: async (id) => (await store()).history(id),
    summary: async (since) => (await store()).summary(since),
    claimEffects: async (limit, leaseMs) => (await store()).claimEffects(limit, leaseMs),
    finishEffect: async (effect) => (await store()).finishEffect(effect),
    failEffect: async (effect, retryInMs) => (await store()).failEffect(effect, retryInMs),
    byId: async (id) => (await store()).byId(id),
    due: async (now, limit) => (await store()).due(now, limit),
    watched: async (now, limit) => (await store()).watched(now, limit),
    lease: async (name, holder, ttlMs) => (await store()).lease(name, holder, ttlMs),
    lastSignedAt: async () => (await store()).lastSignedAt(),
    getSetting: async (name) => (await store()).getSetting(name),
    ping: async () => (await store()).ping(),
    // Nothing can be watched that was not read before, so the store is open by then.
    watch: (id, wake) => opened?.watch(id, wake) ?? (() => {}),
    async close() {
      closed = true
      await (await opening?.catch(() => undefined))?.close()
    },
  }
}
