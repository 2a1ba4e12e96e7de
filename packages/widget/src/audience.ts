import type { Participant } from './core.js'
import type { VerificationState } from './flow.js'
import type { Snapshot, VerificationEventMap } from './verification.js'

export type Audience = ReturnType<typeof createAudience>

/**
 * Everybody who takes part in a conversation. A change first reaches all of them, and only then do their events fire, so
 * that a handler finds the whole page in the new state. A change made by a handler waits until all know of the first.
 */
export function createAudience() {
  const participants = new Set<Participant>()
  /** Those for whom the next answer is the first one. */
  const newcomers = new Set<Participant>()
  const untold: (() => void)[] = []

  function later(tell: () => void): void {
    // The first one in the queue is being told at present.
    if (untold.push(tell) > 1) return
    while (untold[0]) {
      untold[0]()
      untold.shift()
    }
  }

  function status(to: Participant, previous: VerificationState, { state, session, error }: Snapshot): void {
    const initial = newcomers.has(to)
    if (state === previous && (!initial || error)) return
    // An error is no answer: the one that follows is still the first.
    if (!error) newcomers.delete(to)
    const detail = { state, previous, session, initial }
    to.fire('identity-status', detail)
    if (state === 'verified') to.fire('identity-verified', detail)
  }

  return {
    size: () => participants.size,

    add(participant: Participant, isNewcomer = true): void {
      participants.add(participant)
      if (isNewcomer) newcomers.add(participant)
    },

    isNewcomer: (participant: Participant) => newcomers.has(participant),

    delete(participant: Participant): void {
      participants.delete(participant)
      newcomers.delete(participant)
    },

    /** From now on no answer is a first one. */
    forgetNewcomers: () => newcomers.clear(),

    /** Makes the state known, which was `previous` before. */
    tell(previous: VerificationState, snapshot: Snapshot): void {
      for (const participant of participants) participant.changed()
      later(() => {
        for (const participant of [...participants]) status(participant, previous, snapshot)
      })
    },

    /** Makes a known state known to one who came later. */
    greet(participant: Participant, snapshot: Snapshot): void {
      if (newcomers.has(participant)) later(() => status(participant, 'idle', snapshot))
    },

    /** Fires an event at all of them, after those that wait. */
    fire(type: keyof VerificationEventMap, detail: unknown): void {
      later(() => {
        for (const participant of [...participants]) participant.fire(type, detail)
      })
    },
  }
}
