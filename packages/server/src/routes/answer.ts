import { randomUUID } from 'node:crypto'
import type { Response } from 'express'

/** Answers are data for one program: not kept, not guessed at, not framed, not embedded by other sites. */
const HEADERS = Object.entries({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
})

/** Gives each request an id that its answer, its error and its log lines share, and the answer its headers. */
export function begin(res: Response): void {
  res.locals.requestId ??= randomUUID()
  res.setHeader('X-Request-Id', requestIdOf(res))
  for (const [name, value] of HEADERS) res.setHeader(name, value)
}

export function requestIdOf(res: Response): string {
  return String(res.locals.requestId)
}

/** Ends the answer, whatever the host's own settings do to JSON, and without the tag of an answer that nobody keeps. */
export function sendJson(res: Response, body: unknown, status = 200): void {
  res.statusCode = status
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.end(JSON.stringify(body))
}
