import { createHmac } from 'node:crypto'
import type { Logger } from 'pino'
import type { Store } from '../store/store.js'
import type { Apply } from './apply.js'
import { nameOf } from './error-name.js'

const SETTING = 'known-key'

/**
 * Tracks whether the secret key has returned one of our sessions. A key of another account gets 404 for all of them,
 * which must not close them.
 */
export interface KnownKey {
  /** True after this process received one of our sessions. */
  readonly seen: boolean
  /** True also if an earlier process with the same key received one. */
  seenEver(): Promise<boolean>
  /** Notes that this key returned one of our sessions. */
  note(): void
}

export function createKnownKey(store: Store, secretKey: string, log: Logger): KnownKey {
  // Derived from the key by a one-way function, so that the database holds no secret.
  const name = createHmac('sha256', secretKey).update('stripe-identity-server').digest('base64url')
  let seen = false
  return {
    get seen() {
      return seen
    },
    seenEver: async () => seen || (await store.getSetting(SETTING)) === name,
    note() {
      if (seen) return
      seen = true
      store
        .write((tx) => tx.setSetting(SETTING, name))
        .catch((error: unknown) =>
          log.warn({ error: nameOf(error) }, 'the use of the key could not be recorded'),
        )
    },
  }
}

/** Wraps `apply` and notes the key when a fact obtained with it matches one of our sessions. */
export function notingKey(apply: Apply, key: KnownKey): Apply {
  return async (fact) => {
    const applied = await apply(fact)
    const isByKey = fact.kind === 'reply' || (fact.kind === 'event' && fact.cause === 'events')
    if (isByKey && applied.record !== null) key.note()
    return applied
  }
}
