import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { IdentityError } from './errors.js'
import type { Authenticate } from './options.js'
import { begin } from './routes/answer.js'
import { errorHandler } from './routes/errors.js'
import { userOf } from './user.js'

interface Context {
  authenticate: Authenticate
  isVerified: (user: string) => Promise<boolean>
  log: Logger
}

/** The guard for routes that only verified users may use. It sends its own error responses in the common format. */
export function createRequireVerified({ authenticate, isVerified, log }: Context): RequestHandler {
  const answer = errorHandler(log)
  return async function requireVerified(req, res, next) {
    try {
      if (await isVerified(await userOf(authenticate, req, res))) return next()
      throw verificationRequired()
    } catch (error) {
      begin(res)
      answer(error, req, res, next)
    }
  }
}

export function verificationRequired(): IdentityError {
  return new IdentityError('identity_verification_required', 'Verify your identity first.')
}
