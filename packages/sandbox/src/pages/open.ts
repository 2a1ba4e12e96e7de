import type { Session } from '../objects/session/record.js'
import type { Account } from '../world/account.js'
import type { Opened, Refusal } from '../world/credentials.js'

/** Why a credential opens nothing; `not_open` is a session that no longer takes a submission. */
export type OpenRefusal = Refusal | 'not_open' | 'live_key' | 'invalid_key'

export type Refused = { readonly refused: OpenRefusal; readonly status?: string }

export type OpenResult = { readonly session: Session; readonly refused?: never } | Refused

/** What `Stripe(publishableKey).verifyIdentity(clientSecret)` opens. Opening uses nothing up. */
export function openByClientSecret(
  account: Account,
  publishableKey: string,
  clientSecret: string,
): OpenResult {
  if (publishableKey.startsWith('pk_live_')) return { refused: 'live_key' }
  if (!publishableKey.startsWith('pk_test_')) return { refused: 'invalid_key' }
  return open(account, account.credentials.openSecret(clientSecret))
}

/** What the page at `/start/<token>` opens. Opening uses nothing up. */
export function openByUrlToken(account: Account, token: string): OpenResult {
  return open(account, account.credentials.openToken(token))
}

function open(account: Account, opened: Opened): OpenResult {
  if ('refused' in opened) return { refused: opened.refused }
  const session = account.sessions.get(opened.session)
  if (!session) return { refused: 'unknown' }
  return session.status === 'requires_input' ? { session } : { refused: 'not_open', status: session.status }
}
