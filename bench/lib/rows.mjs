import { createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { createIdentity } from 'stripe-identity-server'

// The server's own driver, for a Node without a built-in one.
const require = createRequire(import.meta.resolve('stripe-identity-server'))

export function openSqlite(path) {
  const builtIn = process.getBuiltinModule?.('node:sqlite')
  const Database = builtIn?.DatabaseSync ?? require('better-sqlite3')
  return new Database(path)
}

/** Creates an empty database with the server's schema. */
export async function emptyDatabase(database) {
  const identity = createIdentity({
    stripe: {
      secretKey: 'sk_test_bench',
      publishableKey: 'pk_test_bench',
      webhookSecrets: ['whsec_bench'],
      apiBase: 'http://127.0.0.1:9',
    },
    database,
    authenticate: () => null,
  })
  await identity.ready()
  await identity.close()
}

export const userOf = (index) => `user-${index}`
export const sessionOf = (index) => `vs_bench${index}`

const COLUMNS =
  'id, ordinal, livemode, user_key, user_ref, stripe_id, status, type, open, attempts_before, attempts, ' +
  'version, revision, created, updated, last_event_at, last_reply_at, create_try, watched_until'

/** One row per user, as after a create, numbered from `first` up to but not including `end`. */
export function* sessionRows(ownerKey, first, end) {
  for (let index = first; index < end; index++) {
    const user = userOf(index)
    const key = createHmac('sha256', ownerKey).update(user).digest('base64url')
    const record = [`bench-${index}`, 1, 0, key, user, sessionOf(index), 'requires_input', 'document', 1]
    yield [...record, 0, 0, 1, 1, 1_700_000_000, 1_700_000_000, 0, 0, 1, 0]
  }
}

export const OWNER_KEY = "select value from stripe_identity_settings where name = 'owner-key'"

/** Adds rows to a SQLite file in one transaction. */
export function fillSqlite(path, first, end) {
  const database = openSqlite(path)
  const { value } = database.prepare(OWNER_KEY).get()
  const places = COLUMNS.replace(/\w+/g, '?')
  const insert = database.prepare(`insert into stripe_identity_sessions (${COLUMNS}) values (${places})`)
  database.exec('pragma synchronous = off; pragma cache_size = -200000; begin')
  for (const row of sessionRows(value, first, end)) insert.run(...row)
  database.exec('commit; pragma wal_checkpoint(truncate)')
  database.close()
}

/** The same on PostgreSQL, over a connection of its own. */
export async function fillPostgres(connection, end) {
  const { rows } = await connection.query(OWNER_KEY)
  const all = [...sessionRows(rows[0].value, 0, end)]
  const columns = all[0].map((_, column) => all.map((row) => row[column]))
  const arrays = columns.map(
    (values, index) => `$${index + 1}::${typeof values[0] === 'number' ? 'bigint' : 'text'}[]`,
  )
  await connection.query(
    `insert into stripe_identity_sessions (${COLUMNS}) select * from unnest(${arrays.join(', ')})`,
    columns,
  )
}
