import type { RequestHandler, Router } from 'express'
import { BATCH_ACTS, SESSION_ID } from 'stripe-identity-contract'
import { z } from 'zod'
import type { Batches } from '../services/batches.js'
import { sendJson } from './answer.js'
import { methodNotAllowed } from './errors.js'
import { jsonBody } from './json-body.js'
import { operatorOf } from './operator-guard.js'
import { parse } from './parse.js'

export interface OperatorBatchRoutes {
  batches: Batches
  write: RequestHandler[]
}

const BATCH = z.strictObject({
  act: z.enum(BATCH_ACTS),
  sessions: z
    .array(z.string().regex(SESSION_ID, 'is not an id of a session'))
    .min(1)
    .max(100)
    .transform((ids) => [...new Set(ids)]),
})

/** Actions on several sessions, which the server completes even if the page is closed. */
export function addOperatorBatchRoutes(router: Router, { batches, write }: OperatorBatchRoutes): void {
  router
    .route('/batches')
    .post(...write, ...jsonBody(), async (req, res) => {
      const { act, sessions } = parse(BATCH, req.body ?? {})
      sendJson(res, await batches.begin(act, sessions, operatorOf(res)), 202)
    })
    .all(methodNotAllowed('POST'))
  router
    .route('/batches/:id')
    .get(async (req, res) => {
      sendJson(res, await batches.view(req.params.id))
    })
    .all(methodNotAllowed('GET'))
}
