import type { IncomingMessage } from 'node:http'
import type { Request } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import { IdentityError } from '../errors.js'
import type { Authenticate } from '../options.js'
import { isUser, userId } from '../user.js'

/** What a host said of a request beside the request itself. */
export interface Given {
  /** Who asks, in the host's own words; absent where `authenticate` is to say it. */
  user?: unknown
}

/** By request, so that no header and no property of it could be taken for the host's word. */
const given = new WeakMap<IncomingMessage, Given>()

export function giveTo(req: IncomingMessage, what: Given): void {
  given.set(req, what)
}

/** The host's word on who asks, where it gave one with the request; `authenticate` otherwise. */
export function givenOr(authenticate: Authenticate | null): Authenticate {
  return (req, res) => {
    const word = given.get(req)
    // An own property, also one that is undefined: a sign-in that gave nothing must not be taken for none asked.
    if (word !== undefined && Object.hasOwn(word, 'user')) return userOrNull(word.user)
    if (authenticate !== null) return authenticate(req, res)
    throw new IdentityError(
      'server_error',
      'Nobody says who asks: hand identity.fetch a user, or give createIdentity an authenticate.',
    )
  }
}

/** Checked here, where the message can name who gave it; a promise, whose await was forgotten, is no user either. */
function userOrNull(user: unknown): string | null {
  return user === null ? null : userId(user, 'identity.fetch was given')
}

/** What the limiter counts a request by: the address; where the host knows none, its user; all others together. */
export function countedBy(req: Request): string {
  if (req.ip !== undefined) return ipKeyGenerator(req.ip)
  const user = given.get(req)?.user
  return isUser(user) ? `user:${user}` : 'unknown'
}
