import { type Migration, sql } from 'kysely'

/**
 * Adds the deliveries to the host, the actions on several sessions, and the indexes for the operators' search, in the
 * order of its pages.
 */
export function operatorsMigration(name: (name: string) => string): Migration {
  return {
    async up(db) {
      const index = (called: string) => db.schema.createIndex(name(called))
      await db.schema
        .createTable('deliveries')
        .addColumn('effect_id', 'text', (column) => column.notNull())
        .addColumn('sink', 'text', (column) => column.notNull())
        .addColumn('session_id', 'text', (column) => column.notNull())
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('failures', 'integer', (column) => column.notNull())
        .addColumn('told_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint(name('deliveries_pk'), ['effect_id', 'sink'])
        .execute()
      await index('deliveries_of_session').on('deliveries').columns(['session_id', 'version']).execute()

      await db.schema
        .createTable('acts')
        .addColumn('batch', 'text', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('livemode', 'integer', (column) => column.notNull())
        .addColumn('stripe_id', 'text', (column) => column.notNull())
        .addColumn('act', 'text', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('code', 'text')
        .addColumn('tries', 'integer', (column) => column.notNull())
        .addColumn('due_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint(name('acts_pk'), ['batch', 'position'])
        .execute()
      await index('acts_due')
        .on('acts')
        .columns(['livemode', 'due_at'])
        .where(sql.ref('state'), '=', sql.lit('waiting'))
        .execute()

      // Replaced by an index with the id appended, which orders sessions of the same second.
      await db.schema.dropIndex(name('sessions_created')).execute()
      await index('sessions_by_created').on('sessions').columns(['livemode', 'created', 'id']).execute()
      await index('sessions_by_facet')
        .on('sessions')
        .columns(['livemode', 'facet', 'created', 'id'])
        .execute()
      await index('transitions_by_event')
        .on('transitions')
        .columns(['event_id'])
        .where(sql.ref('event_id'), 'is not', null)
        .execute()

      await index('sessions_by_doubt')
        .on('sessions')
        .columns(['doubt'])
        .where(sql.ref('doubt'), 'is not', null)
        .execute()
      await index('effects_set_aside')
        .on('effects')
        .columns(['livemode', 'session_id'])
        .where(sql.ref('set_aside'), '=', sql.lit(1))
        .execute()
    },
  }
}
