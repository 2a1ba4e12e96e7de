/** What Stripe.js in the host's page and the modal in its iframe say to each other. */

export interface StripeError {
  type:
    | 'api_connection_error'
    | 'authentication_error'
    | 'api_error'
    | 'invalid_request_error'
    | 'validation_error'
  code?: string
  message: string
}

/** What `verifyIdentity` resolves with. As at Stripe, success means "submitted", never "verified". */
export type VerifyResult = { verificationSession: { id: string } } | { error: StripeError }

/** The one message sent over `window`, to the sandbox's exact origin; a port for all later ones goes with it. */
export interface OpenMessage {
  kind: 'stripe-identity-sandbox:open'
  clientSecret: string
  publishableKey: string
}

export type ModalMessage = { kind: 'opened' } | { kind: 'result'; result: VerifyResult }

/**
 * Asks the modal to take the focus: at its heading when it opens, at an end when Tab has left it by the other. Or to
 * close, which it does unless a submission is under way.
 */
export type HostMessage = { kind: 'focus'; at: 'heading' | 'first' | 'last' } | { kind: 'close' }

/** A person's own choices are no `invalid_request_error`: that type is for secrets that cannot be used. */
export const cancelled: VerifyResult = {
  error: {
    type: 'validation_error',
    code: 'session_cancelled',
    message: 'The verification was closed before it was submitted.',
  },
}
