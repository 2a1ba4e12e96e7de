import type { Logger } from 'pino'
import { visitors } from './auth/visitor.js'
import { ConfigurationError } from './errors.js'
import type { IdentityOptions } from './options.js'
import { problemsOf } from './options-check.js'
import type { CreateParams } from './stripe.js'

export interface ServerConfig {
  port: number
  host: string
  basePath: string
  logLevel: string
  identity: Omit<IdentityOptions, 'logger'>
}

type Env = Readonly<Record<string, string | undefined>>

/** Which variable an option comes from: problems are told in the words of whoever set them. */
const VARIABLES: Record<string, string> = {
  'stripe.secretKey': 'STRIPE_SECRET_KEY',
  'stripe.publishableKey': 'STRIPE_PUBLISHABLE_KEY',
  'stripe.webhookSecrets': 'STRIPE_WEBHOOK_SECRET',
  'stripe.apiBase': 'STRIPE_API_BASE',
  database: 'DATABASE_URL',
  returnUrls: 'RETURN_URLS',
  allowedOrigins: 'ALLOWED_ORIGINS',
  trustProxy: 'TRUST_PROXY',
  'limits.maxAttempts': 'MAX_ATTEMPTS',
  'limits.rateLimitPerMinute': 'RATE_LIMIT_PER_MINUTE',
  verificationMaxAge: 'VERIFICATION_MAX_AGE',
  reconcileIntervalMs: 'RECONCILE_INTERVAL_MS',
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const COOKIE_SECRET_LENGTH = 16

/** Reads the whole environment; throws one `ConfigurationError` that lists every problem. An empty variable is unset. */
export function readConfig(env: Env): ServerConfig {
  const problems: string[] = []
  const text = (name: string) => env[name]?.trim() || undefined
  const list = (name: string) =>
    (text(name) ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
  const number = (name: string) => {
    const value = text(name)
    if (value === undefined) return undefined
    if (/^\d{1,12}$/.test(value)) return Number(value)
    problems.push(`${name} is not a whole number`)
    return undefined
  }

  const basePath = (text('BASE_PATH') ?? '/identity').replace(/\/+$/, '')
  if (!/^(\/[\w.~-]+)*$/.test(basePath)) problems.push('BASE_PATH is not a path, as /identity')
  const logLevel = text('LOG_LEVEL') ?? 'info'
  if (!LOG_LEVELS.includes(logLevel)) problems.push(`LOG_LEVEL is not one of ${LOG_LEVELS.join(', ')}`)
  const port = number('PORT') ?? 4242
  if (port > 65_535) problems.push('PORT is above 65535')

  const params = sessionParams(text('SESSION_PARAMS'), problems)
  const limits = { maxAttempts: number('MAX_ATTEMPTS'), rateLimitPerMinute: number('RATE_LIMIT_PER_MINUTE') }
  const maxAge = number('VERIFICATION_MAX_AGE')
  const reconcile = number('RECONCILE_INTERVAL_MS')
  const proxy = text('TRUST_PROXY')
  const identity = {
    stripe: {
      secretKey: text('STRIPE_SECRET_KEY') as string,
      publishableKey: text('STRIPE_PUBLISHABLE_KEY') as string,
      webhookSecrets: list('STRIPE_WEBHOOK_SECRET'),
      apiBase: text('STRIPE_API_BASE'),
    },
    database: text('DATABASE_URL') ?? 'sqlite:./identity.db',
    authenticate: authentication(text, problems),
    session: () => params,
    returnUrls: list('RETURN_URLS'),
    allowedOrigins: list('ALLOWED_ORIGINS'),
    limits: defined(limits),
    ...defined({ verificationMaxAge: maxAge, reconcileIntervalMs: reconcile }),
    ...(proxy === undefined ? {} : { trustProxy: trustedProxies(proxy, problems) }),
  }
  for (const { option, message } of problemsOf(identity)) {
    // An entry of a list is told with its place: RETURN_URLS.0 is its first.
    const name = Object.keys(VARIABLES).find((path) => option === path || option.startsWith(`${path}.`))
    problems.push(`${name === undefined ? option : VARIABLES[name] + option.slice(name.length)} ${message}`)
  }
  if (problems.length > 0) throw new ConfigurationError(problems)
  return { port, host: text('HOST') ?? '0.0.0.0', basePath, logLevel, identity }
}

/** Warnings about what is allowed and still worth a line at start. */
export function warnings(config: ServerConfig, log: Logger): void {
  const { apiBase } = config.identity.stripe
  if (apiBase !== undefined)
    log.warn({ apiBase }, 'Stripe is replaced by STRIPE_API_BASE: nobody is really verified')
}

function authentication(text: (name: string) => string | undefined, problems: string[]) {
  const kind = text('AUTH') ?? 'visitor'
  if (kind !== 'visitor') problems.push('AUTH is not visitor')
  if (/^(sk|rk)_live_/.test(text('STRIPE_SECRET_KEY') ?? '')) {
    problems.push(
      'AUTH=visitor is refused with a live key: anybody could claim a verification by a copied cookie',
    )
  }
  const cookieSecret = text('COOKIE_SECRET') ?? ''
  if (cookieSecret.length < COOKIE_SECRET_LENGTH) {
    problems.push(
      `COOKIE_SECRET is required with AUTH=visitor: at least ${COOKIE_SECRET_LENGTH} random characters that stay the same`,
    )
  }
  return visitors({ cookieSecret })
}

function sessionParams(json: string | undefined, problems: string[]): CreateParams {
  if (json === undefined) return { type: 'document' }
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Said below, as for JSON of another kind.
  }
  problems.push('SESSION_PARAMS is not a JSON object, as {"type":"document"}')
  return {}
}

function trustedProxies(value: string, problems: string[]): number | string[] {
  if (/^\d{1,3}$/.test(value)) return Number(value)
  if (/^(true|yes|all|\*)$/i.test(value)) {
    problems.push(
      'TRUST_PROXY must not trust everybody: give the number of proxies in front, or their addresses',
    )
    return 1
  }
  return value.split(',').map((entry) => entry.trim())
}

function defined<T extends Record<string, unknown>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
