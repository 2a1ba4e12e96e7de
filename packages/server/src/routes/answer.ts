import { randomUUID } from 'node:crypto'
import type { Response } from 'express'

/** Responses are data for one client: not cached, not sniffed, not framed, not embedded by other sites. */
const HEADERS = Object.entries({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
})

/** Assigns the request id that the response, errors and log lines share, and sets the common headers. */
export function begin(res: Response): void {
  res.locals.requestId ??= randomUUID()
  res.setHeader('X-Request-Id', requestIdOf(res))
  for (const [name, value] of HEADERS) res.setHeader(name, value)
}

export function requestIdOf(res: Response): string {
  return String(res.locals.requestId)
}

/** Sends JSON independent of the host's JSON settings, and without an ETag, since the response is never cached. */
export function sendJson(res: Response, body: unknown, status = 200): void {
  res.statusCode = status
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.end(JSON.stringify(body))
}
