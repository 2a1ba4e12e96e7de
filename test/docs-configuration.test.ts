import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../packages/server/src/config.js'
import { ConfigurationError } from '../packages/server/src/errors.js'
import { DEFAULTS, type IdentityOptions } from '../packages/server/src/options.js'
import { variablesRead } from './support/configuration.js'
import { readInterface, type Shape } from './support/interfaces.js'
import { tableAfter } from './support/tables.js'

const page = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8')
const rows = tableAfter(page, '<!-- settings -->').map(([variable, option, byDefault, required]) => ({
  variable: plain(variable),
  option: plain(option),
  byDefault: plain(byDefault),
  required: required ?? '',
}))

function plain(cell = ''): string {
  return cell.replaceAll('`', '').trim()
}

const VISITOR = {
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
  COOKIE_SECRET: 'a cookie secret that is long enough',
}
const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
/** A value of each variable that has an option, and the resulting value of the option. */
const VALUES: Record<string, [string, unknown]> = {
  STRIPE_SECRET_KEY: ['rk_test_2', 'rk_test_2'],
  STRIPE_PUBLISHABLE_KEY: ['pk_test_2', 'pk_test_2'],
  STRIPE_WEBHOOK_SECRET: ['whsec_1, whsec_2', ['whsec_1', 'whsec_2']],
  STRIPE_RESTRICTED_KEY: ['rk_test_3', 'rk_test_3'],
  STRIPE_API_BASE: ['http://localhost:12111', 'http://localhost:12111'],
  SESSION_PARAMS: ['{"type":"id_number"}', expect.any(Function)],
  DATABASE_URL: ['postgres://a:b@c/d', 'postgres://a:b@c/d'],
  TABLE_PREFIX: ['age_', 'age_'],
  HTTPS_PROXY: ['http://proxy.example:3128', 'http://proxy.example:3128'],
  ALLOWED_ORIGINS: ['https://a.example,https://b.example', ['https://a.example', 'https://b.example']],
  RETURN_URLS: ['https://a.example/x', ['https://a.example/x']],
  TRUST_PROXY: ['2', 2],
  AUTH: ['visitor', expect.any(Function)],
  OPERATOR_TOKEN: ['0123456789abcdef', expect.any(Function)],
  STATUS_WEBHOOK_URL: ['https://a.example/hook', 'https://a.example/hook'],
  STATUS_WEBHOOK_SECRET: [SECRET, SECRET],
  MAX_ATTEMPTS: ['3', 3],
  MAX_SESSIONS_PER_USER_PER_DAY: ['4', 4],
  MAX_SESSIONS_PER_DAY: ['5', 5],
  RATE_LIMIT_PER_MINUTE: ['6', 6],
  VERIFICATION_MAX_AGE: ['7', 7],
  RECONCILE_INTERVAL_MS: ['800', 800],
}

function optionAt(options: object, path: string): unknown {
  return path.split('.').reduce((value: unknown, name) => Reflect.get(Object(value), name), options)
}

/** Every option, as `stripe.secretKey`. */
function paths(shape: Shape, base = ''): string[] {
  return Object.entries(shape).flatMap(([name, value]) => {
    if (name === '|') return []
    const path = base + name.replace(/\?$/, '')
    return typeof value === 'string' ? [path] : paths(value, `${path}.`)
  })
}

function problems(env: Record<string, string>): string {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    return (error as ConfigurationError).problems.join('\n')
  }
}

describe('docs/configuration.md', () => {
  it('has one row for every variable that the server reads, and no other', () => {
    expect(
      rows
        .map(({ variable }) => variable)
        .filter(Boolean)
        .toSorted(),
    ).toEqual(variablesRead())
  })

  it('has every option once', () => {
    const file = new URL('../packages/server/src/options.ts', import.meta.url)
    expect(
      rows
        .map(({ option }) => option)
        .filter(Boolean)
        .toSorted(),
    ).toEqual(paths(readInterface(file, 'IdentityOptions')).toSorted())
    // The compiler reads the whole server, which is slow on a busy machine.
  }, 120_000)

  const both = rows.filter(({ variable, option }) => variable !== '' && option !== '' && option !== 'logger')
  it.each(both)('$variable sets $option', ({ variable, option }) => {
    const [value, becomes] = VALUES[variable] ?? []
    const status = { STATUS_WEBHOOK_URL: 'https://x.example', STATUS_WEBHOOK_SECRET: SECRET }
    const { identity } = readConfig({
      ...VISITOR,
      ...(variable.startsWith('STATUS_') ? status : {}),
      [variable]: value,
    })
    expect(optionAt(identity, option)).toEqual(becomes)
  })

  it.each(rows.filter(({ byDefault }) => byDefault !== ''))('$variable is $byDefault by default', (row) => {
    const config = readConfig(VISITOR)
    const defaults: Record<string, unknown> = {
      ...{ PORT: config.port, HOST: config.host, BASE_PATH: config.basePath, LOG_LEVEL: config.logLevel },
      SESSION_PARAMS: JSON.stringify(session(config.identity)),
      DATABASE_URL: config.identity.database,
      // A request without a cookie has no user, regardless of its token.
      AUTH: 'visitor',
      RECONCILE_INTERVAL_MS: DEFAULTS.reconcileIntervalMs,
    }
    const name = row.option.replace('limits.', '')
    expect(row.byDefault).toBe(String(defaults[row.variable] ?? Reflect.get(DEFAULTS, name)))
  })

  it('contains every default', () => {
    const named = rows
      .filter(({ byDefault }) => byDefault !== '')
      .map(({ option }) => option.split('.').at(-1))
    for (const option of Object.keys(DEFAULTS)) expect(named).toContain(option)
  })

  it('states which variables are required', () => {
    const always = rows.filter(({ required }) => required === 'always').map(({ variable }) => variable)
    for (const name of always) expect(problems({ ...VISITOR, [name]: '' })).toContain(name)
    expect(problems(VISITOR)).toBe('')
    expect(problems({ ...VISITOR, COOKIE_SECRET: '' })).toMatch(
      /^COOKIE_SECRET is required with AUTH=visitor/,
    )
    expect(problems({ ...VISITOR, AUTH: 'jwt' })).toMatch(/^AUTH=jwt needs JWT_SECRET/)
    expect(problems({ ...VISITOR, STATUS_WEBHOOK_SECRET: SECRET })).toContain('STATUS_WEBHOOK_URL')
    expect(problems({ ...VISITOR, STATUS_WEBHOOK_URL: 'https://x.example' })).toContain(
      'STATUS_WEBHOOK_SECRET',
    )
    const live = problems({ STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_PUBLISHABLE_KEY: 'pk_live_1' })
    expect(live).toMatch(/AUTH=visitor is refused/)
    expect(live).toMatch(/STRIPE_WEBHOOK_SECRET is required with a live key/)
  })

  it('contains the actual message', () => {
    const shown = / {4}The configuration has.*\n(?: {4}.+\n)+/.exec(page)?.[0] ?? ''
    const said = new ConfigurationError(
      problems({ STRIPE_PUBLISHABLE_KEY: 'pk_test_1' }).split('\n').filter(Boolean),
    ).message
    expect(shown.trimEnd().replaceAll(/^ {4}/gm, '')).toBe(said)
  })
})

function session(options: Omit<IdentityOptions, 'logger'>): unknown {
  return options.session?.('ada', {} as never)
}
