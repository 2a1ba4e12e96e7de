import { IdentityError } from '../errors.js'

/**
 * Where Stripe's hosted page goes afterwards, which cannot be changed once a session is made: what was asked for if the
 * allow-list has its origin and path, else the list's first entry, else none.
 */
export function chooseReturnUrl(asked: string | undefined, allowed: readonly string[]): string | null {
  const fallback = allowed[0] ?? null
  if (asked === undefined) return fallback
  if (!URL.canParse(asked))
    throw new IdentityError('return_url_invalid', 'return_url is not an absolute URL.')
  const url = new URL(asked)
  if (url.username !== '' || url.password !== '') {
    throw new IdentityError('return_url_invalid', 'return_url must not carry a user name or password.')
  }
  const listed = allowed.some((entry) => {
    const known = new URL(entry)
    return known.origin === url.origin && known.pathname === url.pathname
  })
  return listed ? url.href : fallback
}
