import type { Request, Response } from 'express'
import type { Logger } from 'pino'
import { MAX_WAIT_SECONDS } from 'stripe-identity-contract'
import type { StatusChange } from './services/effects.js'
import { DEFAULT_TABLE_PREFIX } from './store/store.js'
import type { CreateParams } from './stripe.js'

/** Who asks, as the host knows it: an id of the user, or null where nobody is signed in (401). */
export type Authenticate = (
  req: Request,
  res: Response,
) => string | number | null | Promise<string | number | null>

/** Somebody who may operate. */
export interface Operator {
  /** For the history. */
  id: string | number
  /** May look at everything and do nothing. Default false. */
  readonly?: boolean
}

/** Who may operate: an id for the history, the same with what they may do, or null. */
export type Authorize = (req: Request) => Allowed | Promise<Allowed>
type Allowed = Operator | string | number | null

/** Signs operators in where the host has no sign-in of its own, for the console's page. */
export interface OperatorSignIn {
  /** Keeps the sign-in in a cookie; false where the token is not the right one. */
  open(req: Request, res: Response, token: string): boolean
  close(req: Request, res: Response): void
}

export interface IdentityOptions {
  stripe: {
    /** `sk_…`, or a restricted key `rk_…` that may write Identity's sessions and read its events. */
    secretKey: string
    /** `pk_…` of the same mode; the browser gets it with each session. */
    publishableKey: string
    /**
     * `whsec_…`, several while one is being rolled. With a live key required; with a test key it may be absent: then
     * `/webhook` answers 503, and the reconciler carries all.
     */
    webhookSecrets?: readonly string[]
    /** `rk_…` that may read sensitive results; what `verifiedOutputs` reads with. */
    restrictedKey?: string | undefined
    /** Where Stripe's API is, for tests and the sandbox: `http://localhost:12111`. Refused with a live key. */
    apiBase?: string | undefined
  }
  /**
   * `sqlite:./identity.db` (the file is made if it is not there), or `postgres://user:password@host/name`, which any
   * number of instances share. A pooler in between has to give each connection a session of its own.
   */
  database: string
  /**
   * What the names of our tables begin with, so that they live beside a host's, and those of two instances with
   * different purposes beside each other. Lower-case letters, digits and `_`. Default: `stripe_identity_`.
   */
  tablePrefix?: string
  /** The proxy that calls of Stripe go through, where there is no direct way out: `http://user:password@host:3128`. */
  httpsProxy?: string | undefined
  /**
   * Called for each request of a browser. A rejection, or anything but a string, a finite number and null, is a 500. Null
   * where `identity.fetch` is given the user with each request.
   */
  authenticate: Authenticate | null
  /**
   * What to ask of this user: Stripe's create parameters but `expand`, `return_url`, `client_reference_id` and our
   * metadata key. Called when a session has to be made. Default: `{ type: 'document' }`.
   */
  session?: (user: string, req: Request) => CreateParams | Promise<CreateParams>
  /** Where Stripe's hosted page may send users afterwards, by origin and path; the first is the default. */
  returnUrls?: readonly string[]
  /** Other origins whose pages may use the browser's routes, with credentials. */
  allowedOrigins?: readonly string[]
  /** Proxies in front: a hop count, or their addresses. Unset, no forwarded header counts. */
  trustProxy?: number | string | readonly string[]
  /**
   * Called for every change of a session's status, at least once, in order per session, with an id that stays the same
   * over retries: make it idempotent. A rejection, or more than 10 s, means again, later and later, for about eight hours.
   */
  onStatusChange?: (change: StatusChange) => void | Promise<void>
  /** The same as a signed POST (Standard Webhooks), for hosts that are not written in Node. */
  statusWebhook?: {
    /** https; http only to this machine. */
    url: string
    /** `whsec_` and base64 of at least 24 bytes. */
    secret: string
  }
  /**
   * Opens `/operator/…` and the console at `/console` to those whom `authorize` gives an id; absent, the routes are not
   * there. `operatorToken` makes both functions from a token.
   */
  operator?: { authorize: Authorize; signIn?: OperatorSignIn }
  limits?: {
    /** Failed attempts a user has until verified or until an operator cancels. Default 5; 0 is no limit. */
    maxAttempts?: number
    /** Sessions of one user in one UTC day. Default 20; 0 is no limit. */
    maxSessionsPerUserPerDay?: number
    /** Sessions of all users together in one UTC day. Default 0, which is no limit. */
    maxSessionsPerDay?: number
    /** Requests a minute from one address; signed webhooks never count. Default 300; 0 is no limit. */
    rateLimitPerMinute?: number
  }
  /** Seconds after which a verification no longer counts. Default: it counts for ever. */
  verificationMaxAge?: number | undefined
  /** Milliseconds between two rounds of the reconciler. Default 2,000. */
  reconcileIntervalMs?: number
  /**
   * Seconds that a poll is held at most, 0 to 30. Default 30; less where a platform ends requests earlier, 0 where it
   * counts their time.
   */
  maxWait?: number
  /**
   * For platforms on which no process stays awake: opens `GET` and `POST <base>/maintenance`, for a cron that sends
   * `Authorization: Bearer <secret>`, and runs no timers beside. Status changes are told by these calls only.
   */
  maintenance?: {
    /** 16 characters or more. */
    secret: string
  }
  /** Default: warnings and errors, as JSON lines on stdout. */
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

/** The options with every default in its place. */
export function withDefaults({ limits = {}, ...given }: IdentityOptions) {
  return {
    authenticate: given.authenticate,
    tablePrefix: given.tablePrefix ?? DEFAULTS.tablePrefix,
    webhookSecrets: given.stripe.webhookSecrets ?? [],
    returnUrls: given.returnUrls ?? [],
    allowedOrigins: given.allowedOrigins ?? [],
    trustProxy: given.trustProxy,
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
