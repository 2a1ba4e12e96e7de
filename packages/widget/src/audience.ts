import type { Participant } from './core.js'
import type { VerificationState } from './flow.js'
import type { Snapshot, VerificationEventMap } from './verification.js'

export type Audience = ReturnType<typeof createAudience>

/**
 * All participants of a conversation. A change reaches all of them before their events fire, so that a handler finds
 * the whole page in the new state. A change made by a handler waits until the first has reached all participants.
 */
export function createAudience() {
  const participants = new Set<Participant>()
  /** Participants that have had no answer yet. */
  const newcomers = new Set<Participant>()
  const untold: (() => void)[] = []

  function later(tell: () => void): void {
    // The first entry of the queue is being delivered.
    if (untold.push(tell) > 1) return
    while (untold[0]) {
      untold[0]()
      untold.shift()
    }
  }

  function status(to: Participant, previous: VerificationState, { state, session, error }: Snapshot): void {
    const initial = newcomers.has(to)
    if (state === previous && (!initial || error)) return
    // An error is not an answer, so the next answer is still the first.
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

    /** From now on, no answer counts as the first (`initial`). */
    forgetNewcomers: () => newcomers.clear(),

    /** Publishes a change of state from `previous`. */
    tell(previous: VerificationState, snapshot: Snapshot): void {
      for (const participant of participants) participant.changed()
      later(() => {
        for (const participant of [...participants]) status(participant, previous, snapshot)
      })
    },

    /** Passes the known state to a participant that joined later. */
    greet(participant: Participant, snapshot: Snapshot): void {
      if (newcomers.has(participant)) later(() => status(participant, 'idle', snapshot))
    },

    /** Fires an event at all participants after the changes that are waiting. */
    fire(type: keyof VerificationEventMap, detail: unknown): void {
      later(() => {
        for (const participant of [...participants]) participant.fire(type, detail)
      })
    },
  }
}
