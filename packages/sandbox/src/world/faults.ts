import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault } from '../calls.js'
import { type Answer, send } from '../stripe/answer.js'

/** Whether the fault is an end in itself, and not only a delay or a few headers. */
export function isTerminal(fault: Fault): boolean {
  return (
    fault.status !== undefined ||
    fault.body !== undefined ||
    fault.truncate !== undefined ||
    fault.reset === true ||
    fault.hang === true
  )
}

/** The faults that were asked for and have not happened yet. */
export class Faults {
  #left: Fault[] = []

  get list(): readonly Fault[] {
    return this.#left
  }

  add(fault: Fault): void {
    this.#left.push(fault)
  }

  clear(): void {
    this.#left = []
  }

  /** The first fault that fits, counted down; `after` ones fit only where an effect can be told from its answer. */
  take(method: string, path: string, takeAfter: boolean): Fault | undefined {
    const place = this.#left.findIndex(
      (fault) =>
        (fault.method === '*' || fault.method === method) &&
        (fault.when === 'before' || takeAfter) &&
        matches(fault.path, path),
    )
    const fault = this.#left[place]
    if (!fault) return undefined
    if (fault.times > 1) this.#left[place] = { ...fault, times: fault.times - 1 }
    else this.#left.splice(place, 1)
    return fault
  }
}

function matches(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return pattern === path
  const last = rest.pop()!
  if (!path.startsWith(first) || path.length < first.length + last.length || !path.endsWith(last))
    return false
  let from = first.length
  for (const part of rest) {
    const at = path.indexOf(part, from)
    if (at < 0 || at + part.length > path.length - last.length) return false
    from = at + part.length
  }
  return true
}

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
