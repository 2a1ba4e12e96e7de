import { createRequire } from 'node:module'
import express from 'express'
import { MAX_WAIT_SECONDS } from 'stripe-identity-contract'
import { z } from 'zod'

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
    'does not look like a webhook secret (whsec_…); the dashboard shows it with the endpoint',
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
    'is not an origin such as https://shop.example',
  )
const HTTPS_URL = z.string().refine(isHttpsUrl, 'is not an absolute https URL (http only on localhost)')
const DATABASE = z
  .string('is required: sqlite:./identity.db or postgres://…')
  .refine(
    (value) => /^sqlite:.+/.test(value) || (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)),
    'is not a supported database: sqlite:<file> or postgres://user:password@host/name',
  )
  .refine(
    (value) => !/^postgres/.test(value) || !URL.canParse(value) || hasHost(new URL(value)),
    'names no host: postgres://user:password@host/name',
  )
  .refine(
    (value) => !value.startsWith('sqlite:') || hasSqlite(),
    'needs Node 22.13 or newer for SQLite, or the package better-sqlite3 beside this one: npm install better-sqlite3',
  )
/** PostgreSQL folds upper-case letters and truncates names after 63 bytes; SQLite reserves `sqlite_`. */
const TABLE_PREFIX = z
  .string()
  .regex(
    /^(?!sqlite_)[a-z_][a-z0-9_]{0,29}$/,
    'is not 1 to 30 lower-case letters, digits and _, such as stripe_identity_',
  )
const PROXY = z.string().refine(isHttpUrl, 'is not the URL of a proxy such as http://proxy.example:3128')
const RESTRICTED_KEY = z
  .string()
  .regex(/^rk_(test|live)_\S+$/, 'does not look like a restricted key (rk_test_… or rk_live_…)')
const STATUS_WEBHOOK_SECRET = z
  .string('is required with a status webhook: whsec_ and base64')
  .regex(
    /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/,
    'is not whsec_ followed by the base64 of at least 24 random bytes',
  )
/** One day. Node's timers would run a wait of more than 24 days at once. */
const MAX_RECONCILE_INTERVAL_MS = 86_400_000
const WHOLE = z.int('is not a whole number').min(0, 'is below 0')
const callback = (what: string) =>
  z.custom((value) => typeof value === 'function', {
    error: ({ input }) => `${input === undefined ? 'is required' : 'is not a function'}: ${what}`,
  })

const OPTIONS = z.strictObject({
  stripe: z.strictObject({
    secretKey: API_KEY,
    publishableKey: PUBLISHABLE_KEY,
    webhookSecrets: z.array(WEBHOOK_SECRET).readonly().optional(),
    restrictedKey: RESTRICTED_KEY.optional(),
    apiBase: API_BASE.optional(),
  }),
  database: DATABASE,
  tablePrefix: TABLE_PREFIX.optional(),
  httpsProxy: PROXY.optional(),
  authenticate: callback('(req) => the id of the user, or null').nullable(),
  session: callback("(user, req) => Stripe's create parameters").optional(),
  returnUrls: z.array(HTTPS_URL).readonly().optional(),
  allowedOrigins: z.array(ORIGIN).readonly().optional(),
  trustProxy: z
    .union(
      [z.int().min(0, 'is below 0'), z.string(), z.array(z.string()).readonly()],
      'is not a hop count or a list of addresses; true would let any client choose its own address',
    )
    .refine(
      isTrustSetting,
      'is not a hop count or a list of addresses, such as 10.0.0.0/8; /0 includes every address',
    )
    .optional(),
  limits: z
    .strictObject({
      maxAttempts: WHOLE.optional(),
      maxSessionsPerUserPerDay: WHOLE.optional(),
      maxSessionsPerDay: WHOLE.optional(),
      rateLimitPerMinute: WHOLE.optional(),
    })
    .optional(),
  onStatusChange: callback('(change) => …').optional(),
  statusWebhook: z.strictObject({ url: HTTPS_URL, secret: STATUS_WEBHOOK_SECRET }).optional(),
  operator: z
    .strictObject({
      authorize: callback('(req) => the id of the operator, or null'),
      signIn: z
        .object({ open: callback('(req, res, token) => boolean'), close: callback('(req, res) => …') })
        .optional(),
    })
    .optional(),
  verificationMaxAge: z.int().min(1, 'is not a number of seconds above 0').optional(),
  reconcileIntervalMs: z
    .int()
    .min(100, 'is below 100 ms')
    .max(MAX_RECONCILE_INTERVAL_MS, `is above ${MAX_RECONCILE_INTERVAL_MS} ms, a day`)
    .optional(),
  maxWait: z
    .int('is not a whole number of seconds')
    .min(0, 'is below 0')
    .max(MAX_WAIT_SECONDS, `is above ${MAX_WAIT_SECONDS} seconds`)
    .optional(),
  maintenance: z
    .strictObject({ secret: z.string().regex(/^\S{16,}$/, 'needs at least 16 characters and no spaces') })
    .optional(),
  logger: z
    .custom((value) => typeof Reflect.get(Object(value), 'info') === 'function', 'is not a logger')
    .optional(),
})

export interface Problem {
  /** The option's path, such as `stripe.secretKey`. */
  option: string
  message: string
  /** The number of the list entry, counted from 1. */
  entry?: number
}

/** One line for people, with the name under which they set the option. */
export function describeProblem({ option, message, entry }: Problem, name: string = option): string {
  return entry === undefined ? `${name} ${message}` : `${name}, entry ${entry}, ${message}`
}

/** Finds every problem of the options, including conflicts between them. */
export function problemsOf(options: unknown): Problem[] {
  if (!isPlainObject(options)) return [{ option: 'options', message: 'is not an object' }]
  // An absent `stripe` is reported as its missing keys.
  const whole = options.stripe === undefined ? { ...options, stripe: {} } : options
  const { error } = OPTIONS.safeParse(whole, { error: inOurWords })
  const alone = (error?.issues ?? []).flatMap((issue): Problem[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => problem([...issue.path, key], 'is not an option'))
      : [problem(issue.path, issue.message)],
  )
  return [...alone, ...conflicts(whole)]
}

/** A list entry is reported by its position, counted from 1. */
function problem(path: readonly PropertyKey[], message: string): Problem {
  const entry = path.findIndex((key) => typeof key === 'number')
  if (entry < 0) return { option: path.join('.'), message }
  return { option: path.slice(0, entry).join('.'), message, entry: Number(path[entry]) + 1 }
}

/** The fallback message for values of the wrong type. Messages of the schemas take precedence. */
function inOurWords({
  code,
  expected,
  input,
}: {
  code?: string
  expected?: unknown
  input?: unknown
}): string {
  if (code !== 'invalid_type') return 'is not valid'
  return input === undefined
    ? 'is required'
    : `is not ${KINDS[String(expected)] ?? `of the kind ${expected}`}`
}

const KINDS: Record<string, string> = {
  string: 'a string',
  array: 'a list: [ … ]',
  object: 'an object: { … }',
  int: 'a whole number',
  number: 'a number',
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
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
      `and the secret key are of different modes; the secret key is a ${mode(stripe.secretKey)} key`,
    )
  }
  if (mode(stripe.restrictedKey) && mode(stripe.secretKey) !== mode(stripe.restrictedKey)) {
    add('restrictedKey', 'and the secret key are of different modes')
  }
  if (live && stripe.apiBase !== undefined) {
    add('apiBase', 'must not be set with a live key: real users would be sent to a test double')
  }
  if (live && !(Array.isArray(secrets) && secrets.length > 0)) {
    add('webhookSecrets', 'is required with a live key: only signed events may mark a user as verified')
  }
  return found
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

/** A Unix socket's folder is given as `?host=/var/run/postgresql`. */
function hasHost({ hostname, searchParams }: URL): boolean {
  return hostname !== '' || (searchParams.get('host') ?? '') !== ''
}

/** True for https, and for http to this machine. */
export function isHttpsUrl(value: string): boolean {
  if (!isHttpUrl(value)) return false
  const { protocol, hostname, username } = new URL(value)
  return username === '' && (protocol === 'https:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
}

/** True if SQLite is available. npm silently skips an optional package that it cannot compile. */
function hasSqlite(): boolean {
  if (process.getBuiltinModule?.('node:sqlite') !== undefined) return true
  try {
    createRequire(import.meta.url).resolve('better-sqlite3')
    return true
  } catch {
    return false
  }
}

/** Express interprets the setting, so Express validates it. A range of all addresses equals `true` and is refused. */
function isTrustSetting(value: number | string | readonly string[]): boolean {
  if (/\/0*(,|$)/.test(String(value).replaceAll(' ', ''))) return false
  try {
    express().set('trust proxy', value)
    return true
  } catch {
    return false
  }
}
