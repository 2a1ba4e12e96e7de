import { type Request, type RequestHandler, Router } from 'express'
import { type OperatorView, SESSION_ID } from 'stripe-identity-contract'
import { z } from 'zod'
import { IdentityError } from '../errors.js'
import type { Authorize } from '../options.js'
import type { Operators } from '../services/operator.js'
import type { Sessions } from '../services/sessions.js'
import { viewOf } from '../session.js'
import { isUser, isUserId } from '../user.js'
import { sendJson } from './answer.js'
import { methodNotAllowed } from './errors.js'
import { jsonBody } from './json-body.js'
import { addOperatorActRoutes, type OperatorActRoutes } from './operator-acts.js'
import { addOperatorBatchRoutes, type OperatorBatchRoutes } from './operator-batches.js'
import { operatorIn, operatorOf, requireOperator } from './operator-guard.js'
import { addOperatorSearchRoutes, type OperatorSearchRoutes } from './operator-search.js'
import { NOTHING, parse, queryOf, sessionId } from './parse.js'

export interface OperatorRoutes extends OperatorSearchRoutes, OperatorActRoutes, OperatorBatchRoutes {
  operators: Operators
  sessions: Sessions
  authorize: Authorize
  maxAttempts: number
  write: RequestHandler[]
  /** The part of `GET /me` that is the same for every operator. */
  about: Omit<OperatorView, 'id' | 'readonly'>
}

const TEXT = z.string().min(1).max(5000)
const WHOLE = z.string().regex(/^\d{1,12}$/, 'is not a whole number')
const PAGE = {
  client_reference_id: TEXT.optional(),
  created: WHOLE.optional(),
  'created[gt]': WHOLE.optional(),
  'created[gte]': WHOLE.optional(),
  'created[lt]': WHOLE.optional(),
  'created[lte]': WHOLE.optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, 'is a number from 1 to 100')
    .optional(),
  starting_after: TEXT.optional(),
  ending_before: TEXT.optional(),
}
const ONE_CURSOR = 'takes starting_after or ending_before, not both'
const oneCursor = (page: { starting_after?: unknown; ending_before?: unknown }) =>
  page.starting_after === undefined || page.ending_before === undefined
const SESSIONS = z
  .strictObject({
    ...PAGE,
    status: z.enum(['requires_input', 'processing', 'verified', 'canceled']).optional(),
    related_customer: TEXT.optional(),
    related_customer_account: TEXT.optional(),
  })
  .refine(oneCursor, ONE_CURSOR)
const REPORTS = z
  .strictObject({
    ...PAGE,
    type: z.enum(['document', 'id_number']).optional(),
    verification_session: TEXT.optional(),
  })
  .refine(oneCursor, ONE_CURSOR)
const UPDATE = z.strictObject({
  // Excludes Stripe's `''`, which clears all metadata, including the mark that links the session to its user.
  metadata: z.record(z.string().max(40), z.string().max(500)).optional(),
  options: z.record(z.string(), z.unknown()).optional(),
  provided_details: z.strictObject({ email: TEXT.optional(), phone: TEXT.optional() }).optional(),
  type: z.enum(['document', 'id_number']).optional(),
})
const ADOPT = z.strictObject({
  user: z.union([z.string(), z.number()]).refine(isUser, 'is not a user id'),
  id: z.string().regex(SESSION_ID, 'is not a session id (vs_…)'),
})
const SINCE = z.strictObject({ since: WHOLE.optional() })

/**
 * Creates the router for operators. `authorize` precedes every route, so that other users learn nothing, not even
 * which routes exist.
 */
export function operatorRoutes(context: OperatorRoutes): Router {
  const { operators, sessions, authorize, maxAttempts, write } = context
  const router = Router({ caseSensitive: true })
  router.use(requireOperator(authorize))
  const list = (req: Request, { data, hasMore }: { data: unknown[]; hasMore: boolean }) => ({
    object: 'list',
    data,
    has_more: hasMore,
    url: req.baseUrl + req.path,
  })

  router
    .route('/me')
    .get((_req, res) => {
      const { id, readonly } = operatorIn(res)
      sendJson(res, { id, readonly, ...context.about } satisfies OperatorView)
    })
    .all(methodNotAllowed('GET'))
  addOperatorSearchRoutes(router, context)
  addOperatorActRoutes(router, context)
  addOperatorBatchRoutes(router, context)
  router
    .route('/sessions')
    .get(async (req, res) => {
      sendJson(res, list(req, await operators.list(pageParams(parse(SESSIONS, queryOf(req))))))
    })
    .all(methodNotAllowed('GET'))
  router
    .route('/sessions/adopt')
    .post(...write, ...jsonBody(), async (req, res) => {
      const { user, id } = parse(ADOPT, req.body ?? {})
      const { adoption, reply } = await operators.adopt(String(user), id, operatorOf(res))
      sendJson(res, reply.operatorView, adoption.outcome === 'adopted' ? 201 : 200)
    })
    .all(methodNotAllowed('POST'))
  router
    .route('/sessions/:id')
    .get(async (req, res) => {
      sendJson(res, await operators.retrieve(sessionId(req)))
    })
    .post(...write, ...jsonBody(), async (req, res) => {
      const params = parse(UPDATE, req.body ?? {}) as Parameters<Operators['update']>[1]
      sendJson(res, await operators.update(sessionId(req), params, operatorOf(res)))
    })
    .all(methodNotAllowed('GET', 'POST'))
  router
    .route('/sessions/:id/cancel')
    .post(...write, ...jsonBody(), async (req, res) => {
      parse(NOTHING, req.body ?? {})
      sendJson(res, await operators.cancel(sessionId(req), operatorOf(res)))
    })
    .all(methodNotAllowed('POST'))
  router
    .route('/sessions/:id/redact')
    .post(...write, ...jsonBody(), async (req, res) => {
      parse(NOTHING, req.body ?? {})
      sendJson(res, await operators.redact(sessionId(req), operatorOf(res)))
    })
    .all(methodNotAllowed('POST'))
  router
    .route('/sessions/:id/history')
    .get(async (req, res) => {
      const lines = await operators.history(sessionId(req))
      const data = lines.map(({ sessionId: _, errorCode, eventId, ...line }) => ({
        ...line,
        error_code: errorCode,
        event_id: eventId,
      }))
      sendJson(res, list(req, { data, hasMore: false }))
    })
    .all(methodNotAllowed('GET'))
  router
    .route('/reports')
    .get(async (req, res) => {
      sendJson(res, list(req, await operators.reports(pageParams(parse(REPORTS, queryOf(req))))))
    })
    .all(methodNotAllowed('GET'))
  router
    .route('/reports/:id')
    .get(async (req, res) => {
      const { id } = req.params
      if (!/^vr_\w{1,250}$/.test(id))
        throw new IdentityError('invalid_request', 'A report id looks like vr_….')
      sendJson(res, await operators.report(id))
    })
    .all(methodNotAllowed('GET'))
  router
    .route('/summary')
    .get(async (req, res) => {
      const { since } = parse(SINCE, queryOf(req))
      const { byStatus, byErrorCode, byDay, verifiedAfter, effectsSetAside } = await operators.summary(
        Number(since ?? 0),
      )
      sendJson(res, {
        by_status: byStatus,
        by_error_code: byErrorCode,
        by_day: byDay,
        seconds_to_verified: verifiedAfter,
        effects_set_aside: effectsSetAside,
      })
    })
    .all(methodNotAllowed('GET'))
  router
    .route('/users/:ref/status')
    .get(async (req, res) => {
      const { ref } = req.params
      if (!isUserId(ref)) throw new IdentityError('invalid_request', 'This is not a valid user id.')
      const record = await sessions.current(ref)
      sendJson(res, {
        user: ref,
        verified: record?.status === 'verified',
        session: record === null ? null : viewOf(record, maxAttempts),
      })
    })
    .all(methodNotAllowed('GET'))
  return router
}

/** Converts the query for Stripe's client: numbers as numbers, and `created[gte]` as an object. */
function pageParams(query: Record<string, string | undefined>): Record<string, unknown> {
  const params: Record<string, unknown> = {}
  const range: Record<string, number> = {}
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    const bound = /^created\[(\w+)\]$/.exec(name)?.[1]
    if (bound !== undefined) range[bound] = Number(value)
    else params[name] = name === 'limit' || name === 'created' ? Number(value) : value
  }
  if (Object.keys(range).length > 0) {
    if (params.created !== undefined)
      throw new IdentityError('invalid_request', 'created is a time or a range, not both')
    params.created = range
  }
  return params
}
