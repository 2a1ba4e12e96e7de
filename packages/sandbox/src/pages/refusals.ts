import type { Refusal } from '../state/credentials.js'

/** An error as Stripe.js hands it to the page. No code is one of those that Stripe documents for `verifyIdentity`. */
export interface ClientError {
  type: 'invalid_request_error'
  code: string
  message: string
}

const SECRETS: Record<Refusal, ClientError> = {
  unknown: refusal(
    'client_secret_unknown',
    'No VerificationSession of this sandbox has this client_secret. Was it made by another sandbox, by Stripe, or before a reset?',
  ),
  expired: refusal(
    'client_secret_expired',
    'This client_secret has expired: one is good for 24 hours. Retrieve the VerificationSession for a fresh one.',
  ),
  used: refusal(
    'client_secret_used',
    'This client_secret was used already: one is good for one submission. Retrieve the VerificationSession for a fresh one.',
  ),
}

const URLS: Record<Refusal, ClientError> = {
  unknown: refusal('url_unknown', 'There is no verification at this address.'),
  expired: refusal(
    'url_expired',
    'This link has expired: one is good for 48 hours. Go back and ask for a new one.',
  ),
  used: refusal(
    'url_used',
    'This link was used already: one is good for one submission. Go back and ask for a new one.',
  ),
}

export function refusedSecret(why: Refusal): ClientError {
  return SECRETS[why]
}

export function refusedUrl(why: Refusal): ClientError {
  return URLS[why]
}

/** The session itself is not, or no longer, open to a submission. */
export function notOpen(status: string): ClientError {
  return refusal(
    'verification_session_not_open',
    `This VerificationSession takes no submission: it has a status of "${status}", not "requires_input".`,
  )
}

export function malformed(message: string): ClientError {
  return refusal('parameter_invalid', message)
}

function refusal(code: string, message: string): ClientError {
  return { type: 'invalid_request_error', code, message }
}
