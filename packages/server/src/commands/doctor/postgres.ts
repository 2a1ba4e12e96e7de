import pg from 'pg'
import { CONNECTIONS_PER_INSTANCE } from '../../identity.js'
import { type Finding, found, NOTHING } from './finding.js'

const CONNECT_MS = 3_000

interface Facts {
  fsync: string
  full_page_writes: string
  synchronous_commit: string
  /** The lowest connection limit of the server, the database and the user. */
  allowed: number
  /** Current connections of other programs. */
  others: number
}

/** Checks that PostgreSQL writes durably and allows the connections of all instances. */
export async function checkPostgres(url: string, instances: number): Promise<Finding[]> {
  const facts = await read(url)
  return [...checkDurability(facts), ...checkRoom(facts, instances)]
}

function checkDurability({ fsync, full_page_writes, synchronous_commit }: Facts): Finding[] {
  const off = Object.entries({ fsync, full_page_writes }).filter(([, value]) => value === 'off')
  return [
    ...off.map(([name]) => ({
      problem: `PostgreSQL runs with ${name} = off: a power failure can corrupt the database.`,
      fix: `${name} = on, in postgresql.conf`,
    })),
    ...(synchronous_commit === 'off'
      ? found(
          'PostgreSQL runs with synchronous_commit = off: a failure can lose confirmed changes.',
          'synchronous_commit = on, in postgresql.conf; or alter role … set synchronous_commit = on',
        )
      : NOTHING),
  ]
}

function checkRoom({ allowed, others }: Facts, instances: number): Finding[] {
  const needed = CONNECTIONS_PER_INSTANCE * instances
  if (needed + others <= allowed) return NOTHING
  const who = instances === 1 ? 'One instance needs' : `${instances} instances need`
  return found(
    `${who} up to ${needed} connections, and PostgreSQL allows ${allowed}, of which other programs use ${others} now.`,
    `max_connections in postgresql.conf, or the limit of the database or its user: at least ${needed + others}`,
  )
}

const QUESTION = `
  select
    current_setting('fsync') as fsync,
    current_setting('full_page_writes') as full_page_writes,
    current_setting('synchronous_commit') as synchronous_commit,
    least(
      current_setting('max_connections')::int
        - current_setting('superuser_reserved_connections')::int
        - coalesce(current_setting('reserved_connections', true), '0')::int,
      (select nullif(datconnlimit, -1) from pg_database where datname = current_database()),
      (select nullif(rolconnlimit, -1) from pg_roles where rolname = current_user)
    ) as allowed,
    (
      select count(*)::int from pg_stat_activity
      where usesysid is not null and pid <> pg_backend_pid()
        and application_name not like 'stripe-identity-server%'
    ) as others`

async function read(url: string): Promise<Facts> {
  const client = new pg.Client({
    connectionString: url,
    fallback_application_name: 'stripe-identity-server doctor',
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
  })
  await client.connect()
  try {
    const { rows } = await client.query<Facts>(QUESTION)
    return rows[0] as Facts
  } finally {
    await client.end()
  }
}
