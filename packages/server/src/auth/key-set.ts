import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type FlattenedJWSInput,
  type JWKSCacheInput,
  type JWSHeaderParameters,
  type JWTVerifyGetKey,
  jwksCache,
} from 'jose'
import { IdentityError } from '../errors.js'

/** The time for which keys remain valid while they cannot be read again. */
const KEEP_MS = 24 * 3_600_000
/** Pause after a failure to read the keys. */
const REST_MS = 5_000
const READ_MS = 5_000

/**
 * The public keys of an issuer, read on first use and again when a token names an unknown key. While the issuer is
 * unreachable, or returns something other than a key set, the last keys are used. Without any keys it rejects with
 * `server_unavailable`, since the token may be valid.
 */
export function keySet(url: URL): JWTVerifyGetKey {
  const read: JWKSCacheInput = {}
  const remote = createRemoteJWKSet(url, { timeoutDuration: READ_MS, [jwksCache]: read })
  let failedAt = Number.NEGATIVE_INFINITY

  return async (header, token) => {
    const cause = Date.now() - failedAt < REST_MS ? undefined : await attempt(header, token)
    if (cause !== undefined && 'key' in cause) return cause.key
    const kept = read.jwks !== undefined && Date.now() - (read.uat ?? 0) < KEEP_MS ? read.jwks : null
    if (kept === null) throw unavailable(cause?.error)
    return createLocalJWKSet(kept)(header, token).catch((error: unknown) => {
      // The token may be signed with a new key, which cannot be read at present.
      throw error instanceof errors.JWKSNoMatchingKey ? unavailable(error) : error
    })
  }

  /**
   * Returns the key, or the error of reading the key set; rejects if the key set was read but has no key for the
   * token.
   */
  async function attempt(header: JWSHeaderParameters, token: FlattenedJWSInput) {
    try {
      return { key: await remote(header, token) }
    } catch (error) {
      if (isAboutToken(error)) throw error
      failedAt = Date.now()
      return { error }
    }
  }
}

/** True if the key set is valid but does not fit the token. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  )
}

function unavailable(cause: unknown): IdentityError {
  return new IdentityError('server_unavailable', 'The keys for signing in cannot be read at present.', {
    cause,
    headers: { 'Retry-After': String(REST_MS / 1000) },
  })
}
