import type { StripeError } from './browser/protocol.js'
import type { OpenRefusal, Refused } from './open.js'

/** The codes are the sandbox's own. None of them is among those that Stripe documents for `verifyIdentity`. */
const SECRETS: Record<OpenRefusal, (status: string) => StripeError> = {
  live_key: () => ({
    type: 'authentication_error',
    code: 'live_key_refused',
    message: 'The sandbox takes no live key. Give Stripe() a publishable key that starts with pk_test_.',
  }),
  invalid_key: () => ({
    type: 'authentication_error',
    code: 'api_key_invalid',
    message: 'Stripe() was not given a publishable test key. Such a key starts with pk_test_.',
  }),
  unknown: () => ({
    type: 'invalid_request_error',
    code: 'client_secret_unknown',
    message:
      'No VerificationSession of this sandbox has this client_secret. Was it made by another sandbox, by Stripe, or before a reset?',
  }),
  expired: () => ({
    type: 'invalid_request_error',
    code: 'client_secret_expired',
    message:
      'This client_secret has expired: one is good for 24 hours. Retrieve the VerificationSession for a fresh one.',
  }),
  used: () => ({
    type: 'invalid_request_error',
    code: 'client_secret_used',
    message:
      'This client_secret was used already: one is good for one submission. Retrieve the VerificationSession for a fresh one.',
  }),
  not_open: (status) => ({
    type: 'invalid_request_error',
    code: 'verification_session_not_open',
    message: `This VerificationSession takes no submission: it has a status of "${status}", not "requires_input".`,
  }),
}

const LINKS: Partial<Record<OpenRefusal, string>> = {
  unknown: 'There is no verification at this address.',
  expired: 'This link has expired: one is good for 48 hours. Go back and ask for a new one.',
  used: 'This link was used already: one is good for one submission. Go back and ask for a new one.',
}

/** The refusal of a client secret, as Stripe.js returns it to the page. */
export function refusedSecret({ refused, status = 'unknown' }: Refused): StripeError {
  return SECRETS[refused](status)
}

/** The refusal of a session's `url`, for the visitor. */
export function refusedLink(result: Refused): StripeError {
  const error = refusedSecret(result)
  return { ...error, code: `url_${result.refused}`, message: LINKS[result.refused] ?? error.message }
}
