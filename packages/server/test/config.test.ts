import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.js'
import { ConfigurationError, createIdentity } from '../src/index.js'

const GOOD = {
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  COOKIE_SECRET: 'a cookie secret that is long enough',
}

function problems(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return (error as ConfigurationError).problems
  }
}

describe('configuration from the environment', () => {
  it('requires only a few variables', () => {
    expect(readConfig(GOOD)).toMatchObject({
      ...{ port: 4242, basePath: '/identity', logLevel: 'info' },
      identity: { database: 'sqlite:./identity.db', stripe: { webhookSecrets: ['whsec_1'] } },
    })
  })

  it('lists all problems in one message, each with its variable', () => {
    const found = problems({
      ...{
        STRIPE_SECRET_KEY: 'pk_test_1',
        STRIPE_PUBLISHABLE_KEY: 'sk_test_1',
        STRIPE_WEBHOOK_SECRET: 'secret',
      },
      ...{
        DATABASE_URL: 'mysql://db',
        PORT: 'http',
        BASE_PATH: 'identity',
        ALLOWED_ORIGINS: 'https://shop.example/',
      },
      ...{ RETURN_URLS: 'https://a.example/x, http://b.example/', TRUST_PROXY: 'true', MAX_ATTEMPTS: '-1' },
      ...{
        SESSION_PARAMS: '[]',
        LOG_LEVEL: 'loud',
        RECONCILE_INTERVAL_MS: '5',
        AUTH: 'magic',
        STRIPE_API_BASE: 'x',
      },
      VERIFICATION_MAX_AGE: '0',
    })
    const names = [
      ...[
        'STRIPE_SECRET_KEY',
        'STRIPE_PUBLISHABLE_KEY',
        'STRIPE_WEBHOOK_SECRET',
        'DATABASE_URL',
        'PORT',
        'BASE_PATH',
      ],
      ...['ALLOWED_ORIGINS', 'RETURN_URLS', 'TRUST_PROXY', 'MAX_ATTEMPTS', 'SESSION_PARAMS', 'LOG_LEVEL'],
      ...['RECONCILE_INTERVAL_MS', 'AUTH', 'STRIPE_API_BASE', 'VERIFICATION_MAX_AGE', 'COOKIE_SECRET'],
    ]
    for (const name of names) expect(found.join('\n')).toContain(name)
    const returnUrls = found.filter((problem) => problem.startsWith('RETURN_URLS'))
    expect(returnUrls).toEqual([expect.stringMatching(/^RETURN_URLS, entry 2, is not an absolute https URL/)])
  })

  it.each([
    ['a live key with a test double', { STRIPE_API_BASE: 'http://localhost:12111' }, 'STRIPE_API_BASE'],
    ['a live key without a webhook secret', { STRIPE_WEBHOOK_SECRET: '' }, 'STRIPE_WEBHOOK_SECRET'],
    ['a live key with visitors', { AUTH: 'visitor' }, 'AUTH'],
    [
      'a secret of tokens without AUTH',
      { AUTH: '', JWT_SECRET: 'x'.repeat(32) },
      'JWT_SECRET is set and AUTH is not',
    ],
    ['keys of two modes', { STRIPE_PUBLISHABLE_KEY: 'pk_test_1' }, 'STRIPE_PUBLISHABLE_KEY'],
  ])('refuses %s', (_what, env, name) => {
    const live = { ...GOOD, STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_PUBLISHABLE_KEY: 'pk_live_1', ...env }
    expect(problems(live).filter((problem) => problem.startsWith(name))).not.toEqual([])
  })

  it.each(['10.0.0.0/99', 'proxy.internal', '10.0.0.1,,', '0.0.0.0/0', '10.0.0.1, ::/0'])(
    'refuses TRUST_PROXY=%s together with the other problems',
    (value) => {
      const found = problems({ TRUST_PROXY: value, MAX_ATTEMPTS: '-1' })
      expect(found.filter((problem) => problem.startsWith('TRUST_PROXY'))).not.toEqual([])
      expect(found.filter((problem) => problem.startsWith('MAX_ATTEMPTS'))).not.toEqual([])
    },
  )

  it.each(['Age_', 'age-', '1st_', 'sqlite_age', 'a'.repeat(31), 'age"; drop table x'])(
    'refuses TABLE_PREFIX=%s',
    (value) =>
      expect(problems({ ...GOOD, TABLE_PREFIX: value })).toEqual([expect.stringMatching(/^TABLE_PREFIX /)]),
  )

  it.each([
    ['JWKS_URL', { AUTH: 'jwt', JWKS_URL: 'http://issuer.example/jwks' }],
    ['JWT_COOKIE', { AUTH: 'jwt', JWT_SECRET: 'x'.repeat(32), JWT_COOKIE: 'a b' }],
    ['JWT_SECRET', { AUTH: 'jwt', JWT_SECRET: 'short' }],
    ['JWT_SECRET', { AUTH: 'jwt', JWT_SECRET: 'x'.repeat(32), JWKS_URL: 'https://issuer.example/jwks' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres:///identity' }],
  ])('reports a wrong %s at the start: %o', (name, env) => {
    expect(problems({ ...GOOD, ...env })).toEqual([expect.stringMatching(`^${name} `)])
  })

  it.each([
    { DATABASE_URL: 'postgres:///identity?host=/var/run/postgresql' },
    { AUTH: 'jwt', JWKS_URL: 'http://localhost:8080/jwks', JWT_COOKIE: '__Host-session' },
  ])('accepts %o', (env) => expect(problems({ ...GOOD, ...env })).toEqual([]))

  it.each(['1', '10.0.0.0/8', '127.0.0.1, ::1', 'loopback'])('accepts TRUST_PROXY=%s', (value) => {
    expect(readConfig({ ...GOOD, TRUST_PROXY: value })).toMatchObject({
      identity: { trustProxy: expect.anything() },
    })
  })

  it('never includes a secret in a message', () => {
    const found = problems({ STRIPE_SECRET_KEY: 'sk_wrong_abcdef', COOKIE_SECRET: 'hunter2' }).join('\n')
    expect(found).not.toMatch(/abcdef|hunter2/)
  })
})

const GOOD_OPTIONS = {
  stripe: { secretKey: 'sk_test_1', publishableKey: 'pk_test_1' },
  database: 'sqlite:./x.db',
  authenticate: () => null,
}

describe('createIdentity', () => {
  it('lists every problem with its option, and refuses unknown options', () => {
    const create = () =>
      createIdentity({
        stripe: { secretKey: 'x', publishableKey: 'y', colour: 'red' },
        database: 'sqlite:',
        authenticate: 'ada',
        timeout: 5,
      } as never)
    expect(create).toThrow(ConfigurationError)
    for (const name of [
      'stripe.secretKey',
      'stripe.publishableKey',
      'stripe.colour',
      'database',
      'authenticate',
      'timeout',
    ]) {
      expect(create).toThrow(name)
    }
  })

  const problemsOfCreating = (options: unknown): readonly string[] => {
    try {
      createIdentity(options as never)
      return []
    } catch (error) {
      return (error as ConfigurationError).problems
    }
  }

  it('names each missing option with a hint for its value', () => {
    expect(problemsOfCreating({})).toEqual([
      'stripe.secretKey is required: the secret key of your Stripe account',
      'stripe.publishableKey is required: the publishable key of your Stripe account',
      'database is required: sqlite:./identity.db or postgres://…',
      'authenticate is required: (req) => the id of the user, or null',
    ])
  })

  it.each([undefined, null, 'sk_test_1', []])('refuses %o as options', (options) => {
    expect(problemsOfCreating(options)).toEqual(['options is not an object'])
  })

  it('describes the expected type of every wrong value in its own words', () => {
    const good = {
      stripe: { secretKey: 'sk_test_1', publishableKey: 'pk_test_1' },
      database: 'sqlite:./x.db',
    }
    const found = problemsOfCreating({
      ...good,
      stripe: { ...good.stripe, webhookSecrets: 'whsec_1', restrictedKey: 5, apiBase: 5 },
      tablePrefix: 5,
      authenticate: 'ada',
      session: 5,
      returnUrls: ['https://a.example', 5],
      allowedOrigins: 'https://a.example',
      trustProxy: true,
      limits: { maxAttempts: '5', maxSessionsPerDay: 1.5 },
      onStatusChange: 5,
      statusWebhook: { url: 5 },
      operator: {},
      verificationMaxAge: '5',
      reconcileIntervalMs: 1.5,
      logger: 5,
    })
    expect(found.filter((problem) => /Invalid|expected|received|undefined/.test(problem))).toEqual([])
    expect(found).toContain('returnUrls, entry 2, is not a string')
    expect(found).toContain('stripe.webhookSecrets is not a list: [ … ]')
    expect(found).toContain('operator.authorize is required: (req) => the id of the operator, or null')
    expect(problemsOfCreating({ ...good, authenticate: () => null, stripe: 'sk_test_1' })).toEqual([
      'stripe is not an object: { … }',
    ])
  })

  it.each([
    [{ trustProxy: -1 }, 'trustProxy is below 0'],
    [{ trustProxy: '' }, 'trustProxy is not a hop count or a list of addresses, such as 10.0.0.0/8'],
    [{ trustProxy: [''] }, 'trustProxy is not a hop count or a list of addresses, such as 10.0.0.0/8'],
    [{ reconcileIntervalMs: 86_400_001 }, 'reconcileIntervalMs is above 86400000 ms, a day'],
  ])('says the one thing that is wrong with %o', (option, problem) => {
    const found = problemsOfCreating({ ...GOOD_OPTIONS, ...option })
    expect(found).toEqual([expect.stringContaining(problem)])
  })
})
