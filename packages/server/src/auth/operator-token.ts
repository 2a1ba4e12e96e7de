import { createHash } from 'node:crypto'
import { parse } from 'cookie'
import { sign, unsign } from 'cookie-signature'
import type { Request } from 'express'
import type { Authorize, IdentityOptions, OperatorSignIn } from '../options.js'
import { bearerToken, tokenCheck } from './bearer.js'

/** The id of every operator who uses the token. */
const OPERATOR = 'operator'
const COOKIE = 'identity_operator'
/** A working day. After it the operator enters the token again. */
const MAX_AGE_MS = 12 * 3_600_000

/**
 * Authorizes everyone who has the token, either as `Authorization: Bearer` or through the console's sign-in form,
 * which sets a signed cookie. The cookie does not contain the token and becomes invalid when the token changes.
 */
export function operatorToken(token: string): NonNullable<IdentityOptions['operator']> {
  const isToken = tokenCheck(token)
  // Cookies are signed with a derived key, so that they reveal nothing about other signatures by the token.
  const key = createHash('sha256').update(`identity-operator-cookie:${token}`).digest('base64url')
  const path = (req: Request) => req.baseUrl || '/'
  const flags = { httpOnly: true, sameSite: 'strict' } as const

  const authorize: Authorize = (req) => {
    const given = bearerToken(req)
    if (given !== undefined) return isToken(given) ? OPERATOR : null
    const held = parse(req.get('Cookie') ?? '')[COOKIE]
    // A forged cookie ended at 0.
    const until = held === undefined ? 0 : Number(unsign(held, key))
    return until > Date.now() ? OPERATOR : null
  }
  const signIn: OperatorSignIn = {
    open(req, res, given) {
      if (!isToken(given)) return false
      const value = sign(String(Date.now() + MAX_AGE_MS), key)
      res.cookie(COOKIE, value, { ...flags, maxAge: MAX_AGE_MS, secure: req.secure, path: path(req) })
      return true
    },
    close(req, res) {
      res.clearCookie(COOKIE, { ...flags, secure: req.secure, path: path(req) })
    },
  }
  return { authorize, signIn }
}
