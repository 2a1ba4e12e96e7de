import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import https from 'node:https'
import { errorAnswer, send } from './stripe/answer.js'
import { readKey } from './stripe/auth.js'
import type { StripeError } from './stripe/errors.js'
import { REFUSALS } from './stripe/refusals.js'

/** What this sandbox answers itself; every other path of the API may belong to an upstream. */
const OURS =
  /^\/(?:v1\/(?:identity|events|webhook_endpoints|files|file_links|ephemeral_keys)|v2\/core\/events)(?:\/|$)/
const TIMEOUT_MS = 80_000
/** Headers that are about one connection, not about the message. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
]

/** Where the rest of Stripe is: stripe-mock, localstripe, or Stripe's own test mode. */
export interface Upstream {
  readonly url: URL
  /** A test key to call it with; undefined where each call's own is passed on. */
  readonly key: string | undefined
}

/** Reads `https://sk_test_…@host`; throws a sentence about what is wrong with it. */
export function readUpstream(text: string): Upstream {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw new TypeError('must be an http or https address')
  const key = decodeURIComponent(url.username) || undefined
  if (key !== undefined && !isTestKey(key))
    throw new TypeError('must name a test key, sk_test_… or rk_test_…, or none')
  url.username = ''
  url.password = ''
  return { url, key }
}

export function isUpstreams(path: string): boolean {
  return !OURS.test(path)
}

/** Passes a call on, and its answer back. No live key leaves the sandbox. */
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
      {
        protocol: url.protocol,
        hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port,
        method: req.method,
        path: req.url,
        headers,
        timeout: TIMEOUT_MS,
      },
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
