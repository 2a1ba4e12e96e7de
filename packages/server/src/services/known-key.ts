import { createHmac } from 'node:crypto'
import type { Logger } from 'pino'
import type { Store } from '../store/store.js'
import type { Apply } from './apply.js'
import { nameOf } from './error-name.js'

const SETTING = 'known-key'

/**
 * Whether the secret key has been seen to know a session of ours. A key of another account answers 404 for every one of
 * them, which must not close them.
 */
export interface KnownKey {
  /** True once this process was given one of our sessions. */
  readonly seen: boolean
  /** True also where an earlier process with the same key was given one. */
  seenEver(): Promise<boolean>
  /** A session of ours came by this key. */
  note(): void
}

export function createKnownKey(store: Store, secretKey: string, log: Logger): KnownKey {
  // Made with the key and not reversible to it: the database holds no secret.
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
        .catch((error: unknown) => log.warn({ error: nameOf(error) }, 'could not note that the key is known'))
    },
  }
}

/** As `apply`, noting the key by which a session of ours came. */
export function notingKey(apply: Apply, key: KnownKey): Apply {
  return async (fact) => {
    const applied = await apply(fact)
    const isByKey = fact.kind === 'reply' || (fact.kind === 'event' && fact.cause === 'events')
    if (isByKey && applied.record !== null) key.note()
    return applied
  }
}
