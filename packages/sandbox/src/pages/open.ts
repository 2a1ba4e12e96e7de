import type { Accounts } from '../accounts.js'
import type { Core } from '../core.js'
import type { Session } from '../objects/session/record.js'
import { LINK_REFUSALS, SECRET_REFUSALS } from './refusals.js'

/** The credential for acting on a session: the client secret in the modal, the url's token on the hosted page. */
export type Ticket =
  | { readonly client_secret: string; readonly publishable_key: string }
  | { readonly url_token: string }

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
  if ('refused' in opened) throw refusals[opened.refused]()
  const session = sessions.get(opened.session)
  if (!session) throw refusals.unknown()
  if (session.status !== 'requires_input') throw refusals.notOpen(session.status)
  return { core, session, credential }
}

function requirePublishable(key: string): void {
  if (key.startsWith('pk_live_')) throw SECRET_REFUSALS.liveKey()
  if (!key.startsWith('pk_test_')) throw SECRET_REFUSALS.invalidKey()
}
