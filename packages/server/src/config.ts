import type { Logger } from 'pino'
import { authentication } from './auth/from-env.js'
import { operatorToken } from './auth/operator-token.js'
import { type Env, type EnvReader, readEnv } from './env.js'
import { ConfigurationError } from './errors.js'
import type { IdentityOptions } from './options.js'
import { describeProblem, problemsOf } from './options-check.js'
import type { CreateParams } from './stripe.js'

/** The configuration of the standalone server. */
export interface ServerConfig {
  port: number
  host: string
  basePath: string
  logLevel: string
  identity: Omit<IdentityOptions, 'logger'>
}

/** The environment variable of each option, so that problems name the variable that was set. */
const VARIABLES: Record<string, string> = {
  'stripe.secretKey': 'STRIPE_SECRET_KEY',
  'stripe.publishableKey': 'STRIPE_PUBLISHABLE_KEY',
  'stripe.webhookSecrets': 'STRIPE_WEBHOOK_SECRET',
  'stripe.restrictedKey': 'STRIPE_RESTRICTED_KEY',
  'stripe.apiBase': 'STRIPE_API_BASE',
  database: 'DATABASE_URL',
  tablePrefix: 'TABLE_PREFIX',
  httpsProxy: 'HTTPS_PROXY',
  returnUrls: 'RETURN_URLS',
  allowedOrigins: 'ALLOWED_ORIGINS',
  trustProxy: 'TRUST_PROXY',
  'statusWebhook.url': 'STATUS_WEBHOOK_URL',
  'statusWebhook.secret': 'STATUS_WEBHOOK_SECRET',
  'limits.maxAttempts': 'MAX_ATTEMPTS',
  'limits.maxSessionsPerUserPerDay': 'MAX_SESSIONS_PER_USER_PER_DAY',
  'limits.maxSessionsPerDay': 'MAX_SESSIONS_PER_DAY',
  'limits.rateLimitPerMinute': 'RATE_LIMIT_PER_MINUTE',
  verificationMaxAge: 'VERIFICATION_MAX_AGE',
  reconcileIntervalMs: 'RECONCILE_INTERVAL_MS',
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const OPERATOR_TOKEN_LENGTH = 16

/**
 * Reads the configuration from the environment. Throws one `ConfigurationError` that lists every problem. An empty
 * variable counts as unset.
 */
export function readConfig(env: Env): ServerConfig {
  const reader = readEnv(env)
  const { text, list, number, problems } = reader

  const basePath = (text('BASE_PATH') ?? '/identity').replace(/\/+$/, '')
  if (!/^(\/[\w.~-]+)*$/.test(basePath)) problems.push('BASE_PATH is not a path such as /identity')
  const logLevel = text('LOG_LEVEL') ?? 'info'
  if (!LOG_LEVELS.includes(logLevel)) problems.push(`LOG_LEVEL is not one of ${LOG_LEVELS.join(', ')}`)
  const port = number('PORT') ?? 4242
  if (port > 65_535) problems.push('PORT is above 65535')

  const params = sessionParams(reader)
  const identity = defined({
    stripe: defined({
      secretKey: text('STRIPE_SECRET_KEY') as string,
      publishableKey: text('STRIPE_PUBLISHABLE_KEY') as string,
      webhookSecrets: list('STRIPE_WEBHOOK_SECRET'),
      restrictedKey: text('STRIPE_RESTRICTED_KEY'),
      apiBase: text('STRIPE_API_BASE'),
    }),
    database: text('DATABASE_URL') ?? 'sqlite:./identity.db',
    tablePrefix: text('TABLE_PREFIX'),
    httpsProxy: text('HTTPS_PROXY'),
    authenticate: authentication(reader),
    session: () => params,
    returnUrls: list('RETURN_URLS'),
    allowedOrigins: list('ALLOWED_ORIGINS'),
    trustProxy: trustedProxies(reader),
    statusWebhook: statusWebhook(reader),
    operator: operator(reader),
    limits: defined({
      maxAttempts: number('MAX_ATTEMPTS'),
      maxSessionsPerUserPerDay: number('MAX_SESSIONS_PER_USER_PER_DAY'),
      maxSessionsPerDay: number('MAX_SESSIONS_PER_DAY'),
      rateLimitPerMinute: number('RATE_LIMIT_PER_MINUTE'),
    }),
    verificationMaxAge: number('VERIFICATION_MAX_AGE'),
    reconcileIntervalMs: number('RECONCILE_INTERVAL_MS'),
  }) as IdentityOptions
  for (const problem of problemsOf(identity)) {
    problems.push(describeProblem(problem, VARIABLES[problem.option]))
  }
  if (problems.length > 0) throw new ConfigurationError(problems)
  return { port, host: text('HOST') ?? '0.0.0.0', basePath, logLevel, identity }
}

/** Warns about settings that are allowed but questionable. */
export function warnings(config: ServerConfig, log: Logger): void {
  const { apiBase } = config.identity.stripe
  if (apiBase !== undefined)
    log.warn({ apiBase }, 'STRIPE_API_BASE replaces Stripe: verifications are simulated')
}

function operator({ text, problems }: EnvReader): IdentityOptions['operator'] {
  const token = text('OPERATOR_TOKEN')
  if (token === undefined) return undefined
  if (token.length < OPERATOR_TOKEN_LENGTH) {
    problems.push(`OPERATOR_TOKEN is shorter than ${OPERATOR_TOKEN_LENGTH} characters`)
  }
  return operatorToken(token)
}

function statusWebhook({ text, problems }: EnvReader): IdentityOptions['statusWebhook'] {
  const [url, secret] = [text('STATUS_WEBHOOK_URL'), text('STATUS_WEBHOOK_SECRET')]
  if (url === undefined && secret === undefined) return undefined
  if (url === undefined) problems.push('STATUS_WEBHOOK_SECRET is set without STATUS_WEBHOOK_URL')
  return url === undefined ? undefined : { url, secret: secret as string }
}

function sessionParams({ text, problems }: EnvReader): CreateParams {
  const json = text('SESSION_PARAMS')
  if (json === undefined) return { type: 'document' }
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Reported below, together with JSON of another kind.
  }
  problems.push('SESSION_PARAMS is not a JSON object such as {"type":"document"}')
  return {}
}

function trustedProxies({ text, problems }: EnvReader): number | string[] | undefined {
  const value = text('TRUST_PROXY')
  if (value === undefined || value === '0' || value === 'false') return undefined
  if (/^\d{1,3}$/.test(value)) return Number(value)
  if (/^(true|yes|all|\*)$/i.test(value)) {
    problems.push(
      'TRUST_PROXY must not trust every client: set the number of proxies in front, or their addresses',
    )
    return undefined
  }
  return value.split(',').map((entry) => entry.trim())
}

/** Removes undefined values, since a present option must have a value. */
function defined<T extends Record<string, unknown>>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}
