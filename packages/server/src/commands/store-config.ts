import { type Env, readEnv } from '../env.js'
import { ConfigurationError } from '../errors.js'
import type { StoreOptions } from '../identity.js'
import { describeProblem, problemsOf } from '../options-check.js'

const VARIABLES: Record<string, string> = {
  'stripe.secretKey': 'STRIPE_SECRET_KEY',
  'stripe.apiBase': 'STRIPE_API_BASE',
  database: 'DATABASE_URL',
  tablePrefix: 'TABLE_PREFIX',
  httpsProxy: 'HTTPS_PROXY',
}

/** Reads the database and the key. The server's other settings may be missing. */
export function readStoreConfig(env: Env): StoreOptions {
  const { text } = readEnv(env)
  const secretKey = text('STRIPE_SECRET_KEY') ?? ''
  const apiBase = text('STRIPE_API_BASE')
  const tablePrefix = text('TABLE_PREFIX')
  const httpsProxy = text('HTTPS_PROXY')
  const config = {
    stripe: {
      secretKey,
      publishableKey: secretKey.includes('_live_') ? 'pk_live_none' : 'pk_test_none',
      webhookSecrets: ['whsec_none'],
      ...(apiBase === undefined ? {} : { apiBase }),
    },
    database: text('DATABASE_URL') ?? 'sqlite:./identity.db',
    ...(tablePrefix === undefined ? {} : { tablePrefix }),
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
  }
  const problems = problemsOf({ ...config, authenticate: null })
  if (problems.length === 0) return config
  throw new ConfigurationError(problems.map((problem) => describeProblem(problem, VARIABLES[problem.option])))
}
