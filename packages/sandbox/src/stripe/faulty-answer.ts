import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault } from '../world/faults.js'
import { type Answer, send } from './answer.js'

/** The answer that a fault gives in place of a real one. */
export function faultAnswer(fault: Fault): Answer {
  const { status = fault.body === undefined && fault.truncate === undefined ? 500 : 200, body } = fault
  const text =
    typeof body === 'string' ? body : JSON.stringify(body === undefined ? defaultError(status) : body)
  const type = text.trimStart().startsWith('<') ? 'text/html; charset=utf-8' : 'application/json'
  return { status, headers: { 'content-type': type }, body: text }
}

function defaultError(status: number): object {
  const kind = status >= 500 ? 'api_error' : 'invalid_request_error'
  const message = 'This answer was asked for by a fault of the sandbox.'
  return { error: { type: kind, message, ...(status === 429 && { code: 'rate_limit' }) } }
}

/** Does to an answer, or to its connection, what the fault says. A hanging one ends when either side gives up. */
export function sendFaulty(req: IncomingMessage, res: ServerResponse, fault: Fault, answer: Answer): void {
  if (fault.hang) return
  if (fault.reset) {
    req.socket.resetAndDestroy()
    return
  }
  const headers = { ...answer.headers, ...lowercased(fault.headers ?? {}) }
  if (fault.truncate === undefined) {
    send(res, { ...answer, headers })
    return
  }
  const whole = Buffer.from(answer.body)
  res.writeHead(answer.status, { ...headers, 'content-length': whole.length, connection: 'close' })
  if (fault.truncate === 0) res.flushHeaders()
  res.write(whole.subarray(0, fault.truncate), () => req.socket.end())
}

/** Real time: the network does not know the sandbox's clock. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}

function lowercased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
