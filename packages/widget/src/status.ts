import type { SessionView } from 'stripe-identity-contract'
import { type FlowEvent, isNews, next, type Standing, type VerificationState } from './flow.js'
import { standing } from './session.js'
import { INITIAL } from './snapshot.js'
import type { Snapshot } from './verification.js'

export type Status = ReturnType<typeof createStatus>

/** The state of the verification, and the rules by which an answer of the server changes it. */
export function createStatus(changed: (previous: VerificationState) => void, snapshot: Snapshot = INITIAL) {
  /** The session as submitted by the person. Until a later version arrives, it counts as processing. */
  let sent: SessionView | null = null

  /** True if the person has submitted this version, and the server has not reported it yet. */
  const isSent = (view: SessionView) => view.id === sent?.id && view.version <= sent.version

  function standingOf(view: SessionView | null, takenBack: boolean | undefined): Standing {
    if (view && isSent(view)) return 'processing'
    const stands = standing(view)
    // Stripe can take "verified" back without a reason. The person then does not start from the beginning.
    return takenBack && stands === 'idle' ? 'requires_input' : stands
  }

  function change(patch: Partial<Snapshot>, ...events: FlowEvent[]): void {
    const previous = snapshot.state
    const state = events.reduce(next, previous)
    const long = !!snapshot.long && state === previous
    snapshot = { ...snapshot, error: null, reason: null, pending: false, long, ...patch, state }
    changed(previous)
  }

  return {
    get: () => snapshot,

    change,

    /**
     * Applies an answer of the server, and returns the standing of its session. An answer that is not newer is ignored,
     * unless it counts `again`, or shows that a lost connection is back.
     */
    take(answer: SessionView | null, again = false): Standing {
      const { session, error, state, takenBack } = snapshot
      if (!answer) {
        change({ session: null, takenBack: false }, 'reset')
        return 'idle'
      }
      const wasSent = isSent(answer) && (state === 'idle' || state === 'requires_input')
      if (!wasSent && !isNews(answer, session, again || error?.code === 'network_error')) {
        // The answer is not new, but it is the first for some participants.
        changed(state)
        return standingOf(session, takenBack)
      }
      const isTakenBack =
        answer.status === 'requires_input' &&
        answer.id === session?.id &&
        (takenBack || session.status === 'verified')
      const stands = standingOf(answer, isTakenBack)
      change({ session: answer, takenBack: isTakenBack }, stands)
      return stands
    },

    /**
     * Records that the person has submitted the session as known then. With `isShown` false the state does not
     * change.
     */
    submit(session: SessionView, isShown = true): void {
      sent = session
      if (isShown) change({ session, takenBack: false }, 'submitted')
    },

    /** Returns to the session's state after a run without submission. */
    settle(): void {
      const { state, session, takenBack } = snapshot
      if (state === 'starting' || state === 'open') change({}, 'reset', standingOf(session, takenBack))
    },

    reset(): void {
      sent = null
      change({ session: null, takenBack: false }, 'reset')
    },
  }
}
