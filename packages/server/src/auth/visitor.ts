import { randomUUID } from 'node:crypto'
import { parse } from 'cookie'
import { sign, unsign } from 'cookie-signature'
import { ROUTES } from 'stripe-identity-contract'
import type { Authenticate } from '../options.js'

const COOKIE = 'identity_visitor'
/** The longest lifetime that browsers allow for a cookie. */
const MAX_AGE_MS = 400 * 24 * 3_600_000

/**
 * Identifies visitors by a signed cookie, for demos and for pages without accounts: everyone with access to the
 * browser is the user. Only `GET /sessions/current`, the widget's first request, sets the cookie; other routes
 * require it (401).
 */
export function visitors({ cookieSecret }: { cookieSecret: string }): Authenticate {
  return (req, res) => {
    const held = parse(req.get('Cookie') ?? '')[COOKIE]
    const known = held === undefined ? false : unsign(held, cookieSecret)
    if (known !== false) return `visitor:${known}`
    if (req.method !== 'GET' || req.path !== ROUTES.current) return null
    const fresh = randomUUID()
    res.cookie(COOKIE, sign(fresh, cookieSecret), {
      httpOnly: true,
      maxAge: MAX_AGE_MS,
      sameSite: 'lax',
      secure: req.secure,
      path: '/',
    })
    return `visitor:${fresh}`
  }
}
