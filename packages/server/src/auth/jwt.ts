import { parse } from 'cookie'
import type { Request } from 'express'
import { createRemoteJWKSet, errors, type JWTVerifyOptions, jwtVerify } from 'jose'
import { IdentityError } from '../errors.js'
import type { Authenticate } from '../options.js'

export interface JwtOptions {
  /** HS256; or `jwksUrl`, never both. */
  secret?: string | undefined
  jwksUrl?: string | undefined
  /** The HttpOnly cookie that holds the token where no Authorization header is sent, as a plain tag cannot. */
  cookie?: string | undefined
  /** Checked where set. */
  issuer?: string | undefined
  audience?: string | undefined
}

/** Algorithms with a public key; an HMAC in a key set would let anybody who can read it sign. */
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

/** The user is the token's `sub`. A token that is missing, wrong or expired is nobody; a key set out of reach is an error of ours. */
export function jwtAuthentication({ secret, jwksUrl, cookie, issuer, audience }: JwtOptions): Authenticate {
  const checks: JWTVerifyOptions = {
    ...(issuer === undefined ? {} : { issuer }),
    ...(audience === undefined ? {} : { audience }),
    clockTolerance: CLOCK_TOLERANCE_S,
    requiredClaims: ['sub'],
  }
  const key = secret === undefined ? null : new TextEncoder().encode(secret)
  const keys = jwksUrl === undefined ? null : createRemoteJWKSet(new URL(jwksUrl))

  return async (req) => {
    const token = tokenOf(req, cookie)
    if (token === null) return null
    try {
      const { payload } =
        key !== null
          ? await jwtVerify(token, key, { ...checks, algorithms: ['HS256'] })
          : await jwtVerify(token, keys as NonNullable<typeof keys>, { ...checks, algorithms: ASYMMETRIC })
      return typeof payload.sub === 'string' && payload.sub !== '' ? payload.sub : null
    } catch (error) {
      if (isTokenFault(error)) return null
      throw new IdentityError('server_error', 'The keys for signing in cannot be read at present.', {
        cause: error,
      })
    }
  }
}

function tokenOf(req: Request, cookie: string | undefined): string | null {
  const bearer = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(req.get('Authorization') ?? '')?.[1]
  if (bearer !== undefined) return bearer
  return cookie === undefined ? null : (parse(req.get('Cookie') ?? '')[cookie] ?? null)
}

/** What is wrong with the token itself, and not with our way to the keys. */
function isTokenFault(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    error.code !== 'ERR_JOSE_GENERIC'
  )
}
