import type { Request, Response } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { CreateParams } from './stripe.js'

/** Who asks, as the host knows it: an id of the user, or null where nobody is signed in (401). */
export type Authenticate = (
  req: Request,
  res: Response,
) => string | number | null | Promise<string | number | null>

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
    /** Where Stripe's API is, for tests and the sandbox: `http://localhost:12111`. Refused with a live key. */
    apiBase?: string | undefined
  }
  /**
   * `sqlite:./identity.db` (the file is made if it is not there), or `postgres://user:password@host/name`, which any
   * number of instances share. A pooler in between has to give each connection a session of its own.
   */
  database: string
  /** Called for each request of a browser. A rejection, or anything but a string, a finite number and null, is a 500. */
  authenticate: Authenticate
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
  limits?: {
    /** Failed attempts a user has until verified or until an operator cancels. Default 5; 0 is no limit. */
    maxAttempts?: number
    /** Requests a minute from one address; signed webhooks never count. Default 300; 0 is no limit. */
    rateLimitPerMinute?: number
  }
  /** Seconds after which a verification no longer counts. Default: it counts for ever. */
  verificationMaxAge?: number | undefined
  /** Milliseconds between two rounds of the reconciler. Default 2,000. */
  reconcileIntervalMs?: number
  /** Default: warnings and errors, as JSON lines on stdout. */
  logger?: Logger
}

export const DEFAULTS = {
  maxAttempts: 5,
  rateLimitPerMinute: 300,
  reconcileIntervalMs: 2_000,
} as const

const API_KEY = z
  .string('is required: the secret key of your Stripe account')
  .regex(/^(?!pk_)/, 'is a publishable key; the secret key starts with sk_')
  .regex(/^(sk|rk)_(test|live)_\S+$/, 'does not look like a secret key (sk_test_… or sk_live_…)')
const PUBLISHABLE_KEY = z
  .string('is required: the publishable key of your Stripe account')
  .regex(
    /^(?!sk_|rk_)/,
    'is a secret key, which must never reach a browser; the publishable key starts with pk_',
  )
  .regex(/^pk_(test|live)_\S+$/, 'does not look like a publishable key (pk_test_… or pk_live_…)')
const WEBHOOK_SECRET = z
  .string()
  .regex(
    /^whsec_\S+$/,
    'does not look like a webhook secret (whsec_…); it stands beside the endpoint in the dashboard',
  )
const API_BASE = z
  .string()
  .refine(
    (value) => isHttpUrl(value) && new URL(value).pathname === '/',
    'is not http://host:port without a path',
  )
const ORIGIN = z
  .string()
  .refine(
    (value) => isHttpUrl(value) && new URL(value).origin === value,
    'is not an origin, as https://shop.example',
  )
const RETURN_URL = z.string().refine(isReturnUrl, 'is not an absolute https URL (http only on localhost)')
const DATABASE = z
  .string('is required: sqlite:./identity.db or postgres://…')
  .refine(
    (value) => /^sqlite:.+/.test(value) || (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)),
    'is not a database this version knows: sqlite:<file> or postgres://user:password@host/name',
  )
const WHOLE = z.int('is not a whole number').min(0, 'is below 0')
const callback = (what: string) =>
  z.custom((value) => typeof value === 'function', `is not a function: ${what}`)

const OPTIONS = z.strictObject({
  stripe: z.strictObject({
    secretKey: API_KEY,
    publishableKey: PUBLISHABLE_KEY,
    webhookSecrets: z.array(WEBHOOK_SECRET).readonly().optional(),
    apiBase: API_BASE.optional(),
  }),
  database: DATABASE,
  authenticate: callback('(req) => the id of the user, or null'),
  session: callback("(user, req) => Stripe's create parameters").optional(),
  returnUrls: z.array(RETURN_URL).readonly().optional(),
  allowedOrigins: z.array(ORIGIN).readonly().optional(),
  trustProxy: z
    .union(
      [z.int().min(1), z.string().min(1), z.array(z.string().min(1)).min(1).readonly()],
      'is not a hop count or a list of addresses; true would let any client choose its own address',
    )
    .optional(),
  limits: z.strictObject({ maxAttempts: WHOLE.optional(), rateLimitPerMinute: WHOLE.optional() }).optional(),
  verificationMaxAge: z.int().min(1, 'is not a number of seconds above 0').optional(),
  reconcileIntervalMs: z.int().min(100, 'is below 100 ms').optional(),
  logger: z
    .custom((value) => typeof Reflect.get(Object(value), 'info') === 'function', 'is not a logger')
    .optional(),
})

export interface Problem {
  /** The option, as `stripe.secretKey`. */
  option: string
  message: string
}

/** Every problem of the options, of each alone and of those that do not go together. */
export function problemsOf(options: unknown): Problem[] {
  const { error } = OPTIONS.safeParse(options)
  const alone = (error?.issues ?? []).flatMap((issue): Problem[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ option: [...issue.path, key].join('.'), message: 'is not an option' }))
      : [{ option: issue.path.join('.') || 'options', message: issue.message }],
  )
  return [...alone, ...conflicts(options)]
}

function conflicts(options: unknown): Problem[] {
  const stripe = Object(Reflect.get(Object(options), 'stripe')) as Record<string, unknown>
  const mode = (key: unknown) => /^(?:sk|rk|pk)_(test|live)_/.exec(String(key))?.[1]
  const live = mode(stripe.secretKey) === 'live'
  const secrets = stripe.webhookSecrets
  const found: Problem[] = []
  const add = (option: string, message: string) => found.push({ option: `stripe.${option}`, message })
  if (
    mode(stripe.secretKey) &&
    mode(stripe.publishableKey) &&
    mode(stripe.secretKey) !== mode(stripe.publishableKey)
  ) {
    add(
      'publishableKey',
      `is of the other mode than the secret key, which is a ${mode(stripe.secretKey)} key`,
    )
  }
  if (live && stripe.apiBase !== undefined) {
    add('apiBase', 'must not be set with a live key: real people would be sent to a test double')
  }
  if (live && !(Array.isArray(secrets) && secrets.length > 0)) {
    add('webhookSecrets', 'is required with a live key: only signed events may say that somebody is verified')
  }
  return found
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

function isReturnUrl(value: string): boolean {
  if (!isHttpUrl(value)) return false
  const { protocol, hostname, username } = new URL(value)
  return username === '' && (protocol === 'https:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
}
