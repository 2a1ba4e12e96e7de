import { type Logger, pino } from 'pino'
import { DEFAULTS, type IdentityOptions } from './options.js'
import { openPostgresStore } from './store/postgres.js'
import { reopening } from './store/reopening.js'
import { openSqliteStore } from './store/sqlite.js'
import type { Store } from './store/store.js'

export { CONNECTIONS_PER_INSTANCE } from './store/postgres-pool.js'

/** Opens the store that a database URL names. */
export function openStore(
  database: string,
  livemode: boolean,
  options: { prefix: string; again: boolean; log: Logger },
) {
  return database.startsWith('sqlite:')
    ? openSqliteStore(database.replace(/^sqlite:/, ''), livemode, options)
    : openPostgresStore(database, livemode, options)
}

/** The options of commands that serve no requests. */
export type StoreOptions = Pick<IdentityOptions, 'stripe' | 'database' | 'tablePrefix' | 'httpsProxy'>

export function openIdentityStore({ stripe, database, tablePrefix }: StoreOptions): Store {
  const log = pino({ level: 'silent' })
  const livemode = stripe.secretKey.includes('_live_')
  const prefix = tablePrefix ?? DEFAULTS.tablePrefix
  return reopening((again) => openStore(database, livemode, { prefix, again, log }))
}
