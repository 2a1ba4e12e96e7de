import {
  type ErrorRequestHandler,
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  type RequestHandler,
  Router,
} from 'express'
import { pino } from 'pino'
import { bearerToken, tokenCheck } from './auth/bearer.js'
import { ConfigurationError } from './errors.js'
import { createFetchDoor, type FetchContext } from './fetch/door.js'
import { givenOr } from './fetch/given.js'
import { paramsOf } from './host-params.js'
import { createInFlight } from './in-flight.js'
import { createInProcess, type InProcess } from './in-process.js'
import { type Observer, SILENT } from './observer.js'
import { openStore } from './open-store.js'
import { type IdentityOptions, withDefaults } from './options.js'
import { describeProblem, problemsOf } from './options-check.js'
import { createRequireVerified } from './require-verified.js'
import { createRouter } from './router.js'
import { begin } from './routes/answer.js'
import { errorHandler } from './routes/errors.js'
import { type Hosted, hosted } from './routes/hosted.js'
import { webhookRoute } from './routes/webhook.js'
import { createAdoptions } from './services/adopt.js'
import { createApply } from './services/apply.js'
import { createAsk } from './services/ask.js'
import { createBatches } from './services/batches.js'
import { createCancel } from './services/cancel.js'
import { createEffects, type Sink } from './services/effects.js'
import { createEphemeralKeys } from './services/ephemeral-key.js'
import { createEventListing } from './services/event-listing.js'
import { createKnownKey, notingKey } from './services/known-key.js'
import { createLearn } from './services/learn.js'
import { createMaintenance, type Maintain } from './services/maintenance.js'
import { createOperators } from './services/operator.js'
import { createOperatorActs } from './services/operator-acts.js'
import { createReconciler } from './services/reconcile.js'
import { createRedaction } from './services/redact.js'
import { createOperatorSearch } from './services/search.js'
import { createSessions } from './services/sessions.js'
import { statusWebhook } from './services/status-webhook.js'
import { createSweep } from './services/sweep.js'
import { createTokenBucket } from './services/token-bucket.js'
import { createWatch } from './services/watch.js'
import { createWebhooks } from './services/webhooks.js'
import { openStripe, type StripeTimeouts } from './stripe.js'

/**
 * The rate limit of our background calls, far below Stripe's 25 requests per second, which the host's other calls
 * share.
 */
const CALLS_PER_SECOND = 5

/** The server as `createIdentity` returns it: the routes, the guard, and functions for the host's own process. */
export interface Identity extends InProcess {
  /** Mount it at the base path: `app.use('/identity', identity.router)`. Includes the webhook. */
  readonly router: Hosted
  /** The webhook alone, to mount before a global `express.json()`: `app.post('/identity/webhook', identity.webhook)`. */
  readonly webhook: Hosted
  /**
   * Lets only requests of verified users through; otherwise answers 401 if no user is signed in, or 403
   * `identity_verification_required`.
   */
  requireVerified(): RequestHandler
  /**
   * Serves every route, including the webhook, for hosts that use `Request` and `Response`. Never rejects: every
   * problem becomes a response. A held poll ends with `request.signal`. The body must be unread.
   */
  fetch(request: Request, context?: FetchContext): Promise<Response>
  /** `requireVerified()` for such hosts: null lets the user through, otherwise return the response. */
  guard(user: string | number | null): Promise<Response | null>
  /** The number of polls held right now. */
  readonly heldPolls: number
  /** Resolves if the store answers, for readiness checks. Opens the store if it is not open yet. */
  ready(): Promise<void>
  /**
   * Answers held polls at once, now and from then on, and closes each connection with its response. Call it when the
   * host's server begins to close. Everything else still works.
   */
  release(): void
  /**
   * Releases, waits for requests in progress, and closes the store. May be called twice. Call it after the last
   * request.
   */
  close(): Promise<void>
}

/**
 * Creates the server from its options. Throws one `ConfigurationError` that lists every problem. Connects on first
 * use. `observer` receives internal events for metrics; `stripeTimeouts` shortens waits in tests.
 */
export function createIdentity(
  given: IdentityOptions,
  observer: Observer = SILENT,
  stripeTimeouts?: StripeTimeouts,
): Identity {
  const problems = problemsOf(given)
  if (problems.length > 0) {
    throw new ConfigurationError(problems.map((problem) => describeProblem(problem)))
  }
  const options = withDefaults(given)
  const log = given.logger ?? pino({ name: 'stripe-identity-server', level: 'warn' })
  const { limits, verificationMaxAge } = options
  const authenticate = givenOr(options.authenticate)
  const webhooksConfigured = options.webhookSecrets.length > 0
  if (!webhooksConfigured) {
    log.warn(
      'no webhook secret is set: /webhook answers 503, and status changes arrive through the slower reconciler',
    )
  }

  if (given.authenticate === null && options.rateLimitPerMinute > 0) {
    log.info('the rate limit counts by the address passed to identity.fetch, or else by user')
  }

  const { webhookSecrets } = options
  const stripe = openStripe(
    { ...given.stripe, webhookSecrets, httpsProxy: given.httpsProxy, timeouts: stripeTimeouts },
    observer,
  )
  const store = openStore(given.database, stripe.livemode, { prefix: options.tablePrefix, log })
  const sinks = sinksOf(given)
  const effects = createEffects(store, sinks, observer, log)
  const key = createKnownKey(store, given.stripe.secretKey, log)
  const apply = notingKey(createApply(store, limits.maxAttempts, [effects.alongside]), key)
  const ask = createAsk({ stripe, apply, key, log })
  const cancel = createCancel({ store, stripe, apply, ask, key })
  const redaction = createRedaction({ store, stripe, apply, ask, key })
  const learn = createLearn(apply, stripe.livemode)
  const sessions = createSessions({ store, stripe, apply, ask, cancel, key, limits, verificationMaxAge })
  const bucket = createTokenBucket(CALLS_PER_SECOND, CALLS_PER_SECOND)
  const reconciler = createReconciler({
    store,
    stripe,
    apply,
    ask,
    cancel,
    redaction,
    listing: createEventListing(store, stripe, learn),
    sweep: createSweep(store, stripe, apply),
    bucket,
    intervalMs: options.reconcileIntervalMs,
    webhooksConfigured,
    observer,
    log,
  })
  const watch = createWatch(store, reconciler.watching)
  const webhooks = createWebhooks({
    stripe,
    learn,
    configured: webhooksConfigured,
    settle: reconciler.settle,
    observer,
    log,
  })
  const { maxAttempts } = limits
  const { current } = sessions
  const ephemeralKeys = createEphemeralKeys({ store, stripe, ask, limits, current })
  const adoptions = createAdoptions(store, stripe, (within) => createApply(within, maxAttempts))
  const operators = createOperators({ store, stripe, apply, ask, cancel, redaction, adoptions, bucket })
  const search = createOperatorSearch({ store, sessions, maxAttempts })
  const canReadOutputs = given.stripe.restrictedKey !== undefined
  const acts = createOperatorActs({ store, stripe, sinks: sinks.map(({ name }) => name), canReadOutputs })
  const batches = createBatches({ store, operators, acts, search, bucket, log })

  const inFlight = createInFlight()
  const webhook = webhookRoute(webhooks)
  const router = createRouter({
    ...options,
    authenticate,
    sessions,
    watch,
    ephemeralKeys,
    operators,
    search,
    acts,
    batches,
    operator: given.operator,
    about: {
      livemode: stripe.livemode,
      outputs: canReadOutputs,
      deliveries: sinks.length > 0,
      sign_out: given.operator?.signIn !== undefined,
    },
    params: (user, req) => paramsOf(given, user, req),
    publishableKey: given.stripe.publishableKey,
    maxAttempts,
    maxWait: options.maxWait,
    webhook,
    maintenance: maintenanceOf(given, createMaintenance(store, reconciler, effects, batches)),
    count: inFlight.count,
    log,
  })
  const inProcess = createInProcess({
    store,
    stripe,
    sessions,
    redaction,
    ephemeralKeys,
    adoptions,
    canReadOutputs,
    maxAttempts,
  })
  const { isVerified } = inProcess
  const door = createFetchDoor({ router, isVerified, log })
  if (given.maintenance === undefined) {
    reconciler.start()
    effects.start()
    batches.start()
  } else if (given.database.startsWith('sqlite:')) {
    log.warn('maintenance is for platforms that keep no files, so SQLite may lose its data: use PostgreSQL')
  }

  const release = () => {
    inFlight.endConnections()
    watch.close()
  }
  let closing: Promise<void> | undefined
  return {
    router,
    webhook: alone(inFlight.count, webhook, errorHandler(log)),
    ...door,
    requireVerified: () => createRequireVerified({ authenticate, isVerified, log }),
    ...inProcess,
    get heldPolls() {
      return watch.held
    },
    ready: () => store.ping(),
    release,
    close() {
      closing ??= (async () => {
        release()
        await Promise.all([inFlight.idle(), reconciler.close(), effects.close(), batches.close()])
        await store.close()
      })()
      return closing
    },
  }
}

/** The receivers of status changes: the host's function, and the host's URL. */
function sinksOf({ onStatusChange, statusWebhook: webhook }: IdentityOptions): Sink[] {
  return [
    ...(onStatusChange === undefined
      ? []
      : [
          {
            name: 'hook',
            tell: async (change: Parameters<typeof onStatusChange>[0]) => onStatusChange(change),
          },
        ]),
    ...(webhook === undefined ? [] : [statusWebhook(webhook)]),
  ]
}

/** The route for a cron job, for hosts on which no timers run. */
function maintenanceOf({ maintenance }: IdentityOptions, maintain: Maintain) {
  if (maintenance === undefined) return null
  const isSecret = tokenCheck(maintenance.secret)
  return { maintain, allowed: (req: ExpressRequest) => isSecret(bearerToken(req) ?? '') }
}

/** Combines the handlers of one route into a single handler with the router's error format. */
function alone(
  count: (res: ExpressResponse) => void,
  handlers: RequestHandler[],
  onError: ErrorRequestHandler,
): Hosted {
  const router = Router().use((_req, res, next) => {
    begin(res)
    count(res)
    next()
  })
  return hosted(router.use(...handlers, onError), undefined)
}
