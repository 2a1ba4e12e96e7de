import type { Request, Response } from 'express'
import { IdentityError } from './errors.js'
import type { Authenticate } from './options.js'

/** Stripe's limit for `client_reference_id`. */
const MAX_LENGTH = 5000

/**
 * The user who asks; 401 where there is none. Fails closed: whatever is not plainly an id is an error of the host's, and
 * never a user shared by many.
 */
export async function userOf(authenticate: Authenticate, req: Request, res: Response): Promise<string> {
  return userFrom(await authenticate(req, res), 'authenticate gave')
}

/** The same of a host's own answer; `source` begins the sentence that says what is wrong with it. */
export function userFrom(user: unknown, source: string): string {
  if (user === null) throw new IdentityError('unauthenticated', 'Nobody is signed in.')
  if (isUser(user)) return String(user)
  throw new IdentityError('server_error', `${source} something that is neither an id nor null.`)
}

/** What names one user: a finite number, or a string that is an id. */
export function isUser(user: unknown): user is string | number {
  return typeof user === 'string' ? isUserId(user) : Number.isFinite(user)
}

/** Not empty, not too long for Stripe, and nothing in it that a database refuses. */
export function isUserId(user: string): boolean {
  return user.length > 0 && user.length <= MAX_LENGTH && user.isWellFormed() && !user.includes('\0')
}
