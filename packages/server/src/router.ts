import cors from 'cors'
import { type ErrorRequestHandler, type RequestHandler, type Response, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { Logger } from 'pino'
import type { ErrorCode } from 'stripe-identity-contract'
import { IdentityError } from './errors.js'
import { countedBy } from './fetch/given.js'
import type { Authenticate, IdentityOptions } from './options.js'
import { begin } from './routes/answer.js'
import { addConsoleRoutes } from './routes/console.js'
import { errorHandler, methodNotAllowed, notFoundRoute } from './routes/errors.js'
import { type Hosted, hosted } from './routes/hosted.js'
import { type MaintenanceRoute, maintenanceRoute } from './routes/maintenance.js'
import { type OperatorRoutes, operatorRoutes } from './routes/operator.js'
import { sameSite } from './routes/same-site.js'
import { addSessionRoutes, type SessionRoutes } from './routes/sessions.js'
import { userOf } from './user.js'

const BROWSER_ROUTES = /^\/sessions(\/|$)/

interface RouterContext
  extends Omit<SessionRoutes, 'user' | 'write'>,
    Pick<OperatorRoutes, 'operators' | 'search' | 'acts' | 'batches' | 'about'> {
  /** Undefined if there are no operator routes. */
  operator: IdentityOptions['operator']
  authenticate: Authenticate
  allowedOrigins: readonly string[]
  trustProxy: IdentityOptions['trustProxy']
  rateLimitPerMinute: number
  webhook: RequestHandler[]
  /** Null if timers do the work. */
  maintenance: MaintenanceRoute | null
  count: (res: Response) => void
  log: Logger
}

/** Creates the router with all routes below the base path, preceded by the handlers that apply to all of them. */
export function createRouter(context: RouterContext): Hosted {
  const { allowedOrigins, rateLimitPerMinute, log } = context
  const router = Router({ caseSensitive: true })
  router.use((_req, res, next) => {
    begin(res)
    context.count(res)
    next()
  })
  const limit = limiter(rateLimitPerMinute)
  const write = [sameSite(allowedOrigins)]
  // Registered before the limiter, so that other requests cannot block Stripe's deliveries. Forged deliveries do
  // count.
  router
    .route('/webhook')
    .post(...context.webhook, refused('signature_invalid', limit))
    .all(methodNotAllowed('POST'))
  // Registered before the limiter as well, so that other requests cannot block the cron job.
  if (context.maintenance !== null) {
    const handlers = [...maintenanceRoute(context.maintenance), refused('unauthenticated', limit)]
    router
      .route('/maintenance')
      .get(...handlers)
      .post(...handlers)
      .all(methodNotAllowed('GET', 'POST'))
  }
  // Registered before the limiter too: without its headers a page on another origin could not read a 429.
  if (allowedOrigins.length > 0) router.use(crossOrigin(allowedOrigins))
  if (rateLimitPerMinute > 0) router.use(limit)
  addSessionRoutes(router, {
    ...context,
    write,
    user: (req, res) => userOf(context.authenticate, req, res),
  })
  if (context.operator !== undefined) {
    const { authorize, signIn } = context.operator
    router.use('/operator', operatorRoutes({ ...context, authorize, write }))
    addConsoleRoutes(router, { authorize, signIn, write })
  }
  router.use(notFoundRoute, errorHandler(log))
  return hosted(router, context.trustProxy)
}

/**
 * Allows pages of the listed origins to use the browser routes. Requests without an `Origin` header need no CORS
 * headers.
 */
function crossOrigin(allowedOrigins: readonly string[]): RequestHandler {
  const answer = cors({
    origin: [...allowedOrigins],
    credentials: true,
    maxAge: 600,
    exposedHeaders: ['Retry-After'],
  })
  return (req, res, next) => {
    if (req.headers.origin === undefined || !BROWSER_ROUTES.test(req.path)) next()
    else answer(req, res, next)
  }
}

/** Counts a request with a missing or wrong secret against the limit of its address, and answers 429 above it. */
function refused(code: ErrorCode, limit: RequestHandler): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (!(error instanceof IdentityError) || error.code !== code) return next(error)
    limit(req, res, (tooMuch?: unknown) => next(tooMuch ?? error))
  }
}

function limiter(perMinute: number): RequestHandler {
  if (perMinute === 0) return (_req, _res, next) => next()
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: countedBy,
    // Forwarded headers are ignored on purpose without trusted proxies, so they are no mistake to report.
    validate: { xForwardedForHeader: false },
    handler: () => {
      throw new IdentityError('rate_limited', 'Too many requests from this address. Try again in a minute.')
    },
  })
}
