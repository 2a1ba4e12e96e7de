import http from 'node:http'
import https from 'node:https'

/** Called once: with the receiver's status, or with null and what went wrong. */
type Done = (status: number | null, error: string | null) => void

const TIMEOUT_MS = 10_000

/** Posts webhooks over kept connections; an answer counts when its head has come, a redirect is not followed. */
export class Sender {
  readonly #http = new http.Agent({ keepAlive: true, maxSockets: 64 })
  readonly #https = new https.Agent({ keepAlive: true, maxSockets: 64 })
  readonly #underWay = new Set<http.ClientRequest>()
  readonly #waiting = new Set<() => void>()

  post(url: string, body: string, signature: string, done: Done): void {
    const target = new URL(url)
    const secure = target.protocol === 'https:'
    const request = (secure ? https : http).request(target, {
      method: 'POST',
      agent: secure ? this.#https : this.#http,
      timeout: TIMEOUT_MS,
      headers: {
        accept: '*/*; q=0.5, application/xml',
        'cache-control': 'no-cache',
        'content-length': Buffer.byteLength(body),
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signature,
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
    })
    this.#underWay.add(request)
    const settle = (status: number | null, error: string | null) => {
      if (!this.#underWay.has(request)) return
      done(status, error)
      this.#underWay.delete(request)
      if (this.#underWay.size === 0) for (const wake of [...this.#waiting]) wake()
    }
    request.on('response', (response) => {
      response.resume()
      settle(response.statusCode ?? null, null)
    })
    request.on('timeout', () => request.destroy(new Error('timed out')))
    request.on('error', (error: NodeJS.ErrnoException) => settle(null, error.code ?? error.message))
    request.end(body)
  }

  /** Resolves when nothing is under way, or after `limitMs`. */
  idle(limitMs: number): Promise<void> {
    if (this.#underWay.size === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#waiting.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, limitMs)
      this.#waiting.add(wake)
    })
  }

  /** Drops what is under way; nobody hears of it any more. */
  abort(): void {
    const dropped = [...this.#underWay]
    this.#underWay.clear()
    for (const request of dropped) request.destroy()
    for (const wake of [...this.#waiting]) wake()
  }

  close(): void {
    this.abort()
    this.#http.destroy()
    this.#https.destroy()
  }
}
