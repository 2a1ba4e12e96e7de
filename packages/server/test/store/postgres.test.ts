import { openPostgresStore } from '../../src/store/postgres.js'
import { createDatabase } from '../support/postgres.js'
import { storeSuite } from './suite.js'

storeSuite('PostgreSQL', async () => {
  const database = await createDatabase()
  return {
    open: (livemode = false) => openPostgresStore(database.url, livemode),
    // Its files keep what was deleted until they are vacuumed, and its log for longer.
    bytes: async () => null,
    cleanUp: () => database.drop(),
  }
})
