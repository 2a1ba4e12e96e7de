import { isAbsolute, resolve } from 'node:path'
import { openIdentityStore, type StoreOptions } from '../../identity.js'
import { type Finding, found, NOTHING } from './finding.js'
import { checkPostgres } from './postgres.js'

/** Folders that a restart may empty. */
const FLEETING = /^\/(tmp|dev\/shm|run|var\/tmp)\//

/** Checks that the database opens, has a supported schema, is stored permanently, and suffices for all instances. */
export async function checkStore(options: StoreOptions, instances: number): Promise<Finding[]> {
  const { database } = options
  const store = openIdentityStore(options)
  try {
    await store.ping()
  } catch (error) {
    return found(
      `The database cannot be used: ${reasonOf(error)}`,
      'DATABASE_URL=postgres://user:password@host/name, or sqlite:<a file in an existing folder>',
    )
  } finally {
    await store.close()
  }
  const file = database.startsWith('sqlite:') ? database.replace(/^sqlite:/, '') : null
  if (file === null) return checkPostgres(database, instances)
  if (instances > 1) {
    return found(
      `SQLite serves one server only, and ${instances} are running.`,
      'DATABASE_URL=postgres://user:password@host/name, the same for all of them',
    )
  }
  if (file === ':memory:' || FLEETING.test(isAbsolute(file) ? file : resolve(file))) {
    return found(
      'The database is in a folder that a restart may empty.',
      'DATABASE_URL=sqlite:<a file on a permanent disk>',
    )
  }
  return NOTHING
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  // Driver messages may contain the address, but never the password.
  return cause instanceof Error ? cause.message : String(cause)
}
