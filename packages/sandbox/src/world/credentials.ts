import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from './clock.js'

/** Why a credential opens nothing: never given out here, too old, or already submitted with. */
export type Refusal = 'unknown' | 'expired' | 'used'

export type Opened = { readonly session: string } | { readonly refused: Refusal; readonly session?: string }

const HOUR = 3_600_000
const SECRET = /^(vs_[0-9A-Za-z]{1,64})_secret_test_([0-9a-z]{9})([0-9a-z]{7})([0-9a-f]{40})$/
const TOKEN = /^test_([0-9A-Za-z]{1,64})_([0-9a-z]{9})([0-9a-z]{7})([0-9a-f]{40})$/

/**
 * Gives out client secrets (24 h) and url tokens (48 h), each good for one submission.
 * Only what was used is remembered: when and for which session one was made is in it, under a seal.
 */
export class Credentials {
  readonly #clock: Clock
  #seal = randomBytes(32)
  readonly #used = new Set<string>()
  readonly #voidUpTo = new Map<string, number>()
  #count = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  clientSecret(session: string): string {
    return `${session}_secret_test_${this.#stamp('secret', session)}`
  }

  urlToken(session: string): string {
    return `test_${session.slice(3)}_${this.#stamp('url', session)}`
  }

  openSecret(secret: string): Opened {
    const [, session = '', ...stamp] = SECRET.exec(secret) ?? []
    return this.#open(secret, 'secret', session, stamp, 24 * HOUR)
  }

  openToken(token: string): Opened {
    const [, rest = '', ...stamp] = TOKEN.exec(token) ?? []
    return this.#open(token, 'url', `vs_${rest}`, stamp, 48 * HOUR)
  }

  /** The user submitted with this one. */
  use(credential: string): void {
    this.#used.add(credential)
  }

  /** The user submitted, with whichever of those given out so far. */
  useAll(session: string): void {
    this.#voidUpTo.set(session, this.#count)
  }

  /** All that makes what was given out good, as JSON. */
  save() {
    return {
      seal: this.#seal.toString('base64'),
      count: this.#count,
      used: [...this.#used],
      void_up_to: Object.fromEntries(this.#voidUpTo),
    }
  }

  restore(saved: ReturnType<Credentials['save']>): void {
    this.#seal = Buffer.from(saved.seal, 'base64')
    this.#count = saved.count
    for (const credential of saved.used) this.#used.add(credential)
    for (const [session, count] of Object.entries(saved.void_up_to)) this.#voidUpTo.set(session, count)
  }

  #open(credential: string, kind: string, session: string, stamp: string[], lifetime: number): Opened {
    const [time = '', count = '', seal = ''] = stamp
    if (!this.#sealed(kind, session, time, count, seal)) return { refused: 'unknown' }
    if (this.#used.has(credential) || Number.parseInt(count, 36) <= (this.#voidUpTo.get(session) ?? -1)) {
      return { refused: 'used', session }
    }
    if (this.#clock.now() >= Number.parseInt(time, 36) + lifetime) return { refused: 'expired', session }
    return { session }
  }

  #stamp(kind: string, session: string): string {
    this.#count += 1
    const time = Math.floor(this.#clock.now()).toString(36).padStart(9, '0')
    const count = this.#count.toString(36).padStart(7, '0')
    return time + count + this.#sealOf(kind, session, time, count)
  }

  #sealOf(kind: string, session: string, time: string, count: string): string {
    return createHmac('sha256', this.#seal)
      .update(`${kind}.${session}.${time}.${count}`)
      .digest('hex')
      .slice(0, 40)
  }

  #sealed(kind: string, session: string, time: string, count: string, seal: string): boolean {
    return (
      seal !== '' && timingSafeEqual(Buffer.from(this.#sealOf(kind, session, time, count)), Buffer.from(seal))
    )
  }
}
