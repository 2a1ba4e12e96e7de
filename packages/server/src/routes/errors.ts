import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import type { ErrorBody, ErrorCode } from 'stripe-identity-contract'
import { IdentityError } from '../errors.js'
import { StoreError } from '../store/store-error.js'
import { stripesWords } from '../stripe.js'
import { requestIdOf, sendJson } from './answer.js'

export const notFoundRoute: RequestHandler = () => {
  throw new IdentityError('not_found', 'There is no such route.')
}

/** Answers 405 for other methods of a path. */
export function methodNotAllowed(...allowed: string[]): RequestHandler {
  return () => {
    throw new IdentityError('method_not_allowed', `This route takes ${allowed.join(' and ')}.`, {
      headers: { Allow: allowed.join(', ') },
    })
  }
}

/** The last handler. Converts every error to the common format; internal details are only logged. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, req: Request, res: Response, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const known = error instanceof IdentityError ? error : translate(error)
    const stripe = stripesWords(known)
    const line = { request_id: requestIdOf(res), code: known.code, route: req.route?.path }
    if (known.status >= 500)
      log.error({ ...line, ...(stripe && { stripe }), err: causeOf(known) }, known.message)
    else if (stripe !== null) log.warn({ ...line, stripe }, known.message)
    const body: ErrorBody = {
      error: { ...known.details, code: known.code, message: known.message, request_id: requestIdOf(res) },
    }
    sendJson(res.set(known.headers), body, known.status)
  }
}

/** Errors of Express's parsers have a `type`; all other unknown errors are faults of ours. */
function translate(error: unknown): IdentityError {
  const { type, status } = error instanceof Error ? (error as { type?: string; status?: number }) : {}
  const say = (code: ErrorCode, message: string) => new IdentityError(code, message, { cause: error })
  if (type === 'entity.too.large') return say('body_too_large', 'The body is larger than this route takes.')
  if (type === 'entity.parse.failed') return say('invalid_request', 'The body is not JSON.')
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return say('unsupported_media_type', 'The body has an encoding that is not supported.')
  }
  if (error instanceof URIError || (status !== undefined && status >= 400 && status < 500)) {
    return say('invalid_request', 'The request is malformed.')
  }
  return say('server_error', 'Something went wrong on our side.')
}

/** Names, codes and stacks of internal errors, without any text from a client. */
function causeOf(error: IdentityError): Record<string, unknown> {
  // A store error describes the database itself; other errors have the details in their cause.
  const cause = error instanceof StoreError ? error : error.cause
  if (!(cause instanceof Error)) return { name: error.name, stack: error.stack }
  return {
    name: cause.name,
    code: Reflect.get(cause, 'reason') ?? Reflect.get(cause, 'code') ?? Reflect.get(cause, 'kind'),
    stripe_request_id: Reflect.get(cause, 'requestId'),
    stack: cause.stack?.split('\n').filter((line) => line.startsWith('    at ')),
  }
}
