import { type Ask, codeOf, reasonOf } from './ask.js'
import { type Finding, found, NOTHING } from './finding.js'

/**
 * Finds problems that a browser would have: proxies that rewrite the host, unlisted origins, cookies that are not
 * sent.
 */
export async function checkBrowser(ask: Ask, url: string, page: string | null): Promise<Finding[]> {
  const origin = new URL(page ?? url).origin
  const own = origin === new URL(url).origin
  const post = await ask(`${url}/sessions`, {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json', Origin: origin },
  }).catch(() => null)
  if (post === null) return NOTHING
  if (codeOf(post) === 'cross_site_request') {
    return own
      ? found(
          'The server treats its own pages as another site: a proxy in front changes the Host header.',
          'TRUST_PROXY=1, and X-Forwarded-Host at the proxy; or let the proxy keep the Host header',
        )
      : found(`Pages of ${origin} may not use the server.`, `ALLOWED_ORIGINS=${origin}`)
  }
  return own ? NOTHING : checkCors(ask, url, origin)
}

async function checkCors(ask: Ask, url: string, origin: string): Promise<Finding[]> {
  const preflight = await ask(`${url}/sessions`, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type',
    },
  }).catch(reasonOf)
  if (typeof preflight === 'string')
    return found(
      `A browser's OPTIONS request fails: ${preflight}.`,
      'Let the proxy in front forward OPTIONS requests.',
    )
  const allowed = preflight.headers.get('Access-Control-Allow-Origin')
  if (allowed !== origin || preflight.headers.get('Access-Control-Allow-Credentials') !== 'true') {
    return found(
      `A browser would refuse the answers to pages of ${origin} (Access-Control-Allow-Origin: ${allowed ?? 'missing'}).`,
      `ALLOWED_ORIGINS=${origin}, and no CORS headers from the proxy`,
    )
  }
  const current = await ask(`${url}/sessions/current`, { headers: { Origin: origin } }).catch(() => null)
  const cookie = current?.headers.get('Set-Cookie') ?? null
  if (cookie !== null && siteOf(url) !== siteOf(origin) && !/SameSite=None/i.test(cookie)) {
    return found(
      `The visitor's cookie is not sent from ${origin}, which is another site.`,
      'Serve both from one site, or AUTH=jwt',
    )
  }
  return NOTHING
}

/** An approximation of a browser's "site": the scheme and the last two labels of the host name. */
function siteOf(url: string): string {
  const { protocol, hostname } = new URL(url)
  return `${protocol}//${hostname.split('.').slice(-2).join('.')}`
}
