import { type Stats, statSync } from 'node:fs'
import { StoreError } from './store-error.js'

/**
 * Detects that the open file is no longer the one at its path, which SQLite does not report. Commits would go to a
 * deleted file.
 */
export interface SqliteFile {
  /** Stores the identity of the opened file. */
  opened(): void
  /** Throws a `StoreError` if the file is missing, replaced or truncated. */
  check(): void
}

/**
 * Checks the path before SQLite opens it, because SQLite creates an empty database if there is no file. Refuses that
 * if a database existed before (`again`), or if its log still exists.
 */
export function beforeCreating(path: string, again: boolean): SqliteFile {
  const empty = (look(path)?.size ?? 0) === 0
  if (empty && again)
    throw broken('The database file is missing or empty; no new one is created in its place.')
  if (empty && logSize(path) > 0) {
    throw broken('The database file is missing or empty, but its -wal file is not; no new one is created.')
  }
  let known: Stats | undefined
  return {
    opened() {
      known = look(path)
    },
    check() {
      const now = look(path)
      if (now === undefined) throw broken('The database file is missing.')
      if (now.ino !== known?.ino || now.dev !== known.dev) throw broken('The database file was replaced.')
      if (now.size < known.size) throw broken('The database file was truncated.')
    },
  }
}

/** The size of the log beside the file, to which commits are written first. */
export function logSize(path: string): number {
  return look(`${path}-wal`)?.size ?? 0
}

function look(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

function broken(message: string): StoreError {
  return new StoreError(new Error(message), { broken: true })
}
