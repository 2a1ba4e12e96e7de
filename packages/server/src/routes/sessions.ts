import type { Request, RequestHandler, Response, Router } from 'express'
import { MAX_WAIT_SECONDS, type SessionOpening } from 'stripe-identity-contract'
import { z } from 'zod'
import { IdentityError } from '../errors.js'
import type { EphemeralKeys } from '../services/ephemeral-key.js'
import type { Sessions } from '../services/sessions.js'
import type { Watch } from '../services/watch.js'
import { type SessionRecord, viewOf } from '../session.js'
import type { CreateParams } from '../stripe.js'
import { sendJson } from './answer.js'
import { methodNotAllowed } from './errors.js'
import { jsonBody } from './json-body.js'
import { API_VERSION, NOTHING, parse, queryOf, sessionId } from './parse.js'
import { chooseReturnUrl } from './return-url.js'

export interface SessionRoutes {
  sessions: Sessions
  watch: Watch
  ephemeralKeys: EphemeralKeys
  /** Resolves to the user of a request; rejects with 401 if there is none. */
  user: (req: Request, res: Response) => Promise<string>
  /** The host's parameters for a new session. */
  params: (user: string, req: Request) => Promise<CreateParams>
  publishableKey: string
  maxAttempts: number
  /** The longest time, in seconds, for which a poll is held. */
  maxWait: number
  returnUrls: readonly string[]
  write: RequestHandler[]
}

const OPEN = z.strictObject({ return_url: z.string().max(2048).optional() })
const KEY = z.strictObject({
  api_version: z.string().regex(API_VERSION, 'is not an SDK version such as 2026-10-28.dahlia'),
})
const POLL = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}$/, 'after is a version: a whole number')
    .optional(),
  wait: z
    .string()
    .regex(/^\d{1,2}$/, 'wait is a number of seconds')
    .refine((value) => Number(value) <= MAX_WAIT_SECONDS, `wait is at most ${MAX_WAIT_SECONDS} seconds`)
    .optional(),
})

/**
 * Adds the browser routes: open, read, wait, cancel. Each handler determines the user first and passes it to the
 * service.
 */
export function addSessionRoutes(router: Router, context: SessionRoutes): void {
  const { sessions, watch, user, write, maxAttempts } = context
  const view = (record: SessionRecord) => viewOf(record, maxAttempts)

  router
    .route('/sessions')
    .post(...write, ...jsonBody(), async (req, res) => {
      const asking = await user(req, res)
      const body = parse(OPEN, req.body ?? {})
      const opened = await sessions.open({
        user: asking,
        returnUrl: chooseReturnUrl(body.return_url, context.returnUrls),
        params: () => context.params(asking, req),
      })
      const answer: SessionOpening = {
        ...view(opened.record),
        client_secret: opened.clientSecret,
        url: opened.url,
        publishable_key: context.publishableKey,
      }
      sendJson(res, answer, opened.made ? 201 : 200)
    })
    .all(methodNotAllowed('POST'))

  router
    .route('/sessions/current')
    .get(async (req, res) => {
      const record = await sessions.current(await user(req, res))
      if (record === null) res.status(204).end()
      else sendJson(res, view(record))
    })
    .all(methodNotAllowed('GET'))

  router
    .route('/sessions/:id')
    .get(async (req, res) => {
      const asking = await user(req, res)
      const { after, wait } = parse(POLL, queryOf(req))
      const id = sessionId(req)
      const version = after === undefined ? -1 : Number(after)
      const waitMs = Math.min(Number(wait ?? 0), context.maxWait) * 1000
      const gone = waitMs > 0 ? untilGone(res) : NEVER
      const record = await watch.hold(asking, id, version, waitMs, gone)
      if (gone.aborted) return
      if (record === null) throw new IdentityError('not_found', 'There is no such session.')
      sendJson(res, view(record))
    })
    .all(methodNotAllowed('GET'))

  router
    .route('/sessions/:id/ephemeral_key')
    .post(...write, ...jsonBody(), async (req, res) => {
      const asking = await user(req, res)
      const { api_version } = parse(KEY, req.body ?? {})
      sendJson(res, await context.ephemeralKeys.make(asking, sessionId(req), api_version), 201)
    })
    .all(methodNotAllowed('POST'))

  router
    .route('/sessions/:id/cancel')
    .post(...write, ...jsonBody(), async (req, res) => {
      const asking = await user(req, res)
      parse(NOTHING, req.body ?? {})
      sendJson(res, view(await sessions.cancel(asking, sessionId(req))))
    })
    .all(methodNotAllowed('POST'))
}

const NEVER = new AbortController().signal

/** Aborts if the client disconnects before the response. */
function untilGone(res: Response): AbortSignal {
  const gone = new AbortController()
  res.on('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  return gone.signal
}
