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
  const user: unknown = await authenticate(req, res)
  if (user === null) throw new IdentityError('unauthenticated', 'Nobody is signed in.')
  if (typeof user === 'number' && Number.isFinite(user)) return String(user)
  if (typeof user === 'string' && isUserId(user)) return user
  throw new IdentityError('server_error', 'authenticate gave something that is neither an id nor null.')
}

/** Not empty, not too long for Stripe, and nothing in it that a database refuses. */
export function isUserId(user: string): boolean {
  return user.length > 0 && user.length <= MAX_LENGTH && user.isWellFormed() && !user.includes('\0')
}
