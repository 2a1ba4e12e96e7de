import type { SessionView } from 'stripe-identity-contract'
import { type FlowEvent, isNews, next, type Standing, standing, type VerificationState } from './flow.js'
import type { Snapshot } from './verification.js'

/** Before anything is known. */
export const INITIAL: Snapshot = {
  state: 'idle',
  session: null,
  error: null,
  reason: null,
  pending: true,
  takenBack: false,
  long: false,
}

/** Where the verification stands, and the rules by which an answer of the server moves it. */
export class Status {
  snapshot: Snapshot
  readonly #changed: (previous: VerificationState) => void
  /** The session as it was when the person sent it: until a later version comes it is being processed. */
  #submitted: SessionView | null = null

  constructor(changed: (previous: VerificationState) => void, snapshot: Snapshot = INITIAL) {
    this.#changed = changed
    this.snapshot = snapshot
  }

  change(patch: Partial<Snapshot>, ...events: FlowEvent[]): void {
    const previous = this.snapshot.state
    const state = events.reduce(next, previous)
    const long = this.snapshot.long === true && state === previous
    this.snapshot = { ...this.snapshot, error: null, reason: null, pending: false, long, ...patch, state }
    this.#changed(previous)
  }

  /**
   * Takes in an answer of the server, and says where its session stands. An answer that is not news is ignored, unless it
   * counts `again`, or shows that a lost connection is back.
   */
  take(answer: SessionView | null, again = false): Standing {
    const { session, error, state, takenBack } = this.snapshot
    if (!answer) {
      this.change({ session: null, takenBack: false }, 'reset')
      return 'idle'
    }
    const isSent = this.#isSent(answer) && (state === 'idle' || state === 'requires_input')
    if (!isSent && !isNews(answer, session, again || error?.code === 'network_error')) {
      // No news, but for those who have had no answer yet it is the first.
      this.#changed(state)
      return this.#standing(session, takenBack)
    }
    const isTakenBack =
      answer.status === 'requires_input' &&
      answer.id === session?.id &&
      (takenBack || session.status === 'verified')
    const stands = this.#standing(answer, isTakenBack)
    this.change({ session: answer, takenBack: isTakenBack }, stands)
    return stands
  }

  /** The person sent the session, as far as it was known then, through Stripe's modal. */
  submit(session: SessionView): void {
    this.rememberSubmission(session)
    this.change({ session, takenBack: false }, 'submitted')
  }

  /** As `submit`, where there is nobody to show it to. */
  rememberSubmission(session: SessionView): void {
    this.#submitted = session
  }

  /** Back to where the session stands, from a run that ended without a submission. */
  settle(): void {
    const { state, session, takenBack } = this.snapshot
    if (state === 'starting' || state === 'open') this.change({}, 'reset', this.#standing(session, takenBack))
  }

  reset(): void {
    this.#submitted = null
    this.change({ session: null, takenBack: false }, 'reset')
  }

  #standing(view: SessionView | null, takenBack = false): Standing {
    if (this.#isSent(view)) return 'processing'
    const stands = standing(view)
    // Stripe may take "verified" back without a reason; nobody has to begin from nothing then.
    return takenBack && stands === 'idle' ? 'requires_input' : stands
  }

  /** Whether the person has sent the session as it is here, so that the server has yet to learn of it. */
  #isSent(view: SessionView | null): boolean {
    const sent = this.#submitted
    return !!view && view.id === sent?.id && view.version <= sent.version
  }
}
