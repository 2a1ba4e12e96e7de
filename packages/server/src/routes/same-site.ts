import type { RequestHandler } from 'express'
import { IdentityError } from '../errors.js'

/**
 * Refuses writes that another site's page makes with a user's cookies. A browser says where a request comes from:
 * `Sec-Fetch-Site: same-origin`, or an Origin that is this host's or a listed one. Where neither header is there, no
 * browser asks.
 */
export function sameSite(allowedOrigins: readonly string[]): RequestHandler {
  return (req, _res, next) => {
    const site = req.get('Sec-Fetch-Site')
    const origin = req.get('Origin')
    if (site === 'same-origin' || (site === undefined && origin === undefined)) return next()
    if (origin !== undefined && (hostOf(origin) === req.host || allowedOrigins.includes(origin)))
      return next()
    throw new IdentityError(
      'cross_site_request',
      'This request comes from another site. List its origin in ALLOWED_ORIGINS if it is yours.',
    )
  }
}

/** `null` for `Origin: null` and anything else that is not an origin. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
