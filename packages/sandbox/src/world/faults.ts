import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../calls.js'
import { type Answer, send } from '../stripe/answer.js'

/** True if the fault replaces or breaks the answer, and does more than add a delay or headers. */
export function isTerminal(fault: Fault): boolean {
  return (
    fault.status !== undefined ||
    fault.body !== undefined ||
    fault.truncate !== undefined ||
    fault.reset === true ||
    fault.hang === true
  )
}

/** The faults that have been requested and have not happened yet. */
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

  /**
   * Removes one use of the first fault that matches. `after` faults match only if an effect is separate from its
   * answer.
   */
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

/** True if the pattern fits the whole path; `*` stands for any text. */
function matches(pattern: string, path: string): boolean {
  const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${source}$`, 's').test(path)
}

/** The answer of a fault in place of the real one. */
export function faultAnswer(fault: Fault): Answer {
  const { status = fault.body === undefined && fault.truncate === undefined ? 500 : 200, body } = fault
  const text =
    typeof body === 'string' ? body : JSON.stringify(body === undefined ? defaultError(status) : body)
  const type = text.trimStart().startsWith('<') ? 'text/html; charset=utf-8' : 'application/json'
  return { status, headers: { 'content-type': type }, body: text }
}

function defaultError(status: number): object {
  const kind = status >= 500 ? 'api_error' : 'invalid_request_error'
  const message = 'This answer comes from a fault set in the sandbox.'
  return { error: { type: kind, message, ...(status === 429 && { code: 'rate_limit' }) } }
}

/** Applies a fault to an answer or its connection. A hanging connection ends when either side closes it. */
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

/** Waits in real time, because the network does not follow the sandbox's clock. */
export function pause(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false })
}

function lowercased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
