import type { Request, Response } from 'express'
import { IdentityError } from './errors.js'
import { fromHost } from './host-call.js'
import type { Authenticate } from './options.js'

/** Stripe's limit for `client_reference_id`. */
const MAX_LENGTH = 5000

/**
 * Returns the user of a request; throws 401 if there is none. Fails closed: any value that is not clearly an id is an
 * error of the host, and never a user shared by many.
 */
export async function userOf(authenticate: Authenticate, req: Request, res: Response): Promise<string> {
  const user: unknown = await fromHost('authenticate', () => authenticate(req, res))
  return userFrom(user, 'authenticate returned')
}

/** Checks a user that the host returned. `source` begins the error sentence. */
export function userFrom(user: unknown, source: string): string {
  if (user === null) throw new IdentityError('unauthenticated', 'No user is signed in.')
  return userId(user, source)
}

/** Returns the id as text, or throws. `origin` begins the error sentence, such as `authenticate returned`. */
export function userId(user: unknown, origin: string): string {
  const fault = faultOf(user)
  if (fault !== null)
    throw new IdentityError('server_error', `${origin} ${fault}, which is not a valid user id.`)
  return String(user)
}

/**
 * True if the text is an id: not empty, within Stripe's length limit, and without characters that a database refuses.
 */
export function isUserId(user: string): boolean {
  return faultOf(user) === null
}

/** True for a value that identifies one user: a finite number, or a string that is an id. */
export function isUser(user: unknown): user is string | number {
  return faultOf(user) === null
}

/**
 * Describes the fault without the value, which may be personal; null for an id: a finite number, or a valid string.
 */
function faultOf(user: unknown): string | null {
  if (typeof user === 'number') return Number.isFinite(user) ? null : 'a number that is not finite'
  if (user === undefined) return 'undefined (is a return missing?)'
  if (user === null) return 'null'
  if (typeof user !== 'string') return `a value of the type ${typeof user}`
  if (user === '') return 'an empty string'
  if (user.length > MAX_LENGTH) return `a string of more than ${MAX_LENGTH} characters`
  if (user.includes('\0')) return 'a string with a NUL character, which no database takes'
  return user.isWellFormed() ? null : 'a string that is not well-formed Unicode'
}
