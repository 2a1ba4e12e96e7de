import type { IncomingMessage, ServerResponse } from 'node:http'

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

export function imageAnswer(image: Buffer): Answer {
  return { status: 200, headers: { 'content-type': 'image/png', 'cache-control': 'no-store' }, body: image }
}

export function send(res: ServerResponse, answer: Answer): void {
  res.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) })
  res.end(answer.body)
}

export const BODY_LIMIT = 1_000_000

/** The whole body as text, or undefined where it is longer than the limit. */
export async function readBody(req: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= BODY_LIMIT) chunks.push(chunk)
    else if (length > 10 * BODY_LIMIT) break
  }
  return length > BODY_LIMIT ? undefined : Buffer.concat(chunks).toString('utf8')
}
