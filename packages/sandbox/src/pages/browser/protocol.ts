/** The messages between Stripe.js in the host's page and the modal in its iframe. */

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

/** The result of `verifyIdentity`. As at Stripe, success means "submitted", never "verified". */
export type VerifyResult = { verificationSession: { id: string } } | { error: StripeError }

/** The only message sent over `window`, to the sandbox's exact origin. It transfers a port for all later messages. */
export interface OpenMessage {
  kind: 'stripe-identity-sandbox:open'
  clientSecret: string
  publishableKey: string
}

export type ModalMessage = { kind: 'opened' } | { kind: 'result'; result: VerifyResult }

/**
 * Moves the focus into the modal: to its heading when it opens, to one end after Tab has left it at the other. Or
 * closes the modal, unless a submission is in progress.
 */
export type HostMessage = { kind: 'focus'; at: 'heading' | 'first' | 'last' } | { kind: 'close' }

/** A person's own choice is not an `invalid_request_error`, which is for unusable secrets. */
export const cancelled: VerifyResult = {
  error: {
    type: 'validation_error',
    code: 'session_cancelled',
    message: 'The verification was closed before it was submitted.',
  },
}
