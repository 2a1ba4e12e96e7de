import type { Participant } from './core.js'
import type { VerificationError } from './errors.js'
import type { VerificationState } from './flow.js'
import type { Snapshot } from './verification.js'

/**
 * All participants of a conversation. A change reaches all of them before their events fire, so that a handler finds
 * the whole page in the new state. A change made by a handler waits until the first has reached all participants.
 */
export function createAudience<Member extends Participant>() {
  /** All participants, each with whether it is a newcomer, which has had no answer yet. */
  const members = new Map<Member, boolean>()
  const untold: (() => void)[] = []

  function later(tell: () => void): void {
    // The first entry of the queue is being delivered.
    if (untold.push(tell) > 1) return
    while (untold[0]) {
      untold[0]()
      untold.shift()
    }
  }

  function status(to: Member, previous: VerificationState, { state, session, error }: Snapshot): void {
    const initial = !!members.get(to)
    if (state === previous && (!initial || error)) return
    // An error is not an answer, so the next answer is still the first.
    if (!error && initial) members.set(to, false)
    const detail = { state, previous, session, initial }
    to.fire('identity-status', detail)
    if (state === 'verified') to.fire('identity-verified', detail)
  }

  return {
    members,

    /** Publishes a change of state from `previous`. */
    tell(previous: VerificationState, snapshot: Snapshot): void {
      for (const member of members.keys()) member.changed()
      later(() => {
        for (const member of [...members.keys()]) status(member, previous, snapshot)
      })
    },

    /** Passes the known state to a participant that joined later. */
    greet(member: Member, snapshot: Snapshot): void {
      if (members.get(member)) later(() => status(member, 'idle', snapshot))
    },

    /** Fires an error at all participants, or at the one that it concerns, after the changes that are waiting. */
    report({ code, cause }: VerificationError, to?: readonly Member[]): void {
      later(() => {
        for (const member of to ?? [...members.keys()]) member.fire('identity-error', { code, cause })
      })
    },
  }
}

/** From now on, no answer counts as the first (`initial`). */
export function forgetNewcomers<Member>(members: Map<Member, boolean>): void {
  for (const member of members.keys()) members.set(member, false)
}
