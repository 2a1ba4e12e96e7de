import type { Session } from '../session.js'
import type { Account } from './account.js'
import type { Opened } from './credentials.js'

/**
 * Why a client secret or url opens nothing: the publishable key is none, or a live one; the credential was
 * never given out here; it is too old; it was submitted with; or the session no longer takes input.
 */
export type OpenRefusal = 'invalid_key' | 'live_key' | 'unknown' | 'expired' | 'used' | 'not_open'

export type OpenResult =
  | { readonly session: Session; readonly refused?: never }
  | { readonly refused: OpenRefusal; readonly session?: Session }

/** What `verifyIdentity(client_secret)` of `Stripe(publishable_key)` may open. Opening uses nothing up. */
export function openByClientSecret(
  account: Account,
  publishableKey: string,
  clientSecret: string,
): OpenResult {
  if (/^pk_live_/.test(publishableKey)) return { refused: 'live_key' }
  if (!/^pk_test_\w+$/.test(publishableKey)) return { refused: 'invalid_key' }
  return resolve(account, account.credentials.openSecret(clientSecret))
}

/** What the page at `/start/<token>` may open. Opening uses nothing up. */
export function openByUrlToken(account: Account, token: string): OpenResult {
  return resolve(account, account.credentials.openToken(token))
}

function resolve(account: Account, opened: Opened): OpenResult {
  const session = opened.session === undefined ? undefined : account.sessions.get(opened.session)
  if (!session) return { refused: 'unknown' }
  if ('refused' in opened) return { refused: opened.refused, session }
  return session.status === 'requires_input' ? { session } : { refused: 'not_open', session }
}
