import type { RequestHandler } from 'express'
import { IdentityError } from '../errors.js'

/** Limits origin and host in messages, since both come from the client. */
const LONGEST_SHOWN = 100

/**
 * Refuses writes that a page of another site makes with a user's cookies. Accepts `Sec-Fetch-Site: same-origin`, and
 * an Origin that is this host or listed. A request with neither header does not come from a browser.
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

/** Describes the comparison, and the setting that is missing if the page belongs to the host. */
function refusal(origin: string | undefined, host: string | undefined): string {
  if (origin === undefined || hostOf(origin) === null)
    return 'According to the browser this request comes from another site, without an origin that could be listed.'
  const page = new URL(origin).origin.slice(0, LONGEST_SHOWN)
  return (
    `This request comes from a page on ${page}, and reached the server as ${String(host).slice(0, LONGEST_SHOWN)}. ` +
    'If that page is yours, let the proxy in between keep the Host header (in development: changeOrigin: false), or ' +
    'list the origin in ALLOWED_ORIGINS (allowedOrigins).'
  )
}

/** The host of an origin; null for `Origin: null` and other invalid origins. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
