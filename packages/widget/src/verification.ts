import type { ErrorCode, SessionView } from 'stripe-identity-contract'
import type { ApiOptions } from './api.js'
import type { VerificationError } from './errors.js'
import type { VerificationState } from './flow.js'
import type { StripeModal } from './modal.js'

/** A Stripe.js instance, a promise of it, or what makes one once the server has named the key. */
export type StripeSource =
  | StripeModal
  | PromiseLike<StripeModal | null>
  | ((publishableKey: string, options: { locale: string }) => StripeModal | PromiseLike<StripeModal | null>)

export interface VerificationOptions extends ApiOptions {
  /** `auto` (default) opens Stripe's modal, and its hosted page where the modal cannot open. */
  flow?: 'auto' | 'modal' | 'redirect' | undefined
  /** Where the hosted page sends the user afterwards; the server's allow-list decides. */
  returnUrl?: string | undefined
  /** The language of Stripe's modal, as a BCP 47 tag. Default: the browser's. */
  locale?: string | undefined
  /** Default: Stripe.js, loaded from Stripe at the first sign of intent. */
  stripe?: StripeSource | undefined
}

/** How `start()` ended. `submitted` is not "verified": only the server says that, later. */
export type Outcome =
  | 'verified'
  | 'submitted'
  | 'dismissed'
  | 'redirected'
  | 'prevented'
  | 'disabled'
  | 'aborted'
  | 'failed'

/** Everything that a view needs. A new object with each change. */
export interface Snapshot {
  readonly state: VerificationState
  /** What the server last said of the user's session; null where nothing is known. */
  readonly session: SessionView | null
  /** Set in the state `error` only. */
  readonly error: VerificationError | null
  /** Stripe's code where its modal ended in a refusal that the server does not know of yet. */
  readonly reason: string | null
  /** True until the first answer: the state is `idle`, but may turn out to be another. */
  readonly pending?: boolean
  /** True where a person who was verified no longer is, because Stripe has taken it back: `requires_input`. */
  readonly takenBack?: boolean
  /** True once `processing` has lasted long enough to say that the page may be left. */
  readonly long?: boolean
}

export interface StatusDetail {
  state: VerificationState
  previous: VerificationState
  session: SessionView | null
  /** True for the first answer: it says what was so before the page came. */
  initial: boolean
}

export interface VerificationEventMap {
  'identity-start': CustomEvent<{ session: SessionView | null }>
  'identity-status': CustomEvent<StatusDetail>
  'identity-verified': CustomEvent<StatusDetail & { session: SessionView }>
  'identity-dismiss': CustomEvent<{ session: SessionView | null }>
  'identity-error': CustomEvent<{ code: ErrorCode; cause: unknown }>
}

export type VerificationEvent = {
  [Type in keyof VerificationEventMap]: VerificationEventMap[Type] & { readonly type: Type }
}[keyof VerificationEventMap]

/**
 * The flow as a store that needs no element and no framework. All stores of one endpoint and `fetch` on a page show the
 * same: one question to the server, one run, one answer to all.
 */
export interface Verification {
  getState(): Snapshot
  /**
   * Calls the listener after every change, and once more with each event. The first subscriber makes the store ask its
   * server what is known; after the last one has left, every request, timer and listener of the store ends.
   */
  subscribe(listener: (event?: VerificationEvent) => void): () => void
  /** Creates or resumes the user's session and opens Stripe's modal. Never rejects; while it runs, a second call joins. */
  start(): Promise<{ outcome: Outcome }>
  /** Cancels the session at Stripe. A refusal comes as `identity-error`. */
  cancel(): Promise<void>
  /** Asks the server again. A failure comes as `identity-error`. */
  refresh(): Promise<void>
  /** Back to `idle`, whatever runs. The server is not told. */
  reset(): void
  /** Ends a run that is on, and keeps what is known. */
  stop(): void
  /** Call it after changing `endpoint` or `fetch` in the options: the store asks there. Other options need no call. */
  update(): void
  /** Fetches Stripe's script ahead of `start()`. */
  preload(): void
}
