import type { IncomingMessage, ServerResponse } from 'node:http'
import { asStripeError } from './errors.js'
import { REFUSALS } from './refusals.js'

/** An answer before it goes out. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body, null, 2),
  }
}

/** The answer for an error, whatever it is; one that nobody foresaw is a bug, which is printed. */
export function errorAnswer(error: unknown, more: Readonly<Record<string, string>> = {}): Answer {
  const known = asStripeError(error)
  if (!known) console.error(error)
  const shown = known ?? REFUSALS.bug()
  return jsonAnswer(
    shown.status,
    shown.body(shown.status === 401 || !known ? {} : more),
    shown.details.headers,
  )
}

export function imageAnswer(image: Buffer): Answer {
  return { status: 200, headers: { 'content-type': 'image/png', 'cache-control': 'no-store' }, body: image }
}

export function send(res: ServerResponse, answer: Answer): void {
  res.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) })
  res.end(answer.body)
}

const BODY_LIMIT = 1_000_000

/** The whole body as text, or undefined where it is longer than the limit. */
export async function readBody(req: IncomingMessage, limit = BODY_LIMIT): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= limit) chunks.push(chunk)
    else if (length > 10 * limit) break
  }
  return length > limit ? undefined : Buffer.concat(chunks).toString('utf8')
}
