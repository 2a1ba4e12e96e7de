import { isAbsolute, resolve } from 'node:path'
import { openIdentityStore, type StoreOptions } from '../../identity.js'
import { type Finding, found, NOTHING } from './finding.js'
import { checkPostgres } from './postgres.js'

/** Folders that a restart empties. */
const FLEETING = /^\/(tmp|dev\/shm|run|var\/tmp)\//

/** Whether the database can be opened, is of this version, keeps what it is given, and is enough for all instances. */
export async function checkStore(options: StoreOptions, instances: number): Promise<Finding[]> {
  const { database } = options
  const store = openIdentityStore(options)
  try {
    await store.ping()
  } catch (error) {
    return found(
      `The database cannot be used: ${reasonOf(error)}`,
      'DATABASE_URL=postgres://user:password@host/name, or sqlite:<a file in a folder that is there>',
    )
  } finally {
    await store.close()
  }
  const file = database.startsWith('sqlite:') ? database.replace(/^sqlite:/, '') : null
  if (file === null) return checkPostgres(database, instances)
  if (instances > 1) {
    return found(
      `SQLite is a file of one server, and ${instances} run.`,
      'DATABASE_URL=postgres://user:password@host/name, the same for all of them',
    )
  }
  if (file === ':memory:' || FLEETING.test(isAbsolute(file) ? file : resolve(file))) {
    return found(
      'The database lies where a restart may empty it.',
      'DATABASE_URL=sqlite:<a file on a disk that stays>',
    )
  }
  return NOTHING
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  // A message of a driver may hold the address, and never the password.
  return cause instanceof Error ? cause.message : String(cause)
}
