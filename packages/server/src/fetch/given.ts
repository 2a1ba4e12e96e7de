import type { IncomingMessage } from 'node:http'
import type { Request } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import { IdentityError } from '../errors.js'
import type { Authenticate } from '../options.js'
import { isUser, userId } from '../user.js'

/** Information from the host about a request. */
export interface Given {
  /** The user as given by the host; absent if `authenticate` decides. */
  user?: unknown
}

/** Keyed by request, so that no header or property of the request can be mistaken for it. */
const given = new WeakMap<IncomingMessage, Given>()

export function giveTo(req: IncomingMessage, what: Given): void {
  given.set(req, what)
}

/** Returns the user that the host gave with the request, otherwise calls `authenticate`. */
export function givenOr(authenticate: Authenticate | null): Authenticate {
  return (req, res) => {
    const word = given.get(req)
    // Tests for the property, since an undefined user from a failed sign-in must not lead to `authenticate`.
    if (word !== undefined && Object.hasOwn(word, 'user')) return userOrNull(word.user)
    if (authenticate !== null) return authenticate(req, res)
    throw new IdentityError(
      'server_error',
      'No user was given: pass a user to identity.fetch, or authenticate to createIdentity.',
    )
  }
}

/** Checks the user here, so that the message names the call. A promise without `await` is no user either. */
function userOrNull(user: unknown): string | null {
  return user === null ? null : userId(user, 'identity.fetch was given')
}

/** The rate limiter's key for a request: the address, or else the user, or else one key for all. */
export function countedBy(req: Request): string {
  if (req.ip !== undefined) return ipKeyGenerator(req.ip)
  const user = given.get(req)?.user
  return isUser(user) ? `user:${user}` : 'unknown'
}
