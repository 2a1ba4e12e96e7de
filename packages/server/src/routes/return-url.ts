import { IdentityError } from '../errors.js'

/**
 * Chooses the return URL of Stripe's hosted page, which is fixed once the session is created: the requested one if
 * the allow-list contains its origin and path, otherwise the list's first entry, otherwise none.
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
