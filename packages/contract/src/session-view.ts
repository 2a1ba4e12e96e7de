/**
 * A session's status, in Stripe's words. `requires_input` is both "not begun" and "not passed": see `last_error`.
 * `verified` can be taken back by a reviewer at Stripe; `canceled` cannot.
 */
export type SessionStatus = 'requires_input' | 'processing' | 'verified' | 'canceled'

/** What a browser may know of a verification session. Never outputs, reports, metadata or secrets. */
export interface SessionView {
  /** Stripe's id, `vs_…`. */
  id: string
  status: SessionStatus
  /**
   * Why the last attempt did not pass, or why a verification was taken back; null before the first attempt, while
   * processing and when verified. It stays on a session that was canceled because no attempts were left.
   */
  last_error: { code: string; reason: string | null } | null
  /** Set once somebody asked Stripe to erase the session; `status` is Stripe's, e.g. `processing`, `redacted`. */
  redaction: { status: string } | null
  /** Stripe's kind of check: `document`, `id_number`, `verification_flow`. */
  type: string
  livemode: boolean
  /** Failed attempts of this user since the last success. Closing, reloading and declined consent cost none. */
  attempts: number
  /** Attempts the user still has; null where the host sets no limit. */
  attempts_left: number | null
  /** Rises by at least 1 whenever another field but `updated` changes; never falls. */
  version: number
  /** When Stripe made the session, in unix seconds. */
  created: number
  /** When this view last changed, in unix seconds. */
  updated: number
}

/** What `POST /sessions` answers: the view, and what the browser needs to open Stripe's modal. */
export interface SessionOpening extends SessionView {
  /** Good for 24 hours and one submission; null where there is nothing to submit. Never store or log it. */
  client_secret: string | null
  /** Stripe's hosted page, good for 48 hours and one submission; null where there is nothing to submit. */
  url: string | null
  publishable_key: string
}

/** The body of `POST /sessions`. */
export interface OpenSessionRequest {
  /** Where Stripe's hosted page sends the user afterwards; used only if the server's allow-list has it. */
  return_url?: string
}
