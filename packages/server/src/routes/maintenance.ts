import type { Request, RequestHandler } from 'express'
import { z } from 'zod'
import { IdentityError } from '../errors.js'
import type { Maintain } from '../services/maintenance.js'
import { sendJson } from './answer.js'
import { parse, queryOf } from './parse.js'

export interface MaintenanceRoute {
  maintain: Maintain
  /** True if the request has the secret. */
  allowed: (req: Request) => boolean
}

const DEFAULT_SECONDS = 8
const RUN = z.strictObject({
  seconds: z
    .string()
    .regex(/^([1-9]|[1-4]\d|5[0-5])$/, 'is a number of seconds from 1 to 55')
    .optional(),
})

/**
 * The route that a cron job calls on platforms without a long-running process. Takes no body and requires the secret.
 */
export function maintenanceRoute({ maintain, allowed }: MaintenanceRoute): RequestHandler[] {
  return [
    (req, _res, next) => {
      if (allowed(req)) return next()
      throw new IdentityError('unauthenticated', 'Send the secret: Authorization: Bearer ….', {
        headers: { 'WWW-Authenticate': 'Bearer' },
      })
    },
    async (req, res) => {
      const { seconds = DEFAULT_SECONDS } = parse(RUN, queryOf(req))
      sendJson(res, await maintain(Number(seconds) * 1000))
    },
  ]
}
