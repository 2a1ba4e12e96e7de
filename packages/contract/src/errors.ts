/**
 * All error codes of the packages, on the wire or in an `identity-error` event, with the HTTP status of those that a
 * server sends (null: raised in the browser). The list is closed: a new cause gets a new entry, here and in
 * docs/error-codes.md.
 */
export const ERRORS = {
  invalid_request: 400,
  return_url_invalid: 400,
  signature_invalid: 400,
  unauthenticated: 401,
  cross_site_request: 403,
  attempts_exhausted: 403,
  identity_verification_required: 403,
  operator_forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_cancelable: 409,
  invalid_state: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  user_limit_reached: 429,
  daily_limit_reached: 429,
  server_error: 500,
  webhook_body_parsed: 500,
  stripe_rejected: 502,
  stripe_not_activated: 502,
  stripe_unavailable: 503,
  store_unavailable: 503,
  server_unavailable: 503,
  webhook_not_configured: 503,
  restricted_key_missing: 501,

  network_error: null,
  bad_response: null,
  stripe_load_failed: null,
  widget_load_failed: null,
  stripe_error: null,
  modal_already_open: null,
  device_unsupported: null,
  aborted: null,
} as const satisfies Record<string, number | null>

export type ErrorCode = keyof typeof ERRORS

/** The body of every error response. */
export interface ErrorBody {
  error: {
    code: ErrorCode
    /** For developers, in English. The widget shows users its own text for the code. */
    message: string
    /** Identifies the request in the server's log lines. Quote it to the operator. */
    request_id: string
    /** The session's present status, with `invalid_state`. */
    status?: string
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value)
}
