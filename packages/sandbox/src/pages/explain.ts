import type { NextFunction, Request, Response } from 'express'
import { z } from 'zod'
import { NotAllowed } from '../stripe/errors.js'
import { bare } from './headers.js'

/** Answers what the caller did wrong in a sentence; anything else is not theirs and goes on. */
export function explain(error: unknown, _req: Request, res: Response, next: NextFunction) {
  if (error instanceof NotAllowed) return refuse(res, 409, error.message)
  if (error instanceof z.ZodError) return refuse(res, 400, z.prettifyError(error))
  const { status, message } = error as { status?: unknown; message?: unknown }
  if (typeof status === 'number' && status >= 400 && status < 500) return refuse(res, status, String(message))
  next(error)
}

/** The error shape of the routes that the sandbox's own pages call. */
export function refuse(res: Response, status: number, message: string) {
  bare(res)
    .status(status)
    .json({ error: { type: 'invalid_request_error', code: 'parameter_invalid', message } })
}
