/**
 * A session's status, as Stripe names it. `requires_input` means both "not begun" and "not passed"; see `last_error`.
 * A reviewer at Stripe can revoke `verified`; `canceled` is final.
 */
export type SessionStatus = 'requires_input' | 'processing' | 'verified' | 'canceled'

/** The part of a verification session that a browser may see: never outputs, reports, metadata or secrets. */
export interface SessionView {
  /** Stripe's id, `vs_…`. */
  id: string
  status: SessionStatus
  /**
   * The reason why the last attempt failed, or why a verification was revoked. Null before the first attempt, during
   * processing and when verified. Remains set on a session that was canceled because no attempts were left.
   */
  last_error: { code: string; reason: string | null } | null
  /** Set after a redaction was requested. `status` is Stripe's, e.g. `processing`, `redacted`. */
  redaction: { status: string } | null
  /** Stripe's kind of check: `document`, `id_number`, `verification_flow`. */
  type: string
  livemode: boolean
  /**
   * Failed attempts of this user since the last success. Closing the modal, reloading the page and declining consent
   * do not count.
   */
  attempts: number
  /** Remaining attempts of the user; null if the host sets no limit. */
  attempts_left: number | null
  /** Increases by at least 1 whenever a field other than `updated` changes; never decreases. */
  version: number
  /** Unix seconds of the creation at Stripe. */
  created: number
  /** Unix seconds of the last change of this view. */
  updated: number
}

/** The response of `POST /sessions`: the view, and the values with which the browser opens Stripe's modal. */
export interface SessionOpening extends SessionView {
  /** Valid for 24 hours and one submission; null if the session takes no submission. Never store or log it. */
  client_secret: string | null
  /** Stripe's hosted page. Valid for 48 hours and one submission; null if the session takes no submission. */
  url: string | null
  publishable_key: string
}

/** The body of `POST /sessions`. */
export interface OpenSessionRequest {
  /**
   * The page to which Stripe's hosted page redirects afterwards. Ignored unless the server's allow-list contains it.
   */
  return_url?: string
}
