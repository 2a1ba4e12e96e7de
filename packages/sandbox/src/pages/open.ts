import { z } from 'zod'
import type { Accounts } from '../accounts.js'
import type { Core } from '../core.js'
import type { Session } from '../objects/session/record.js'
import { type ErrorDetails, StripeError } from '../stripe/errors.js'

const text = z.string().max(5000)

/** The credential for acting on a session: the client secret in the modal, the url's token on the hosted page. */
export const TICKET = z.union(
  [z.object({ client_secret: text, publishable_key: text }), z.object({ url_token: text })],
  'a client_secret with a publishable_key, or a url_token',
)

export type Ticket = z.output<typeof TICKET>

export interface OpenedSession {
  readonly core: Core
  readonly session: Session
  readonly credential: string
}

/**
 * Opens the session of a visit. Opening uses nothing up. Throws a `StripeError` if the credential is refused, or if
 * the session takes no more submissions.
 */
export function openSession(accounts: Accounts, ticket: Ticket): OpenedSession {
  const bySecret = 'client_secret' in ticket
  if (bySecret) requirePublishable(ticket.publishable_key)
  const credential = bySecret ? ticket.client_secret : ticket.url_token
  const core = accounts.holding(credential)
  const { credentials, sessions } = core.account
  const opened = bySecret ? credentials.openSecret(credential) : credentials.openToken(credential)
  const refusals = bySecret ? SECRET_REFUSALS : LINK_REFUSALS
  if ('refused' in opened) throw refusal(refusals[opened.refused])
  const session = sessions.get(opened.session)
  if (!session) throw refusal(refusals.unknown)
  if (session.status !== 'requires_input') {
    const message = `This VerificationSession takes no submission: it has a status of "${session.status}", not "requires_input".`
    throw refusal([410, refusals.notOpen, message])
  }
  return { core, session, credential }
}

function requirePublishable(key: string): void {
  if (key.startsWith('pk_live_')) throw refusal(SECRET_REFUSALS.liveKey)
  if (!key.startsWith('pk_test_')) throw refusal(SECRET_REFUSALS.invalidKey)
}

type Refusal = readonly [status: number, code: string, message: string, type?: ErrorDetails['type']]

function refusal([status, code, message, type]: Refusal): StripeError {
  return new StripeError(status, message, { code, isOurs: true, ...(type !== undefined && { type }) })
}

interface Refusals extends Record<'unknown' | 'expired' | 'used', Refusal> {
  /** The code for a session that takes no submission. */
  notOpen: string
}

/**
 * The refusals of a client secret, as Stripe.js returns them to the page. The codes are the sandbox's own. None of
 * them is among those that Stripe documents for `verifyIdentity`.
 */
const SECRET_REFUSALS: Refusals & Record<'liveKey' | 'invalidKey', Refusal> = {
  liveKey: [
    401,
    'live_key_refused',
    'The sandbox takes no live key. Give Stripe() a publishable key that starts with pk_test_.',
    'authentication_error',
  ],
  invalidKey: [
    401,
    'api_key_invalid',
    'Stripe() was not given a publishable test key. Such a key starts with pk_test_.',
    'authentication_error',
  ],
  unknown: [
    404,
    'client_secret_unknown',
    'No VerificationSession of this sandbox has this client_secret. Was it made by another sandbox, by Stripe, or before a reset?',
  ],
  expired: [
    410,
    'client_secret_expired',
    'This client_secret has expired: one is good for 24 hours. Retrieve the VerificationSession for a fresh one.',
  ],
  used: [
    410,
    'client_secret_used',
    'This client_secret was used already: one is good for one submission. Retrieve the VerificationSession for a fresh one.',
  ],
  notOpen: 'verification_session_not_open',
}

/** The refusals of a session's `url`, for the visitor. */
const LINK_REFUSALS: Refusals = {
  unknown: [404, 'url_unknown', 'There is no verification at this address.'],
  expired: [
    410,
    'url_expired',
    'This link has expired: one is good for 48 hours. Go back and ask for a new one.',
  ],
  used: [
    410,
    'url_used',
    'This link was used already: one is good for one submission. Go back and ask for a new one.',
  ],
  notOpen: 'url_not_open',
}
