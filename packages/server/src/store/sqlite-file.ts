import { type Stats, statSync } from 'node:fs'
import { StoreError } from './store-error.js'

/**
 * What SQLite does not say by itself: that the file it has open is not the one that lies there any more. A commit would
 * go to a file that nobody finds again.
 */
export interface SqliteFile {
  /** Remembers which file was opened. */
  opened(): void
  /** Throws a `StoreError` where it is gone, was replaced, or was cut off. */
  check(): void
}

/**
 * Looks before SQLite does, which makes an empty database where it finds no file: refused where there was one before
 * (`again`), and where its log still lies there.
 */
export function beforeCreating(path: string, again: boolean): SqliteFile {
  const empty = (look(path)?.size ?? 0) === 0
  if (empty && again) throw broken('The database file is gone or empty; no new one is made in its place.')
  if (empty && logSize(path) > 0) {
    throw broken('The database file is gone or empty, and its -wal file is not; no new one is made over it.')
  }
  let known: Stats | undefined
  return {
    opened() {
      known = look(path)
    },
    check() {
      const now = look(path)
      if (now === undefined) throw broken('The database file is gone.')
      if (now.ino !== known?.ino || now.dev !== known.dev) throw broken('The database file was replaced.')
      if (now.size < known.size) throw broken('The database file was cut off.')
    },
  }
}

/** Bytes in the log beside the file, where commits go first. */
export function logSize(path: string): number {
  return look(`${path}-wal`)?.size ?? 0
}

function look(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

function broken(message: string): StoreError {
  return new StoreError(new Error(message), { broken: true })
}
