import http from 'node:http'
import https from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { decoded } from '../stripe/route.js'

/** One webhook, ready to be posted. */
export interface Post {
  readonly url: string
  readonly body: string
  readonly signature: string
}

/** Called once, with the receiver's status, or with null and the error. */
type Done = (status: number | null, error: string | null) => void

/** The limit of an attempt in milliseconds, from its connection to the end of the answer's body. */
const TIMEOUT_MS = 10_000
/** The longest wait of an attempt for the previous one. */
const TURN_MS = 1000
/** Each attempt opens a connection, because a receiver can close a kept one just as it is reused. */
const AGENT = { keepAlive: false, maxSockets: 64 } as const

/** Posts webhooks. The answer's head decides the result, and redirects are not followed. */
export class Sender {
  readonly #http = new http.Agent(AGENT)
  readonly #https = new https.Agent(AGENT)
  /** The attempts that are in progress or wait for their turn. */
  readonly #underWay = new Set<Done>()
  /** All requests with an open connection. The receiver can still be sending after its attempt has ended. */
  readonly #requests = new Set<http.ClientRequest>()
  readonly #idle = new Set<() => void>()

  /**
   * Sends the result of `write` at once, or after `previous` (for which it waits a second at most). Resolves at the
   * end of the attempt. If `write` returns undefined, nothing is sent and `done` is not called.
   */
  async post(write: () => Post | undefined, done: Done, previous?: Promise<void>): Promise<void> {
    this.#underWay.add(done)
    if (previous) await Promise.race([previous, sleep(TURN_MS, undefined, { ref: false })])
    const post = this.#underWay.has(done) ? write() : undefined
    if (post) {
      const { status, error } = await this.#send(post)
      if (this.#underWay.has(done)) done(status, error)
    }
    this.#underWay.delete(done)
    if (this.#underWay.size === 0) for (const wake of [...this.#idle]) wake()
  }

  /** Resolves when no attempt is in progress, or after `limitMs`. */
  idle(limitMs: number): Promise<void> {
    if (this.#underWay.size === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#idle.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, limitMs)
      this.#idle.add(wake)
    })
  }

  /** Ends all connections. `done` is not called for attempts in progress. */
  abort(): void {
    this.#underWay.clear()
    for (const request of this.#requests) request.destroy()
    for (const wake of [...this.#idle]) wake()
  }

  /** Never rejects: every failure of an address or its receiver is the result of an attempt. */
  #send(post: Post): Promise<{ status: number | null; error: string | null }> {
    return new Promise((resolve) => {
      const failed = (error: NodeJS.ErrnoException) =>
        resolve({ status: null, error: error.code ?? error.message })
      try {
        const request = this.#request(post)
        this.#requests.add(request)
        let deadline: NodeJS.Timeout | undefined
        // A request that waits for a free connection is not late yet.
        request.on('socket', () => {
          deadline = setTimeout(() => request.destroy(new Error('timed out')), TIMEOUT_MS).unref()
        })
        request.on('response', (response) => {
          response.on('error', () => {})
          response.resume()
          resolve({ status: response.statusCode ?? null, error: null })
        })
        request.on('upgrade', (response) => {
          resolve({ status: response.statusCode ?? null, error: null })
          request.destroy()
        })
        request.on('error', failed)
        request.on('close', () => {
          clearTimeout(deadline)
          this.#requests.delete(request)
          failed(new Error('closed without an answer'))
        })
        request.end(post.body)
      } catch (error) {
        failed(error as Error)
      }
    })
  }

  #request({ url, body, signature }: Post): http.ClientRequest {
    const target = new URL(url)
    const { username, password } = target
    // Node decodes them too, and throws if a `%` is outside an escape.
    target.username = ''
    target.password = ''
    const secure = target.protocol === 'https:'
    return (secure ? https : http).request(target, {
      method: 'POST',
      agent: secure ? this.#https : this.#http,
      ...((username || password) && { auth: `${decoded(username)}:${decoded(password)}` }),
      headers: {
        accept: '*/*; q=0.5, application/xml',
        'cache-control': 'no-cache',
        'content-length': Buffer.byteLength(body),
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signature,
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
    })
  }
}
