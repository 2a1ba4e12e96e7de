import type { IncomingMessage } from 'node:http'

/** Why a request is not answered; undefined where it is. */
export type Guard = (req: IncomingMessage, path: string) => string | undefined

/** What only the sandbox's own pages call. */
const OWN_PAGES = /^\/_(?:dashboard|client\/sessions)(?:\/|$)/
/** What a page of another site never calls: scripts, the modal, hosted pages and file links are for everybody. */
const NO_OTHER_SITE = /^\/(?:_sandbox|v1|v2)(?:\/|$)/

/**
 * Keeps other sites from reading or driving the sandbox through a developer's browser. Against DNS rebinding, where a
 * foreign name suddenly leads here and everything looks same-origin, the Host has to be an address, or a name that no
 * stranger can own, or one that was allowed. A request that no browser sent passes the rest.
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
      return 'Calls are not taken from the pages of other sites.'
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

/** By Origin where the browser leaves Sec-Fetch-Site out, as over plain HTTP to a name that is no loopback. */
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

/** The origin for the addresses in an answer. */
export type OriginOf = (req: IncomingMessage) => string

/** The public one where there is one, else the one by which the client came, so that what it gets works from where it is. */
export function origins(publicUrl: string | undefined, own: () => string): OriginOf {
  return (req) => {
    if (publicUrl !== undefined) return publicUrl
    const { host } = req.headers
    return host && /^[a-z0-9.:[\]-]+$/i.test(host) && URL.canParse(`http://${host}`)
      ? `http://${host}`
      : own()
  }
}
