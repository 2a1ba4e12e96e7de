import type { Express, Request, RequestHandler } from 'express'
import express from 'express'
import { pino } from 'pino'
import { ConfigurationError } from './errors.js'
import { createInFlight } from './in-flight.js'
import { DEFAULTS, type IdentityOptions, problemsOf } from './options.js'
import { createRequireVerified } from './require-verified.js'
import { createRouter } from './router.js'
import { errorHandler, requestId } from './routes/errors.js'
import { webhookRoute } from './routes/webhook.js'
import { createApply } from './services/apply.js'
import { createReconciler } from './services/reconcile.js'
import { createSessions } from './services/sessions.js'
import { createWatch } from './services/watch.js'
import { createWebhooks } from './services/webhooks.js'
import { reopening } from './store/reopening.js'
import { openSqliteStore } from './store/sqlite.js'
import { type CreateParams, MARK, openStripe } from './stripe.js'

export interface Identity {
  /** Mount it at the base path: `app.use('/identity', identity.router)`. Holds the webhook too. */
  readonly router: Express
  /** The webhook alone, to mount before a global `express.json()`: `app.post('/identity/webhook', identity.webhook)`. */
  readonly webhook: RequestHandler
  /** Lets a request through only for a verified user; 401 where nobody is signed in, else 403 `identity_verification_required`. */
  requireVerified(): RequestHandler
  isVerified(user: string | number): Promise<boolean>
  /** Resolves if the store answers; what a readiness check asks. Opens it where it is not open yet. */
  ready(): Promise<void>
  /** Answers held polls, lets requests under way end, and closes the store. May be called twice. */
  close(): Promise<void>
}

/** Puts the parts together. Throws one `ConfigurationError` that lists every problem; connects when first needed. */
export function createIdentity(options: IdentityOptions): Identity {
  const problems = problemsOf(options)
  if (problems.length > 0) {
    throw new ConfigurationError(problems.map(({ option, message }) => `${option} ${message}`))
  }
  const log = options.logger ?? pino({ name: 'stripe-identity-server', level: 'warn' })
  const limits = { maxAttempts: options.limits?.maxAttempts ?? DEFAULTS.maxAttempts }
  const webhookSecrets = options.stripe.webhookSecrets ?? []
  const verificationMaxAge = options.verificationMaxAge ?? null
  if (webhookSecrets.length === 0) {
    log.warn('no webhook secret is set: /webhook answers 503, and statuses come by the slower reconciler')
  }

  const stripe = openStripe({ ...options.stripe, webhookSecrets })
  const store = reopening(() => openSqliteStore(options.database.replace(/^sqlite:/, ''), stripe.livemode))
  const apply = createApply(store)
  const sessions = createSessions({ store, stripe, apply, limits, verificationMaxAge })
  const reconciler = createReconciler({
    store,
    stripe,
    apply,
    sessions,
    intervalMs: options.reconcileIntervalMs ?? DEFAULTS.reconcileIntervalMs,
    webhooksConfigured: webhookSecrets.length > 0,
    log,
  })
  const watch = createWatch(store, reconciler.watching)
  const webhooks = createWebhooks({
    stripe,
    apply,
    configured: webhookSecrets.length > 0,
    settle: reconciler.settle,
    log,
  })
  const inFlight = createInFlight()
  const webhook = webhookRoute(webhooks)
  const router = createRouter({
    sessions,
    watch,
    params: (user, req) => paramsOf(options, user, req),
    publishableKey: options.stripe.publishableKey,
    maxAttempts: limits.maxAttempts,
    returnUrls: options.returnUrls ?? [],
    authenticate: options.authenticate,
    allowedOrigins: options.allowedOrigins ?? [],
    trustProxy: options.trustProxy,
    rateLimitPerMinute: options.limits?.rateLimitPerMinute ?? DEFAULTS.rateLimitPerMinute,
    webhook,
    count: inFlight.count,
    log,
  })
  const isVerified = async (user: string | number) =>
    (await sessions.current(String(user)))?.status === 'verified'
  reconciler.start()

  let closing: Promise<void> | undefined
  return {
    router,
    webhook: standalone([inFlight.count, ...webhook], errorHandler(log)),
    requireVerified: () => createRequireVerified({ authenticate: options.authenticate, isVerified, log }),
    isVerified,
    ready: () => store.ping(),
    close() {
      closing ??= (async () => {
        watch.close()
        await Promise.all([inFlight.drain(), reconciler.close()])
        await store.close()
      })()
      return closing
    },
  }
}

/** What the host asks of this user, without what is never the host's to set. */
async function paramsOf(options: IdentityOptions, user: string, req: Request): Promise<CreateParams> {
  const given = (await options.session?.(user, req)) ?? { type: 'document' as const }
  const {
    expand: _,
    return_url: __,
    client_reference_id: ___,
    metadata,
    ...params
  } = given as Record<string, unknown>
  const { [MARK]: ____, ...rest } = Object(metadata) as Record<string, string>
  return Object.keys(rest).length === 0 ? params : { ...params, metadata: rest }
}

/** The handlers of one route as a single handler with the router's own shape of errors. */
function standalone(handlers: RequestHandler[], onError: express.ErrorRequestHandler): RequestHandler {
  const app = express()
  app.disable('x-powered-by')
  app.use(requestId, ...handlers)
  app.use(onError)
  return app
}
