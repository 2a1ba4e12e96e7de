import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { FACET } from './facet.js'
import { operatorsMigration } from './migration-operators.js'
import type { Schema } from './schema.js'
import { StoreError } from './store-error.js'
import { URGENT } from './urgent.js'

/** Makes the name of an index or a constraint, which must be unique in a database like a table's. */
type Name = (name: string) => string

/**
 * The schema, forward only: a released step is never edited, only followed by others. Many instances may start at
 * once; Kysely lets one of them run the steps. A database with a step that is not listed here was created by a newer
 * version of this package, and is refused.
 */
const steps = (name: Name): Record<string, Migration> => ({
  '0001_sessions': {
    async up(db) {
      await db.schema
        .createTable('sessions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('ordinal', 'integer', (column) => column.notNull())
        .addColumn('livemode', 'integer', (column) => column.notNull())
        .addColumn('user_key', 'text', (column) => column.notNull())
        .addColumn('user_ref', 'text')
        .addColumn('stripe_id', 'text')
        .addColumn('status', 'text')
        .addColumn('basis', 'text', (column) => column.notNull().defaultTo('word'))
        .addColumn('error_code', 'text')
        .addColumn('error_reason', 'text')
        .addColumn('redaction', 'text')
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('open', 'integer', (column) => column.notNull())
        .addColumn('attempts_before', 'integer', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('revision', 'bigint', (column) => column.notNull())
        .addColumn('created', 'bigint', (column) => column.notNull())
        .addColumn('updated', 'bigint', (column) => column.notNull())
        .addColumn('verified_at', 'bigint')
        .addColumn('last_event_at', 'bigint', (column) => column.notNull())
        .addColumn('last_reply_at', 'bigint', (column) => column.notNull())
        .addColumn('doubt', 'text')
        .addColumn('create_try', 'integer', (column) => column.notNull())
        .addColumn('canceled_by', 'text')
        .addColumn('watched_until', 'bigint', (column) => column.notNull())
        .addColumn('look_at', 'bigint')
        .addColumn('stage', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('superseded', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('taken_back', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('set_aside', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('facet', 'text', (column) => column.generatedAlwaysAs(FACET).stored())
        .execute()
      await sql`create unique index ${sql.id(name('sessions_stripe_id'))} on ${sql.table('sessions')} (livemode, stripe_id) where stripe_id is not null`.execute(
        db,
      )
      await sql`create unique index ${sql.id(name('sessions_one_open'))} on ${sql.table('sessions')} (livemode, user_key) where open = 1`.execute(
        db,
      )
      await sql`create unique index ${sql.id(name('sessions_of_user'))} on ${sql.table('sessions')} (livemode, user_key, ordinal)`.execute(
        db,
      )
      await sql`create index ${sql.id(name('sessions_look'))} on ${sql.table('sessions')} (livemode, look_at) where look_at is not null`.execute(
        db,
      )
      await sql`create index ${sql.id(name('sessions_watched'))} on ${sql.table('sessions')} (livemode, watched_until) where open = 1`.execute(
        db,
      )
      await db.schema
        .createTable('events')
        .addColumn('event_id', 'text', (column) => column.notNull())
        .addColumn('livemode', 'integer', (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('seen_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint(name('events_pk'), ['livemode', 'event_id'])
        .execute()
      await db.schema
        .createIndex(name('events_seen'))
        .on('events')
        .columns(['livemode', 'source', 'seen_at'])
        .execute()
      await db.schema
        .createTable('attempts')
        .addColumn('session_id', 'text', (column) => column.notNull())
        .addColumn('report_id', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint(name('attempts_pk'), ['session_id', 'report_id'])
        .execute()
      await db.schema
        .createTable('transitions')
        .addColumn('session_id', 'text', (column) => column.notNull())
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('cause', 'text', (column) => column.notNull())
        .addColumn('from_status', 'text')
        .addColumn('to_status', 'text')
        .addColumn('error_code', 'text')
        .addColumn('event_id', 'text')
        .addColumn('actor', 'text')
        .execute()
      await db.schema
        .createIndex(name('transitions_of_session'))
        .on('transitions')
        .columns(['session_id', 'version'])
        .execute()
      await db.schema
        .createTable('leases')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('settings')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute()
    },
  },
  '0002_effects_and_ceilings': {
    async up(db) {
      await db.schema.alterTable('sessions').addColumn('redact_requested_by', 'text').execute()
      await db.schema.alterTable('sessions').addColumn('reserved_day', 'text').execute()
      await sql`create index ${sql.id(name('sessions_urgent'))} on ${sql.table('sessions')} (livemode, look_at) where look_at is not null and ${URGENT}`.execute(
        db,
      )
      await sql`create index ${sql.id(name('sessions_created'))} on ${sql.table('sessions')} (livemode, created)`.execute(
        db,
      )
      await db.schema
        .createTable('effects')
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('sink', 'text', (column) => column.notNull())
        .addColumn('livemode', 'integer', (column) => column.notNull())
        .addColumn('session_id', 'text', (column) => column.notNull())
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('stripe_id', 'text', (column) => column.notNull())
        .addColumn('user_ref', 'text', (column) => column.notNull())
        .addColumn('from_status', 'text')
        .addColumn('to_status', 'text', (column) => column.notNull())
        .addColumn('error_code', 'text')
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('failures', 'integer', (column) => column.notNull())
        .addColumn('due_at', 'bigint', (column) => column.notNull())
        .addColumn('set_aside', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint(name('effects_pk'), ['id', 'sink'])
        .execute()
      await sql`create index ${sql.id(name('effects_due'))} on ${sql.table('effects')} (livemode, due_at) where set_aside = 0`.execute(
        db,
      )
      await sql`create index ${sql.id(name('effects_of_session'))} on ${sql.table('effects')} (session_id, sink, version)`.execute(
        db,
      )
      await db.schema
        .createTable('ceilings')
        .addColumn('livemode', 'integer', (column) => column.notNull())
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('scope', 'text', (column) => column.notNull())
        .addColumn('used', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint(name('ceilings_pk'), ['livemode', 'day', 'scope'])
        .execute()
    },
  },
  '0003_operators': operatorsMigration(name),
})

/**
 * Migrates the schema; writes nothing if it is up to date. Throws if it is newer than this package. `db` prefixes its
 * tables; `prefix` applies to all other names, including Kysely's own tables.
 */
export async function migrate(db: Kysely<Schema>, prefix: string): Promise<void> {
  const migrationTableName = `${prefix}kysely_migration`
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => steps((name) => prefix + name) },
    migrationTableName,
    migrationLockTableName: `${prefix}kysely_migration_lock`,
  })
  if (await isUpToDate(db, migrator, migrationTableName)) return
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (error instanceof StoreError) throw error
  // The only other error is Kysely's check for a step that this version does not contain.
  throw new StoreError(new Error('The schema belongs to a newer version of this package.', { cause: error }))
}

/** True if exactly the listed steps were run. */
async function isUpToDate(db: Kysely<Schema>, migrator: Migrator, table: string): Promise<boolean> {
  const known = await migrator.getMigrations()
  if (known.some(({ executedAt }) => executedAt === undefined)) return false
  const { rows } = await sql<{ done: number }>`select count(*) as done from ${sql.table(table)}`.execute(db)
  return Number(rows[0]?.done) === known.length
}
