import { hash } from 'node:crypto'

/**
 * A token that was verified counts for so long before it is verified again: a page polls with the same one again and again.
 * A key that its issuer took back opens nothing more after this and the time for which the key set is kept.
 */
const KEEP_MS = 30_000
/** Tokens in use at the same time; beyond, the one that was not seen for longest is verified anew. */
const MAX_TOKENS = 10_000

interface Known {
  user: string
  until: number
}

export interface KnownTokens {
  /** The user of a token that was verified not long ago and has not expired; undefined for any other. */
  userOf(token: string): string | undefined
  /** `endsAt`, in unix milliseconds, is from when on the token is expired. */
  remember(token: string, user: string, endsAt: number): void
}

/** Knows tokens by their hash, so that memory holds none that could be used. A token that was refused is never known. */
export function createKnownTokens(): KnownTokens {
  /** The first is the one that was not seen for longest. */
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
