import type { NextFunction, Request, Response } from 'express'
import { bare } from './headers.js'

/**
 * Keeps pages of other sites from driving the sandbox through a developer's browser. A request that no browser sent
 * (curl, a test) carries none of these headers and passes.
 */
export function sameOriginOnly(req: Request, res: Response, next: NextFunction) {
  const site = req.get('sec-fetch-site')
  const origin = req.get('origin')
  const own = site ? site === 'same-origin' : origin === undefined || parse(origin)?.host === req.get('host')
  if (own) return next()
  refuse(res, 'The pages of other sites may not call this route.')
}

/**
 * Against DNS rebinding, where a foreign name suddenly points at this machine and everything looks same-origin: who
 * comes over loopback must have asked for an address, or for a name that no stranger can own. A sandbox that was put
 * on another interface is reached by names that only its owner knows, and is not asked.
 */
export function ownHostOnly(req: Request, res: Response, next: NextFunction) {
  const host = req.get('host') ?? ''
  if (!isLoopback(req.socket.localAddress ?? '') || isOwn(host)) return next()
  refuse(
    res,
    `The sandbox does not answer under the name "${host}" on this machine. Open it by localhost or an IP address, or under a name in .localhost, .test, .local or .internal; a proxy in front of it can set the Host header so.`,
  )
}

function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(address)
}

function isOwn(host: string): boolean {
  const name = parse(`http://${host}`)?.hostname ?? ''
  const isAddress = /^[\d.]+$/.test(name) || name.startsWith('[')
  return isAddress || !name.includes('.') || /\.(localhost|test|local|internal)$/.test(name)
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}

function refuse(res: Response, message: string) {
  bare(res)
    .status(403)
    .json({ error: { type: 'invalid_request_error', code: 'cross_site_request', message } })
}
