import type { Router } from 'express'
import { SESSION_ID, STAGES } from 'stripe-identity-contract'
import { z } from 'zod'
import { IdentityError } from '../errors.js'
import { reportView } from '../services/checks.js'
import type { Operators } from '../services/operator.js'
import type { OperatorSearch } from '../services/search.js'
import type { Place } from '../store/operator-store.js'
import { sendJson } from './answer.js'
import { methodNotAllowed } from './errors.js'
import { parse, queryOf, sessionId } from './parse.js'

export interface OperatorSearchRoutes {
  search: OperatorSearch
  operators: Operators
}

const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SECONDS = z
  .string()
  .regex(/^\d{1,12}$/, 'is not a whole number of seconds')
  .transform(Number)
const PLACE = z
  .string()
  .regex(/^\d{1,12}_[0-9a-f-]{36}$/, 'is not a value of next or previous from a response')
  .transform((text): Place => {
    const [created = '', id = ''] = text.split('_')
    return { created: Number(created), id }
  })
const DEFAULT_LIMIT = 25
const SEARCH = z
  .strictObject({
    q: z.string().trim().min(1).max(500).optional(),
    status: z.enum(['requires_input', 'processing', 'verified', 'canceled']).optional(),
    reason: z
      .string()
      .regex(/^\w{1,100}$/, 'is not a code')
      .optional(),
    stage: z.enum(STAGES).optional(),
    'created[gte]': SECONDS.optional(),
    'created[lt]': SECONDS.optional(),
    attention: z.enum(['true', 'false']).optional(),
    limit: z
      .string()
      .regex(/^([1-9]\d?|100)$/, 'is a number from 1 to 100')
      .transform(Number)
      .optional(),
    after: PLACE.optional(),
    before: PLACE.optional(),
  })
  .refine(
    ({ after, before }) => after === undefined || before === undefined,
    'takes after or before, not both',
  )
const DAY_S = 86_400
const SPAN = z.strictObject({ since: SECONDS.optional(), until: SECONDS.optional() })

/** Adds the routes for searching our own store, and the checks, which are read live from Stripe. */
export function addOperatorSearchRoutes(router: Router, { search, operators }: OperatorSearchRoutes): void {
  router
    .route('/search')
    .get(async (req, res) => {
      const { limit, after, before, attention, ...filter } = parse(SEARCH, queryOf(req))
      const page = await search.search({
        filter: {
          q: filter.q,
          status: filter.status,
          reason: filter.reason,
          stage: filter.stage,
          from: filter['created[gte]'],
          until: filter['created[lt]'],
          attention: attention === 'true',
        },
        limit: limit ?? DEFAULT_LIMIT,
        after,
        before,
      })
      sendJson(res, page)
    })
    .all(methodNotAllowed('GET'))
  router
    .route('/funnel')
    .get(async (req, res) => {
      const now = Math.floor(Date.now() / 1000)
      const { since = now - 30 * DAY_S, until = now + 1 } = parse(SPAN, queryOf(req))
      sendJson(res, await search.funnel(since, until))
    })
    .all(methodNotAllowed('GET'))
  router
    .route('/people/:id')
    .get(async (req, res) => {
      const { id } = req.params
      if (!SESSION_ID.test(id) && !RECORD_ID.test(id)) {
        throw new IdentityError('invalid_request', 'Find a person by the id of one of their sessions.')
      }
      sendJson(res, await search.person(id))
    })
    .all(methodNotAllowed('GET'))
  router
    .route('/sessions/:id/checks')
    .get(async (req, res) => {
      const { data } = await operators.reports({ verification_session: sessionId(req), limit: 100 })
      sendJson(res, { object: 'list', data: data.map(reportView) })
    })
    .all(methodNotAllowed('GET'))
}
