import type { ErrorCode, SessionView } from 'stripe-identity-contract'
import type { ApiOptions } from './api.js'
import type { VerificationError } from './errors.js'
import type { VerificationState } from './flow.js'
import type { StripeModal } from './modal.js'

/** A Stripe.js instance, a promise of one, or a function that creates one for the server's key. */
export type StripeSource =
  | StripeModal
  | PromiseLike<StripeModal | null>
  | ((publishableKey: string, options: { locale: string }) => StripeModal | PromiseLike<StripeModal | null>)

/** The options of a store. */
export interface VerificationOptions extends ApiOptions {
  /** `auto` (default) opens Stripe's modal, or its hosted page if the modal cannot open. */
  flow?: 'auto' | 'modal' | 'redirect' | undefined
  /** The page to which the hosted page redirects the user. The server's allow-list decides. */
  returnUrl?: string | undefined
  /** The language of Stripe's modal, as a BCP 47 tag. Default: the browser's. */
  locale?: string | undefined
  /** Default: Stripe.js, loaded from Stripe at the first sign of intent. */
  stripe?: StripeSource | undefined
}

/** The result of `start()`. `submitted` does not mean "verified", which the server reports later. */
export type Outcome =
  | 'verified'
  | 'submitted'
  | 'dismissed'
  | 'redirected'
  | 'prevented'
  | 'disabled'
  | 'aborted'
  | 'failed'

/** Everything that a view needs. Each change creates a new object. */
export interface Snapshot {
  readonly state: VerificationState
  /** The user's session as last reported by the server; null if none is known. */
  readonly session: SessionView | null
  /** Set only in the state `error`. */
  readonly error: VerificationError | null
  /** Stripe's code for a refusal in its modal that the server has not reported yet. */
  readonly reason: string | null
  /** True until the first answer. The state is `idle` until then, and can change. */
  readonly pending?: boolean
  /** True in `requires_input` if Stripe has taken "verified" back. */
  readonly takenBack?: boolean
  /** True once `processing` has lasted so long that the view mentions that the page may be left. */
  readonly long?: boolean
}

/** The detail of `identity-status` and `identity-verified`. */
export interface StatusDetail {
  state: VerificationState
  previous: VerificationState
  session: SessionView | null
  /** True for the first answer, which reports a state from before the page was opened. */
  initial: boolean
}

/** The events of an element or a store, by type. Only `identity-start` can be prevented. */
export interface VerificationEventMap {
  'identity-start': CustomEvent<{ session: SessionView | null }>
  'identity-status': CustomEvent<StatusDetail>
  'identity-verified': CustomEvent<StatusDetail & { session: SessionView }>
  'identity-dismiss': CustomEvent<{ session: SessionView | null }>
  'identity-error': CustomEvent<{ code: ErrorCode; cause: unknown }>
}

/** Any of these events, distinguished by its `type`. */
export type VerificationEvent = {
  [Type in keyof VerificationEventMap]: VerificationEventMap[Type] & { readonly type: Type }
}[keyof VerificationEventMap]

/**
 * The flow as a store, without an element or framework. All stores of one endpoint and `fetch` on a page share their
 * state: one request to the server, one run, and the same answer for all.
 */
export interface Verification {
  /** The current snapshot: the same object until the next change. */
  getState(): Snapshot
  /**
   * Calls the listener after every change, and once more with each event. The first subscriber makes the store load
   * the session. After the last one has left, all requests, timers and listeners of the store end.
   */
  subscribe(listener: (event?: VerificationEvent) => void): () => void
  /**
   * Creates or resumes the user's session and opens Stripe's modal. Never rejects. A second call during a run joins
   * it.
   */
  start(): Promise<{ outcome: Outcome }>
  /** Cancels the session at Stripe. A refusal fires `identity-error`. */
  cancel(): Promise<void>
  /** Loads the session again. A failure fires `identity-error`. */
  refresh(): Promise<void>
  /** Returns to `idle` and ends a run. The server is not informed. */
  reset(): void
  /** Ends an active run and keeps the known state. */
  stop(): void
  /** Applies a changed `endpoint` or `fetch` in the options. Other options need no call. */
  update(): void
  /** Loads Stripe's script before `start()`. */
  preload(): void
}
