import type { Session } from '../objects/session/record.js'
import type { Account } from '../world/account.js'
import type { Opened, Refusal } from '../world/credentials.js'

/** The reason why a credential is refused. `not_open` means that the session takes no more submissions. */
export type OpenRefusal = Refusal | 'not_open' | 'live_key' | 'invalid_key'

export type Refused = { readonly refused: OpenRefusal; readonly status?: string }

export type OpenResult = { readonly session: Session; readonly refused?: never } | Refused

/** Opens the session for `Stripe(publishableKey).verifyIdentity(clientSecret)`. Opening uses nothing up. */
export function openByClientSecret(
  account: Account,
  publishableKey: string,
  clientSecret: string,
): OpenResult {
  if (publishableKey.startsWith('pk_live_')) return { refused: 'live_key' }
  if (!publishableKey.startsWith('pk_test_')) return { refused: 'invalid_key' }
  return open(account, account.credentials.openSecret(clientSecret))
}

/** Opens the session for the page at `/start/<token>`. Opening uses nothing up. */
export function openByUrlToken(account: Account, token: string): OpenResult {
  return open(account, account.credentials.openToken(token))
}

function open(account: Account, opened: Opened): OpenResult {
  if ('refused' in opened) return { refused: opened.refused }
  const session = account.sessions.get(opened.session)
  if (!session) return { refused: 'unknown' }
  return session.status === 'requires_input' ? { session } : { refused: 'not_open', status: session.status }
}
