import {
  type ErrorRequestHandler,
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  type RequestHandler,
  Router,
} from 'express'
import { type Logger, pino } from 'pino'
import { SESSION_ID, type SessionView } from 'stripe-identity-contract'
import { bearerToken, tokenCheck } from './auth/bearer.js'
import { ConfigurationError, IdentityError } from './errors.js'
import { createFetchDoor, type FetchContext } from './fetch/door.js'
import { givenOr } from './fetch/given.js'
import { fromHost } from './host-call.js'
import { createInFlight } from './in-flight.js'
import { type Observer, SILENT } from './observer.js'
import { DEFAULTS, type IdentityOptions, withDefaults } from './options.js'
import { describeProblem, problemsOf } from './options-check.js'
import { createRequireVerified } from './require-verified.js'
import { createRouter } from './router.js'
import { begin } from './routes/answer.js'
import { errorHandler } from './routes/errors.js'
import { type Hosted, hosted } from './routes/hosted.js'
import { API_VERSION } from './routes/parse.js'
import { webhookRoute } from './routes/webhook.js'
import { createAdoptions } from './services/adopt.js'
import { createApply } from './services/apply.js'
import { createAsk } from './services/ask.js'
import { createBatches } from './services/batches.js'
import { createCancel } from './services/cancel.js'
import { createEffects, type Sink } from './services/effects.js'
import { createEphemeralKeys } from './services/ephemeral-key.js'
import { createEventListing } from './services/event-listing.js'
import { createImporter } from './services/import.js'
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
import { stripeError } from './services/stripe-error.js'
import { createSweep } from './services/sweep.js'
import { createTokenBucket } from './services/token-bucket.js'
import { createWatch } from './services/watch.js'
import { createWebhooks } from './services/webhooks.js'
import { viewOf } from './session.js'
import { openPostgresStore } from './store/postgres.js'
import { reopening } from './store/reopening.js'
import { openSqliteStore } from './store/sqlite.js'
import type { Store } from './store/store.js'
import {
  type CreateParams,
  type EphemeralKey,
  MARK,
  openStripe,
  type StripeTimeouts,
  type VerifiedOutputs,
} from './stripe.js'
import { userFrom, userId } from './user.js'

/**
 * The rate limit of our background calls, far below Stripe's 25 requests per second, which the host's other calls
 * share.
 */
const CALLS_PER_SECOND = 5

type User = string | number

export interface UserStatus {
  verified: boolean
  /** The user's newest session that counts; null if there is none. */
  session: SessionView | null
}

export interface Identity {
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
  guard(user: User | null): Promise<Response | null>
  isVerified(user: User): Promise<boolean>
  getStatus(user: User): Promise<UserStatus>
  /**
   * Reads the verified data live with the restricted key and stores nothing; null if the user is not verified, or the
   * data was redacted.
   * `expand` names sensitive fields: `dob`, `id_number`. Throws `restricted_key_missing` without that key.
   */
  verifiedOutputs(user: User, options?: { expand?: readonly string[] }): Promise<VerifiedOutputs | null>
  /**
   * Creates a key with which Stripe's SDK in a native app opens the user's open session. `apiVersion` is the version
   * that the app reports for its SDK. Valid for an hour. Throws `not_found`, `invalid_state` or `attempts_exhausted`
   * if there is no session to open.
   */
  ephemeralKey(user: User, options: { apiVersion: string }): Promise<EphemeralKey>
  /**
   * Adopts a session that was created elsewhere: in the Dashboard, by a link, by older code. From then on it belongs
   * to the user like a session created here. May be called twice. Throws `not_found`, and `invalid_state` if it
   * belongs to another user or the user has another open session.
   */
  adopt(user: User, sessionId: string): Promise<UserStatus>
  /**
   * Erases all of a user's sessions, at Stripe and here, for use when an account is deleted. Steps that Stripe cannot
   * do at once are retried until done. Throws `invalid_state` while a session is being processed.
   */
  redact(user: User): Promise<void>
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
  const store = reopening((again) =>
    openStore(given.database, stripe.livemode, { prefix: options.tablePrefix, again, log }),
  )
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
  const getStatus = async (user: User): Promise<UserStatus> => {
    const record = await sessions.current(userId(user, 'getStatus or isVerified was given'))
    return {
      verified: record?.status === 'verified',
      session: record && viewOf(record, limits.maxAttempts),
    }
  }
  const isVerified = async (user: User) => (await getStatus(user)).verified
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
    isVerified,
    getStatus,
    async verifiedOutputs(user, { expand = [] } = {}) {
      if (given.stripe.restrictedKey === undefined) {
        throw new IdentityError('restricted_key_missing', 'verifiedOutputs needs stripe.restrictedKey.')
      }
      if (!(Array.isArray(expand) && expand.every((field) => typeof field === 'string'))) {
        throw new IdentityError('invalid_request', "expand is a list of names, such as ['dob'].")
      }
      const record = await sessions.current(userId(user, 'verifiedOutputs was given'))
      if (record?.status !== 'verified' || record.stripeId === null || record.redaction !== null) return null
      return stripe.verifiedOutputs(record.stripeId, expand).catch((error: unknown) => {
        throw stripeError(error)
      })
    },
    async ephemeralKey(user, { apiVersion }) {
      const owner = userFrom(user, 'identity.ephemeralKey was given')
      if (!API_VERSION.test(apiVersion))
        throw new IdentityError(
          'invalid_request',
          'apiVersion is not a version of Stripe’s API such as 2026-10-28.dahlia.',
        )
      return ephemeralKeys.makeForCurrent(owner, apiVersion)
    },
    async adopt(user, sessionId) {
      const owner = userFrom(user, 'identity.adopt was given')
      if (!SESSION_ID.test(sessionId))
        throw new IdentityError('invalid_request', 'A session id looks like vs_….')
      await adoptions.adopt(owner, sessionId, 'host')
      return getStatus(owner)
    },
    async redact(user) {
      const id = userId(user, 'redact was given')
      const failures: unknown[] = []
      for (const record of await store.allOf(id)) {
        await redaction.redact(record, 'host').catch((error: unknown) => failures.push(error))
      }
      if (failures.length > 0) throw failures[0]
    },
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

export { CONNECTIONS_PER_INSTANCE } from './store/postgres-pool.js'

/** The options of commands that serve no requests. */
export type StoreOptions = Pick<IdentityOptions, 'stripe' | 'database' | 'tablePrefix' | 'httpsProxy'>

export function openIdentityStore({ stripe, database, tablePrefix }: StoreOptions): Store {
  const log = pino({ level: 'silent' })
  const livemode = stripe.secretKey.includes('_live_')
  const prefix = tablePrefix ?? DEFAULTS.tablePrefix
  return reopening((again) => openStore(database, livemode, { prefix, again, log }))
}

/** Opens an importer, which adopts sessions in bulk without a server. */
export function openImporter(options: StoreOptions) {
  const { httpsProxy } = options
  const stripe = openStripe({ ...options.stripe, httpsProxy, webhookSecrets: [] }, SILENT)
  const store = openIdentityStore(options)
  const adoptions = createAdoptions(store, stripe, (within) => createApply(within, 0))
  return { importer: createImporter(store, stripe, adoptions), close: () => store.close() }
}

function openStore(
  database: string,
  livemode: boolean,
  options: { prefix: string; again: boolean; log: Logger },
) {
  return database.startsWith('sqlite:')
    ? openSqliteStore(database.replace(/^sqlite:/, ''), livemode, options)
    : openPostgresStore(database, livemode, options)
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

/** The host's create parameters for this user, without those that the host must never set. */
async function paramsOf(options: IdentityOptions, user: string, req: ExpressRequest): Promise<CreateParams> {
  const { session = () => ({ type: 'document' }) } = options
  const given = await fromHost('session', () => session(user, req))
  // A default would be wrong here: it may request less than the host intends.
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new IdentityError('server_error', 'session returned no parameters. Is a return missing?')
  }
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
