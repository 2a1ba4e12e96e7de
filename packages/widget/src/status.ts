import type { SessionView } from 'stripe-identity-contract'
import { type FlowEvent, isNews, next, type Standing, standing, type VerificationState } from './flow.js'
import { INITIAL } from './snapshot.js'
import type { Snapshot } from './verification.js'

export type Status = ReturnType<typeof createStatus>

/** Where the verification stands, and the rules by which an answer of the server moves it. */
export function createStatus(changed: (previous: VerificationState) => void, snapshot: Snapshot = INITIAL) {
  /** The session as it was when the person sent it: until a later version comes it is being processed. */
  let sent: SessionView | null = null

  /** Whether the person has sent the session as it is here, so that the server has yet to learn of it. */
  const isSent = (view: SessionView) => view.id === sent?.id && view.version <= sent.version

  function standingOf(view: SessionView | null, takenBack = false): Standing {
    if (view && isSent(view)) return 'processing'
    const stands = standing(view)
    // Stripe may take "verified" back without a reason; the person does not begin from nothing then.
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
     * Takes in an answer of the server, and says where its session stands. An answer that is not news is ignored, unless
     * it counts `again`, or shows that a lost connection is back.
     */
    take(answer: SessionView | null, again = false): Standing {
      const { session, error, state, takenBack } = snapshot
      if (!answer) {
        change({ session: null, takenBack: false }, 'reset')
        return 'idle'
      }
      const wasSent = isSent(answer) && (state === 'idle' || state === 'requires_input')
      if (!wasSent && !isNews(answer, session, again || error?.code === 'network_error')) {
        // No news, but for those who have had no answer yet it is the first.
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

    /** The person sent the session, as far as it was known then. It is only remembered where nothing is to be shown. */
    submit(session: SessionView, isShown = true): void {
      sent = session
      if (isShown) change({ session, takenBack: false }, 'submitted')
    },

    /** Back to where the session stands, from a run that ended without a submission. */
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
