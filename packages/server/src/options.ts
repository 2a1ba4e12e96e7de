import type { Request, Response } from 'express'
import type { Logger } from 'pino'
import { MAX_WAIT_SECONDS } from 'stripe-identity-contract'
import type { StatusChange } from './services/effects.js'
import { DEFAULT_TABLE_PREFIX } from './store/store.js'
import type { CreateParams } from './stripe.js'

/** Returns the user's id for a request, or null if no user is signed in (401). */
export type Authenticate = (
  req: Request,
  res: Response,
) => string | number | null | Promise<string | number | null>

/** An operator. */
export interface Operator {
  /** Written to the history. */
  id: string | number
  /** Allows reading everything and refuses every action. Default false. */
  readonly?: boolean
}

/** Returns the operator of a request: an id for the history, an id with permissions, or null. */
export type Authorize = (req: Request) => Allowed | Promise<Allowed>
type Allowed = Operator | string | number | null

/** Sign-in to the console page for hosts without an operator sign-in. */
export interface OperatorSignIn {
  /** Stores the sign-in in a cookie; returns false if the token is wrong. */
  open(req: Request, res: Response, token: string): boolean
  close(req: Request, res: Response): void
}

/** The options of `createIdentity`. Only `stripe`, `database` and `authenticate` are required. */
export interface IdentityOptions {
  stripe: {
    /** `sk_…`, or a restricted key `rk_…` that may write Identity's sessions and read its events. */
    secretKey: string
    /** `pk_…` of the same mode; sent to the browser with each session. */
    publishableKey: string
    /**
     * `whsec_…`; several while a secret is being rolled. Required with a live key. Optional with a test key: without
     * it `/webhook` answers 503, and the reconciler does all the work.
     */
    webhookSecrets?: readonly string[]
    /** `rk_…` that may read sensitive results. Used by `verifiedOutputs`. */
    restrictedKey?: string | undefined
    /**
     * The address of Stripe's API for tests and the sandbox, such as `http://localhost:12111`. Refused with a live
     * key.
     */
    apiBase?: string | undefined
  }
  /**
   * `sqlite:./identity.db` (the file is created if it is missing), or `postgres://user:password@host/name`, which any
   * number of instances can share. A connection pooler must use session pooling.
   */
  database: string
  /**
   * The prefix of all table names, so that the tables can share a database with the host's, or with those of another
   * instance. Lower-case letters, digits and `_`. Default: `stripe_identity_`.
   */
  tablePrefix?: string
  /** The proxy for calls to Stripe if there is no direct route: `http://user:password@host:3128`. */
  httpsProxy?: string | undefined
  /**
   * Called for each request of a browser. A rejection, or a result other than a string, a finite number or null,
   * leads to a 500. Null if `identity.fetch` receives the user with each request.
   */
  authenticate: Authenticate | null
  /**
   * Returns the parameters of a new session: Stripe's create parameters without `expand`, `return_url`,
   * `client_reference_id` and our metadata key. Called when a session has to be created. Default: `{ type: 'document'
   * }`.
   */
  session?: (user: string, req: Request) => CreateParams | Promise<CreateParams>
  /** The pages to which Stripe's hosted page may redirect, by origin and path. The first is the default. */
  returnUrls?: readonly string[]
  /** Other origins whose pages may use the browser routes, with credentials. */
  allowedOrigins?: readonly string[]
  /** The proxies in front of the server: a hop count, or their addresses. Forwarded headers are ignored if unset or 0. */
  trustProxy?: number | string | readonly string[]
  /**
   * Called for every change of a session's status: at least once, in order per session, with an id that stays the
   * same over retries, so it must be idempotent. A rejection, or more than 10 s, leads to retries at growing
   * intervals for about eight hours.
   */
  onStatusChange?: (change: StatusChange) => void | Promise<void>
  /**
   * Delivers the same changes as signed POST requests (Standard Webhooks), for hosts that are not written for Node.
   */
  statusWebhook?: {
    /** An https URL; http is allowed only to this machine. */
    url: string
    /** `whsec_` followed by the base64 of at least 24 bytes. */
    secret: string
  }
  /**
   * Enables `/operator/…` and the console at `/console` for requests to which `authorize` gives an id. Without it the
   * routes do not exist. `operatorToken` makes both functions from a token.
   */
  operator?: { authorize: Authorize; signIn?: OperatorSignIn }
  /** Limits on attempts, cost and load. Each has a default. */
  limits?: {
    /** Failed attempts allowed until the user is verified or an operator cancels. Default 5; 0 means no limit. */
    maxAttempts?: number
    /** Sessions of one user per UTC day. Default 20; 0 means no limit. */
    maxSessionsPerUserPerDay?: number
    /** Sessions of all users per UTC day. Default 0, which means no limit. */
    maxSessionsPerDay?: number
    /** Requests per minute from one address; signed webhooks do not count. Default 300; 0 means no limit. */
    rateLimitPerMinute?: number
  }
  /** Seconds after which a verification expires. Default: never. */
  verificationMaxAge?: number | undefined
  /** Milliseconds between two rounds of the reconciler, 100 to 86,400,000. Default 2,000. */
  reconcileIntervalMs?: number
  /**
   * The longest time, in seconds, for which a poll is held, 0 to 30. Default 30. Set less if the platform ends
   * requests earlier, and 0 if it bills their time.
   */
  maxWait?: number
  /**
   * For platforms without a long-running process. Enables `GET` and `POST <base>/maintenance` for a cron job that
   * sends `Authorization: Bearer <secret>`, and runs no timers. Status changes are then delivered only by these
   * calls.
   */
  maintenance?: {
    /** At least 16 characters. */
    secret: string
  }
  /** Default: logs warnings and errors as JSON lines to stdout. */
  logger?: Logger
}

export const DEFAULTS = {
  tablePrefix: DEFAULT_TABLE_PREFIX,
  maxAttempts: 5,
  maxSessionsPerUserPerDay: 20,
  maxSessionsPerDay: 0,
  rateLimitPerMinute: 300,
  reconcileIntervalMs: 2_000,
  maxWait: MAX_WAIT_SECONDS,
} as const

/** Returns the options with all defaults applied. */
export function withDefaults({ limits = {}, ...given }: IdentityOptions) {
  return {
    authenticate: given.authenticate,
    tablePrefix: given.tablePrefix ?? DEFAULTS.tablePrefix,
    webhookSecrets: given.stripe.webhookSecrets ?? [],
    returnUrls: given.returnUrls ?? [],
    allowedOrigins: given.allowedOrigins ?? [],
    trustProxy: given.trustProxy === 0 ? undefined : given.trustProxy,
    verificationMaxAge: given.verificationMaxAge ?? null,
    reconcileIntervalMs: given.reconcileIntervalMs ?? DEFAULTS.reconcileIntervalMs,
    maxWait: given.maxWait ?? DEFAULTS.maxWait,
    rateLimitPerMinute: limits.rateLimitPerMinute ?? DEFAULTS.rateLimitPerMinute,
    limits: {
      maxAttempts: limits.maxAttempts ?? DEFAULTS.maxAttempts,
      maxSessionsPerUserPerDay: limits.maxSessionsPerUserPerDay ?? DEFAULTS.maxSessionsPerUserPerDay,
      maxSessionsPerDay: limits.maxSessionsPerDay ?? DEFAULTS.maxSessionsPerDay,
    },
  }
}
