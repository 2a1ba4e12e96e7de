import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export interface RawAnswer {
  status: number
  body: string
}

/**
 * Sends raw bytes piece by piece. Resolves to every response that arrived before the server closed the connection, or
 * `quietMs` passed after a byte, or `patienceMs` before the first one.
 */
export async function raw(
  base: string,
  pieces: readonly (string | Buffer)[],
  { quietMs = 400, pauseMs = 0, patienceMs = Math.max(quietMs, 3_000) } = {},
): Promise<{ answers: RawAnswer[]; text: string; closed: boolean }> {
  const { hostname, port } = new URL(base)
  const socket = connect(Number(port), hostname)
  const chunks: Buffer[] = []
  let closed = false
  let heardAt = Date.now()
  socket.on('error', () => {})
  socket.on('close', () => {
    closed = true
  })
  socket.on('data', (data) => {
    heardAt = Date.now()
    chunks.push(data)
  })
  await once(socket, 'connect')
  for (const piece of pieces) {
    if (closed) break
    socket.write(piece)
    if (pauseMs > 0) await delay(pauseMs)
  }
  heardAt = Date.now()
  while (!closed && Date.now() - heardAt < (chunks.length > 0 ? quietMs : patienceMs)) await delay(10)
  const wasClosed = closed
  socket.destroy()
  const text = Buffer.concat(chunks).toString('latin1')
  return { answers: answersOf(text), text, closed: wasClosed }
}

/** Parses responses with or without a Content-Length; the server never sends chunked ones. */
function answersOf(text: string): RawAnswer[] {
  const answers: RawAnswer[] = []
  let rest = text
  while (rest.startsWith('HTTP/1.1 ')) {
    const head = rest.slice(0, rest.indexOf('\r\n\r\n'))
    const status = Number(head.slice(9, 12))
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0)
    const start = head.length + 4
    if (status !== 100) answers.push({ status, body: rest.slice(start, start + length) })
    rest = rest.slice(start + length)
  }
  return answers
}
