import type { IncomingMessage, ServerResponse } from 'node:http'
import cors from 'cors'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { IdentityError } from './errors.js'
import type { Authenticate, Authorize, IdentityOptions } from './options.js'
import { errorHandler, methodNotAllowed, notFoundRoute, requestId } from './routes/errors.js'
import { type OperatorRoutes, operatorRoutes } from './routes/operator.js'
import { sameSite } from './routes/same-site.js'
import { type SessionRoutes, sessionRoutes } from './routes/sessions.js'
import { userOf } from './user.js'

interface RouterContext extends Omit<SessionRoutes, 'user' | 'write'>, Pick<OperatorRoutes, 'operators'> {
  /** Null where operators are not let in at all. */
  authorize: Authorize | null
  authenticate: Authenticate
  allowedOrigins: readonly string[]
  trustProxy: IdentityOptions['trustProxy']
  rateLimitPerMinute: number
  webhook: RequestHandler[]
  count: RequestHandler
  log: Logger
}

/** All routes below the base path, with what holds for every one of them in front. */
export function createRouter(context: RouterContext): Express {
  const { allowedOrigins, rateLimitPerMinute, log } = context
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  app.set('case sensitive routing', true)
  if (context.trustProxy !== undefined) app.set('trust proxy', context.trustProxy)

  app.use(requestId, context.count)
  app.use(safeHeaders())
  const limit = limiter(rateLimitPerMinute)
  const write = [sameSite(allowedOrigins)]
  // Before the limiter: Stripe's deliveries must not be held up by anybody's requests. Forged ones do count.
  app
    .route('/webhook')
    .post(...context.webhook, forged(limit))
    .all(methodNotAllowed('POST'))
  // Before the limiter too: a page on another origin could not read that it asks too much.
  app.use(
    '/sessions',
    cors({ origin: [...allowedOrigins], credentials: true, maxAge: 600, exposedHeaders: ['Retry-After'] }),
  )
  app.use(limit)
  if (context.authorize !== null) {
    app.use('/operator', operatorRoutes({ ...context, authorize: context.authorize, write }))
  }
  app.use(
    sessionRoutes({
      ...context,
      write,
      user: (req, res) => userOf(context.authenticate, req, res),
    }),
  )
  app.use(notFoundRoute)
  app.use(errorHandler(log))
  return app
}

/** Helmet's headers, which are the same for every answer of an API: worked out once. */
function safeHeaders(): RequestHandler {
  const headers: [name: string, value: string][] = []
  const recorder = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => {},
  }
  const record = helmet({
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] }, useDefaults: false },
    // Whether a domain is https only, for all its paths and for a year, is for its owner to say.
    strictTransportSecurity: false,
  })
  record({} as IncomingMessage, recorder as unknown as ServerResponse, () => {})
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value)
    next()
  }
}

/** Counts a delivery that Stripe did not sign as a request of its address, which then may be too much. */
function forged(limit: RequestHandler): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (!(error instanceof IdentityError) || error.code !== 'signature_invalid') return next(error)
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
    // Without trusted proxies a forwarded header is ignored on purpose; that is no mistake to report.
    validate: { xForwardedForHeader: false },
    handler: () => {
      throw new IdentityError('rate_limited', 'Too many requests from this address. Try again in a minute.')
    },
  })
}
