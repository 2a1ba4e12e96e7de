import http from 'node:http'
import https from 'node:https'

export interface Letter {
  readonly url: string
  readonly body: string
  readonly signature: string
}

/** Called once: with the receiver's status, or with null and what went wrong. */
type Done = (status: number | null, error: string | null) => void

const TIMEOUT_MS = 10_000
/** Longest that a letter waits for the one before it. */
const PATIENCE_MS = 1000
/** A connection for each letter: a kept one may be closed by the other side just when it is used again. */
const AGENT = { keepAlive: false, maxSockets: 64 } as const

/** Posts webhooks; an answer counts when its head has come, a redirect is not followed. */
export class Sender {
  readonly #http = new http.Agent(AGENT)
  readonly #https = new https.Agent(AGENT)
  /** What is on its way or waits for its turn, with what stops it. */
  readonly #underWay = new Map<Done, () => void>()
  readonly #idle = new Set<() => void>()

  /**
   * Sends what `write` gives when its turn has come: at once, or after `previous` (but it waits a second at most).
   * Resolves when it is done; where `write` gives nothing, nothing is sent and `done` is not called.
   */
  async post(write: () => Letter | undefined, done: Done, previous?: Promise<void>): Promise<void> {
    this.#underWay.set(done, () => {})
    if (previous) await Promise.race([previous, patience()])
    const letter = this.#underWay.has(done) ? write() : undefined
    if (letter) await this.#send(letter, done)
    this.#finish(done)
  }

  /** Resolves when nothing is under way, or after `limitMs`. */
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

  /** Drops what is under way; nobody hears of it any more. */
  abort(): void {
    const stops = [...this.#underWay.values()]
    this.#underWay.clear()
    for (const stop of stops) stop()
    for (const wake of [...this.#idle]) wake()
  }

  #send({ url, body, signature }: Letter, done: Done): Promise<void> {
    return new Promise((resolve) => {
      const target = new URL(url)
      const secure = target.protocol === 'https:'
      const settle: Done = (status, error) => {
        if (this.#underWay.has(done)) done(status, error)
        resolve()
      }
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
      this.#underWay.set(done, () => request.destroy())
      request.on('response', (response) => {
        response.on('error', () => {})
        response.resume()
        settle(response.statusCode ?? null, null)
      })
      request.on('timeout', () => request.destroy(new Error('timed out')))
      request.on('error', (error: NodeJS.ErrnoException) => settle(null, error.code ?? error.message))
      request.end(body)
    })
  }

  #finish(done: Done): void {
    this.#underWay.delete(done)
    if (this.#underWay.size === 0) for (const wake of [...this.#idle]) wake()
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS).unref()
  })
}
