import type { IncomingMessage } from 'node:http'

/** Returns the reason to refuse a request, or undefined to let it pass. */
export type Guard = (req: IncomingMessage, path: string) => string | undefined

/** Routes that only the sandbox's own pages may call. */
const OWN_PAGES = /^\/_(?:dashboard|client\/sessions)(?:\/|$)/
/** Routes closed to pages of other sites. Scripts, the modal, hosted pages and file links are open to all pages. */
const NO_OTHER_SITE = /^\/(?:_sandbox|v1|v2)(?:\/|$)/

/**
 * Keeps other sites from reading or driving the sandbox through a developer's browser. DNS rebinding points a foreign
 * name at the sandbox and makes its requests look same-origin. The Host must therefore be an address, a name that
 * strangers cannot own, or an allowed name. Requests that do not come from a browser pass the other checks.
 */
export function createGuard(allowedHosts: readonly string[]): Guard {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()))
  return (req, path) => {
    const { host } = req.headers
    if (host !== undefined && !isOwn(host, allowed)) {
      return `The sandbox does not answer under the name "${host}". Use localhost, an IP address, a name without a dot, or one in .localhost, .test, .local or .internal; allow another with --allow-host or --public-url.`
    }
    if (OWN_PAGES.test(path) && siteOf(req) !== 'same-origin') {
      return 'The pages of other sites may not call this route.'
    }
    if (NO_OTHER_SITE.test(path) && siteOf(req) === 'cross-site') {
      return 'The pages of other sites may not call the sandbox.'
    }
    return undefined
  }
}

function isOwn(host: string, allowed: ReadonlySet<string>): boolean {
  const name = urlOf(`http://${host}`)?.hostname ?? ''
  if (allowed.has(name)) return true
  const isAddress = /^[\d.]+$/.test(name) || name.startsWith('[')
  return isAddress || (name !== '' && !name.includes('.')) || /\.(localhost|test|local|internal)$/.test(name)
}

type Site = 'same-origin' | 'same-site' | 'cross-site'

/** Uses Origin if the browser sends no Sec-Fetch-Site, as over plain HTTP to a name that is not a loopback. */
function siteOf({ headers }: IncomingMessage): Site {
  const site = headers['sec-fetch-site']
  if (site === 'none') return 'same-origin'
  if (site !== undefined) return site === 'same-origin' || site === 'same-site' ? site : 'cross-site'
  const { origin, host } = headers
  if (origin === undefined) return 'same-origin'
  const from = urlOf(origin)
  const to = urlOf(`http://${host}`)
  if (!from || from.hostname !== to?.hostname) return 'cross-site'
  return from.host === host ? 'same-origin' : 'same-site'
}

function urlOf(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}

/** Returns the origin for the addresses in an answer. */
export type OriginOf = (req: IncomingMessage) => string

/**
 * Uses the public origin if there is one, otherwise the Host of the request, so that the client can reach the
 * addresses.
 */
export function origins(publicUrl: string | undefined, own: () => string): OriginOf {
  return (req) => {
    if (publicUrl !== undefined) return publicUrl
    const { host } = req.headers
    return host && /^[a-z0-9.:[\]-]+$/i.test(host) && URL.canParse(`http://${host}`)
      ? `http://${host}`
      : own()
  }
}
