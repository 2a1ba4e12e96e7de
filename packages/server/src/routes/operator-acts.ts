import type { RequestHandler, Router } from 'express'
import { z } from 'zod'
import type { OperatorActs } from '../services/operator-acts.js'
import { viewOf } from '../session.js'
import { sendJson } from './answer.js'
import { methodNotAllowed } from './errors.js'
import { jsonBody } from './json-body.js'
import { operatorOf } from './operator-guard.js'
import { NOTHING, parse, sessionId } from './parse.js'

export interface OperatorActRoutes {
  acts: OperatorActs
  maxAttempts: number
  write: RequestHandler[]
}

const RESEND = z.strictObject({ version: z.int().min(0).optional() })
const OUTPUTS = z.strictObject({
  fields: z.array(z.enum(['dob', 'id_number', 'sex', 'unparsed_place_of_birth', 'unparsed_sex'])).optional(),
})

/** Adds the routes of actions that do not change anything at Stripe. */
export function addOperatorActRoutes(router: Router, { acts, maxAttempts, write }: OperatorActRoutes): void {
  router
    .route('/sessions/:id/attempts')
    .post(...write, ...jsonBody(), async (req, res) => {
      parse(NOTHING, req.body ?? {})
      sendJson(res, viewOf(await acts.newAttempts(sessionId(req), operatorOf(res)), maxAttempts))
    })
    .all(methodNotAllowed('POST'))
  router
    .route('/sessions/:id/resend')
    .post(...write, ...jsonBody(), async (req, res) => {
      const { version = null } = parse(RESEND, req.body ?? {})
      sendJson(res, { id: await acts.resend(sessionId(req), version, operatorOf(res)) })
    })
    .all(methodNotAllowed('POST'))
  router
    .route('/sessions/:id/outputs')
    .post(...write, ...jsonBody(), async (req, res) => {
      const { fields = [] } = parse(OUTPUTS, req.body ?? {})
      sendJson(res, { verified_outputs: await acts.outputs(sessionId(req), fields, operatorOf(res)) })
    })
    .all(methodNotAllowed('POST'))
}
