import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from './clock.js'

/** The reason why a credential is refused: not issued here, too old, or already used to submit. */
export type Refusal = 'unknown' | 'expired' | 'used'

export type Opened = { readonly session: string } | { readonly refused: Refusal; readonly session?: string }

const HOUR = 3_600_000
const SECRET = /^(vs_[0-9A-Za-z]{1,64})_secret_test_([0-9a-z]{9})([0-9a-z]{7})([0-9a-f]{40})$/
const TOKEN = /^test_([0-9A-Za-z]{1,64})_([0-9a-z]{9})([0-9a-z]{7})([0-9a-f]{40})$/

/** Everything needed to accept the issued credentials later. */
export const SAVED_CREDENTIALS = z.strictObject({
  seal: z.string(),
  count: z.int(),
  used: z.array(z.string()),
  void_up_to: z.record(z.string(), z.int()),
})

type Saved = z.output<typeof SAVED_CREDENTIALS>

/**
 * Issues client secrets (24 h) and url tokens (48 h), each good for one submission. Only used credentials are stored:
 * the time of issue and the session are part of the credential, protected by a seal.
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

  /** Marks a credential as used by a submission. */
  use(credential: string): void {
    this.#used.add(credential)
  }

  /** Marks all credentials of the session issued so far as used. */
  useAll(session: string): void {
    this.#voidUpTo.set(session, this.#count)
  }

  save(): Saved {
    return {
      seal: this.#seal.toString('base64'),
      count: this.#count,
      used: [...this.#used],
      void_up_to: Object.fromEntries(this.#voidUpTo),
    }
  }

  restore(saved: Saved): void {
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
