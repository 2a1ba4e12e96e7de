import { parse } from 'cookie'
import type { Request } from 'express'
import { errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose'
import { ConfigurationError } from '../errors.js'
import type { Authenticate } from '../options.js'
import { isHttpsUrl } from '../options-check.js'
import { isUserId } from '../user.js'
import { keySet } from './key-set.js'
import { createKnownTokens } from './known-tokens.js'

/** The settings for verifying tokens. Either `secret` or `jwksUrl` is required. */
export interface JwtOptions {
  /** The HS256 secret, at least 32 characters. */
  secret?: string | undefined
  /** The URL of the issuer's key set: https; http only to this machine. */
  jwksUrl?: string | undefined
  /**
   * The HttpOnly cookie with the token, for requests without an Authorization header, such as those of a plain HTML
   * tag.
   */
  cookie?: string | undefined
  /** The required `iss` claim. Any is accepted if unset. */
  issuer?: string | undefined
  /** The required `aud` claim. Any is accepted if unset. */
  audience?: string | undefined
}

/** Algorithms with a public key. With an HMAC key in the key set, everyone who can read it could sign. */
const ASYMMETRIC = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]
const CLOCK_TOLERANCE_S = 5

/** The minimum length for HS256. */
const SECRET_LENGTH = 32
/** A cookie name is an HTTP token. */
const COOKIE_NAME = /^[\w!#$%&'*.^`|~+-]+$/

export interface JwtProblem {
  option: keyof JwtOptions
  message: string
}

/** Finds every problem of the options. The messages follow the name of the option. */
export function jwtProblems({ secret, jwksUrl, cookie }: JwtOptions): JwtProblem[] {
  const found: JwtProblem[] = []
  const add = (option: keyof JwtOptions, message: string) => found.push({ option, message })
  if (secret === undefined && jwksUrl === undefined) add('secret', 'is required (HS256), or a key set')
  if (secret !== undefined && jwksUrl !== undefined)
    add('secret', 'and a key set are both set: tokens are signed with one kind of key')
  if (secret !== undefined && secret.length < SECRET_LENGTH)
    add('secret', `is shorter than ${SECRET_LENGTH} characters`)
  if (jwksUrl !== undefined && !isHttpsUrl(jwksUrl))
    add('jwksUrl', 'is not an https URL (http only to this machine): anyone in between could sign tokens')
  if (cookie !== undefined && !COOKIE_NAME.test(cookie)) add('cookie', 'is not a valid cookie name')
  return found
}

/**
 * Authenticates users by the token's `sub`. A missing, wrong or expired token, or one without an expiry (`exp`),
 * gives null; unreachable keys are a server error. Throws a `ConfigurationError` for invalid options.
 */
export function jwtAuthentication(options: JwtOptions): Authenticate {
  const problems = jwtProblems(options)
  if (problems.length > 0)
    throw new ConfigurationError(
      problems.map(({ option, message }) => `jwtAuthentication: ${option} ${message}`),
    )
  const { secret, jwksUrl, cookie, issuer, audience } = options
  const checks: JWTVerifyOptions = {
    ...(issuer === undefined ? {} : { issuer }),
    ...(audience === undefined ? {} : { audience }),
    clockTolerance: CLOCK_TOLERANCE_S,
    requiredClaims: ['sub', 'exp'],
  }
  const verify =
    secret === undefined
      ? byKeySet(new URL(jwksUrl as string), { ...checks, algorithms: ASYMMETRIC })
      : bySecret(new TextEncoder().encode(secret), { ...checks, algorithms: ['HS256'] })

  const tokens = createKnownTokens()
  async function verified(token: string): Promise<string | null> {
    try {
      const { sub, exp } = await verify(token)
      if (typeof sub !== 'string' || !isUserId(sub)) return null
      tokens.remember(token, sub, (Number(exp) + CLOCK_TOLERANCE_S) * 1000)
      return sub
    } catch (error) {
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }

  return (req) => {
    const token = tokenOf(req, cookie)
    return token === null ? null : (tokens.userOf(token) ?? verified(token))
  }
}

type Verify = (token: string) => Promise<JWTPayload>

function bySecret(key: Uint8Array, checks: JWTVerifyOptions): Verify {
  return async (token) => (await jwtVerify(token, key, checks)).payload
}

function byKeySet(url: URL, checks: JWTVerifyOptions): Verify {
  const keys = keySet(url)
  return async (token) => {
    try {
      return (await jwtVerify(token, keys, checks)).payload
    } catch (error) {
      if (error instanceof errors.JWKSMultipleMatchingKeys) return await byOneOf(error, token, checks)
      throw error
    }
  }
}

/** Verifies a token that does not name its key against each key that matches. */
async function byOneOf(
  keys: errors.JWKSMultipleMatchingKeys,
  token: string,
  checks: JWTVerifyOptions,
): Promise<JWTPayload> {
  for await (const key of keys) {
    try {
      return (await jwtVerify(token, key, checks)).payload
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error
    }
  }
  throw new errors.JWSSignatureVerificationFailed()
}

function tokenOf(req: Request, cookie: string | undefined): string | null {
  const bearer = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(req.get('Authorization') ?? '')?.[1]
  if (bearer !== undefined) return bearer
  return cookie === undefined ? null : (parse(req.get('Cookie') ?? '')[cookie] ?? null)
}
