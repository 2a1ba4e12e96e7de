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

/** Keys that were read count for so long while they cannot be read again. */
const KEEP_MS = 24 * 3_600_000
/** After a failure the issuer is left alone for so long. */
const REST_MS = 5_000
const READ_MS = 5_000

/**
 * An issuer's public keys, read when first needed and again when a token names one that is not known. While the issuer
 * is away, or answers what is no key set, the keys read last are used. Without any it rejects with `server_unavailable`:
 * that says nothing about the token.
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
      // Its key may be a new one, which cannot be read at present.
      throw error instanceof errors.JWKSNoMatchingKey ? unavailable(error) : error
    })
  }

  /** A key, or why the keys could not be read; rejects where they could and none is the token's. */
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

/** The keys are good, and what the token asks of them is not. */
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
