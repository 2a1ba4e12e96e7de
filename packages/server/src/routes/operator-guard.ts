import type { RequestHandler, Response } from 'express'
import { IdentityError } from '../errors.js'
import { fromHost } from '../host-call.js'
import type { Authorize, Operator } from '../options.js'

/** An authorized operator. */
export interface KnownOperator {
  id: string
  readonly: boolean
}

/**
 * Returns the operator according to the host, or null without permission. Any other result is an error of the host.
 */
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

/** Admits operators, and restricts read-only operators to reading. */
export function requireOperator(authorize: Authorize): RequestHandler {
  return async (req, res, next) => {
    const operator = await operatorFrom(authorize, req)
    if (operator !== null) {
      if (operator.readonly && req.method !== 'GET' && req.method !== 'HEAD') {
        throw new IdentityError('operator_forbidden', 'This operator has read-only access.')
      }
      res.locals.operator = operator
      return next()
    }
    if (req.get('Authorization') === undefined && req.get('Cookie') === undefined) {
      throw new IdentityError('unauthenticated', 'No user is signed in.', {
        headers: { 'WWW-Authenticate': 'Bearer' },
      })
    }
    throw new IdentityError('operator_forbidden', 'Only operators may do this.')
  }
}

/** The operator's id, for the history. */
export function operatorOf(res: Response): string {
  return operatorIn(res).id
}

export function operatorIn(res: Response): KnownOperator {
  return res.locals.operator as KnownOperator
}
