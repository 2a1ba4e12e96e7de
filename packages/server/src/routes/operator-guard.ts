import type { RequestHandler, Response } from 'express'
import { IdentityError } from '../errors.js'
import { fromHost } from '../host-call.js'
import type { Authorize, Operator } from '../options.js'

/** Somebody who is let in. */
export interface KnownOperator {
  id: string
  readonly: boolean
}

/** Who operates, as the host says; null where it is nobody who may. Anything else the host says is an error of its own. */
export async function operatorFrom(
  authorize: Authorize,
  req: Parameters<Authorize>[0],
): Promise<KnownOperator | null> {
  const given: unknown = await fromHost('operator.authorize', () => authorize(req))
  if (given === null) return null
  const { id, readonly = false } = typeof given === 'object' ? (given as Partial<Operator>) : { id: given }
  const named = typeof id === 'number' || (typeof id === 'string' && id !== '')
  if (!named || typeof readonly !== 'boolean') {
    throw new IdentityError('server_error', 'operator.authorize gave neither an id nor null.')
  }
  return { id: String(id), readonly }
}

/** Lets operators in, and one who may only read only to read. */
export function requireOperator(authorize: Authorize): RequestHandler {
  return async (req, res, next) => {
    const operator = await operatorFrom(authorize, req)
    if (operator !== null) {
      if (operator.readonly && req.method !== 'GET' && req.method !== 'HEAD') {
        throw new IdentityError('operator_forbidden', 'This operator may look, and not act.')
      }
      res.locals.operator = operator
      return next()
    }
    if (req.get('Authorization') === undefined && req.get('Cookie') === undefined) {
      throw new IdentityError('unauthenticated', 'Nobody is signed in.', {
        headers: { 'WWW-Authenticate': 'Bearer' },
      })
    }
    throw new IdentityError('operator_forbidden', 'This is for operators only.')
  }
}

/** The operator's id, for the history. */
export function operatorOf(res: Response): string {
  return operatorIn(res).id
}

export function operatorIn(res: Response): KnownOperator {
  return res.locals.operator as KnownOperator
}
