import { hash } from 'node:crypto'

/**
 * The time for which a verified token is not verified again, because a page polls with the same one. A key that its issuer
 * revokes stops working after this time and the time for which the key set is kept.
 */
const KEEP_MS = 30_000
/** The tokens kept at most. Beyond that, the least recently used one is dropped. */
const MAX_TOKENS = 10_000

interface Known {
  user: string
  until: number
}

export interface KnownTokens {
  /** The user of a recently verified token that has not expired; undefined for any other. */
  userOf(token: string): string | undefined
  /** `endsAt` is the token's expiry in unix milliseconds. */
  remember(token: string, user: string, endsAt: number): void
}

/** Keeps tokens by their hash, so that no usable token stays in memory. Refused tokens are never kept. */
export function createKnownTokens(): KnownTokens {
  /** Ordered by last use, the oldest first. */
  const known = new Map<string, Known>()
  const keyOf = (token: string) => hash('sha256', token, 'base64')
  return {
    userOf(token) {
      const key = keyOf(token)
      const entry = known.get(key)
      if (entry === undefined) return undefined
      known.delete(key)
      if (entry.until <= Date.now()) return undefined
      known.set(key, entry)
      return entry.user
    },
    remember(token, user, endsAt) {
      const [oldest] = known.keys()
      if (known.size >= MAX_TOKENS && oldest !== undefined) known.delete(oldest)
      known.set(keyOf(token), { user, until: Math.min(endsAt, Date.now() + KEEP_MS) })
    },
  }
}
