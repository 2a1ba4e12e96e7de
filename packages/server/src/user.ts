import type { Request, Response } from 'express'
import { IdentityError } from './errors.js'
import { fromHost } from './host-call.js'
import type { Authenticate } from './options.js'

/** Stripe's limit for `client_reference_id`. */
const MAX_LENGTH = 5000

/**
 * The user who asks; 401 where there is none. Fails closed: whatever is not plainly an id is an error of the host's, and
 * never a user shared by many.
 */
export async function userOf(authenticate: Authenticate, req: Request, res: Response): Promise<string> {
  const user: unknown = await fromHost('authenticate', () => authenticate(req, res))
  return userFrom(user, 'authenticate gave')
}

/** The same of a host's own answer; `source` begins the sentence that says what is wrong with it. */
export function userFrom(user: unknown, source: string): string {
  if (user === null) throw new IdentityError('unauthenticated', 'Nobody is signed in.')
  return userId(user, source)
}

/** The id as text, or an error that says what is wrong with it; `origin` begins the sentence, as `authenticate gave`. */
export function userId(user: unknown, origin: string): string {
  const fault = faultOf(user)
  if (fault !== null) throw new IdentityError('server_error', `${origin} ${fault}, which is no id of a user.`)
  return String(user)
}

/** Whether text is an id: not empty, not too long for Stripe, and nothing in it that a database refuses. */
export function isUserId(user: string): boolean {
  return faultOf(user) === null
}

/** What names one user: a finite number, or a string that is an id. */
export function isUser(user: unknown): user is string | number {
  return faultOf(user) === null
}

/** In words and without the value, which may be personal; null for an id: a finite number, or a string that is one. */
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
