import { type Logger, pino } from 'pino'
import { DEFAULTS, type IdentityOptions } from './options.js'
import { openPostgresStore } from './store/postgres.js'
import { reopening } from './store/reopening.js'
import { openSqliteStore } from './store/sqlite.js'
import type { Store } from './store/store.js'

export { CONNECTIONS_PER_INSTANCE } from './store/postgres-pool.js'

/** The store that a database URL names. It connects on first use, and again after a failure. */
export function openStore(
  database: string,
  livemode: boolean,
  { prefix, log }: { prefix: string; log: Logger },
): Store {
  return reopening((again) => {
    const options = { prefix, again, log }
    return database.startsWith('sqlite:')
      ? openSqliteStore(database.replace(/^sqlite:/, ''), livemode, options)
      : openPostgresStore(database, livemode, options)
  })
}

/** The options of commands that serve no requests. */
export type StoreOptions = Pick<IdentityOptions, 'stripe' | 'database' | 'tablePrefix' | 'httpsProxy'>

export function openIdentityStore({ stripe, database, tablePrefix }: StoreOptions): Store {
  const log = pino({ level: 'silent' })
  const livemode = stripe.secretKey.includes('_live_')
  const prefix = tablePrefix ?? DEFAULTS.tablePrefix
  return openStore(database, livemode, { prefix, log })
}
