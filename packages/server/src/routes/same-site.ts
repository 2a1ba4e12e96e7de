import type { RequestHandler } from 'express'
import { IdentityError } from '../errors.js'

/** A client chooses both; a name that is longer than that is none. */
const LONGEST_SHOWN = 100

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
    throw new IdentityError('cross_site_request', refusal(origin, req.host))
  }
}

/** Says what was compared, and which setting is missing if the page is the host's own. */
function refusal(origin: string | undefined, host: string | undefined): string {
  if (origin === undefined || hostOf(origin) === null)
    return 'A browser says that this request comes from another site, and names no origin that could be listed.'
  const page = new URL(origin).origin.slice(0, LONGEST_SHOWN)
  return (
    `This request comes from a page on ${page}, and reached the server as ${String(host).slice(0, LONGEST_SHOWN)}. ` +
    'If that page is yours, let the proxy in between keep the Host header (in development: changeOrigin: false), or ' +
    'list the origin in ALLOWED_ORIGINS (allowedOrigins).'
  )
}

/** `null` for `Origin: null` and anything else that is not an origin. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
