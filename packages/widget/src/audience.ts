import type { Participant } from './core.js'
import type { VerificationState } from './flow.js'
import type { Snapshot, VerificationEventMap } from './verification.js'

/**
 * Everybody who takes part in a conversation. A change first reaches all of them, and only then do their events fire, so
 * that a handler finds the whole page in the new state. A change made by a handler waits until all know of the first.
 */
export class Audience {
  readonly #participants = new Set<Participant>()
  /** Those for whom the next answer is the first one. */
  readonly #newcomers = new Set<Participant>()
  readonly #untold: (() => void)[] = []
  #isTelling = false

  get size(): number {
    return this.#participants.size
  }

  add(participant: Participant): void {
    this.#participants.add(participant)
    this.#newcomers.add(participant)
  }

  delete(participant: Participant): void {
    this.#participants.delete(participant)
    this.#newcomers.delete(participant)
  }

  has(participant: Participant): boolean {
    return this.#participants.has(participant)
  }

  /** From now on no answer is a first one. */
  forgetNewcomers(): void {
    this.#newcomers.clear()
  }

  /** Makes the state known, which was `previous` before. */
  tell(previous: VerificationState, snapshot: Snapshot): void {
    for (const participant of this.#participants) participant.changed()
    this.#later(() => {
      for (const participant of [...this.#participants]) this.#status(participant, previous, snapshot)
    })
  }

  /** Makes a known state known to one who came later. */
  greet(participant: Participant, snapshot: Snapshot): void {
    if (this.#newcomers.has(participant)) this.#later(() => this.#status(participant, 'idle', snapshot))
  }

  /** Fires an event at all of them, after those that wait. */
  fire(type: keyof VerificationEventMap, detail: unknown): void {
    this.#later(() => {
      for (const participant of [...this.#participants]) participant.fire(type, detail)
    })
  }

  #status(participant: Participant, previous: VerificationState, { state, session, error }: Snapshot): void {
    const initial = this.#newcomers.has(participant)
    if (state === previous && (!initial || error)) return
    // An error is no answer: the one that follows is still the first.
    if (!error) this.#newcomers.delete(participant)
    const detail = { state, previous, session, initial }
    participant.fire('identity-status', detail)
    if (state === 'verified') participant.fire('identity-verified', detail)
  }

  #later(tell: () => void): void {
    this.#untold.push(tell)
    if (this.#isTelling) return
    this.#isTelling = true
    for (let next = this.#untold.shift(); next; next = this.#untold.shift()) next()
    this.#isTelling = false
  }
}
