import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import https from 'node:https'
import { errorAnswer, send } from './stripe/answer.js'
import { readKey } from './stripe/auth.js'
import type { StripeError } from './stripe/errors.js'
import { REFUSALS } from './stripe/refusals.js'

/** The paths that the sandbox answers itself. All other API paths can belong to an upstream. */
const OURS =
  /^\/(?:v1\/(?:identity|events|webhook_endpoints|files|file_links|ephemeral_keys)|v2\/core\/events)(?:\/|$)/
const TIMEOUT_MS = 80_000
/** Headers that belong to a connection rather than a message. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
]

/** The server for the rest of Stripe's API: stripe-mock, localstripe, or Stripe's test mode. */
export interface Upstream {
  readonly url: URL
  /** A test key for the upstream; undefined if the key of each call is passed on. */
  readonly key: string | undefined
}

/** Parses `https://sk_test_…@host`. Throws an error whose message names the invalid part. */
export function readUpstream(text: string): Upstream {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw new TypeError('must be an http or https address')
  const key = decodeURIComponent(url.username) || undefined
  if (key !== undefined && !isTestKey(key))
    throw new TypeError('must contain a test key, sk_test_… or rk_test_…, or no key')
  url.username = ''
  url.password = ''
  return { url, key }
}

export function isUpstreams(path: string): boolean {
  return !OURS.test(path)
}

/** Forwards a call and returns the answer. Live keys never leave the sandbox. */
export async function passOn(upstream: Upstream, req: IncomingMessage, res: ServerResponse): Promise<number> {
  const own = readKey(req.headers.authorization)
  if (own !== '' && !isTestKey(own) && !own.startsWith('pk_test_'))
    return refuse(res, REFUSALS.liveKeyPassedOn())
  const { url, key } = upstream
  const headers: http.OutgoingHttpHeaders = { ...req.headers, host: url.host }
  for (const name of HOP_BY_HOP) delete headers[name]
  if (key !== undefined) headers.authorization = `Bearer ${key}`
  return new Promise((resolve) => {
    const failed = () => resolve(refuse(res, REFUSALS.upstream(url.origin)))
    const outgoing = (url.protocol === 'https:' ? https : http).request(
      url,
      { method: req.method, path: req.url, headers, timeout: TIMEOUT_MS },
      (answer) => {
        const shown = { ...answer.headers }
        for (const name of HOP_BY_HOP) delete shown[name]
        res.writeHead(answer.statusCode ?? 502, shown)
        answer.pipe(res)
        answer.on('error', () => res.destroy())
        resolve(answer.statusCode ?? 502)
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error('timed out')))
    outgoing.on('error', () => (res.headersSent ? res.destroy() : failed()))
    res.on('close', () => outgoing.destroy())
    req.pipe(outgoing)
  })
}

function refuse(res: ServerResponse, error: StripeError): number {
  if (!res.headersSent) send(res, errorAnswer(error))
  return error.status
}

function isTestKey(key: string): boolean {
  return /^[sr]k_test_\S+$/.test(key)
}
