import { type Migration, type SqlBool, sql } from 'kysely'

/**
 * Adds the deliveries to the host and the indexes for the operators' search: one index per filter, in the order of
 * its pages, and one small index per reason for attention.
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

      // Replaced by an index with the id appended, which orders sessions of the same second.
      await db.schema.dropIndex(name('sessions_created')).execute()
      await index('sessions_by_created').on('sessions').columns(['livemode', 'created', 'id']).execute()
      await index('sessions_by_status')
        .on('sessions')
        .columns(['livemode', 'status', 'created', 'id'])
        .execute()
      await index('sessions_by_reason')
        .on('sessions')
        .columns(['livemode', 'error_code', 'created', 'id'])
        .where(sql.ref('error_code'), 'is not', null)
        .execute()
      await index('transitions_by_event')
        .on('transitions')
        .columns(['event_id'])
        .where(sql.ref('event_id'), 'is not', null)
        .execute()

      await index('sessions_in_doubt')
        .on('sessions')
        .columns(['livemode', 'created', 'id'])
        .where(sql.ref('doubt'), 'is not', null)
        .execute()
      await index('sessions_by_doubt')
        .on('sessions')
        .columns(['doubt'])
        .where(sql.ref('doubt'), 'is not', null)
        .execute()
      await index('sessions_in_redaction')
        .on('sessions')
        .columns(['livemode', 'created', 'id'])
        .where(sql.ref('redaction'), '=', sql.lit('processing'))
        .execute()
      await index('sessions_by_attempts')
        .on('sessions')
        .columns(['livemode', 'created', 'id'])
        .where(sql<SqlBool>`attempts + attempts_before > 0`)
        .execute()
      await index('transitions_taken_back')
        .on('transitions')
        .columns(['session_id'])
        .where(sql.ref('from_status'), '=', sql.lit('verified'))
        .where(sql.ref('to_status'), '<>', sql.lit('verified'))
        .execute()
      await index('effects_set_aside')
        .on('effects')
        .columns(['livemode', 'session_id'])
        .where(sql.ref('set_aside'), '=', sql.lit(1))
        .execute()
    },
  }
}
