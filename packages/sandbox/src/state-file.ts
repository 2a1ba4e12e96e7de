import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Accounts } from './accounts.js'
import { problemsOf } from './calls.js'
import { STATE, type State, save } from './saving.js'

/** The longest time, in milliseconds, for which a change is kept in memory only. */
const LATER_MS = 500

/**
 * Reads the state from a file; undefined if there is no such file. Throws if the content is invalid, and never
 * writes.
 */
export function readState(path: string): State | undefined {
  if (!existsSync(path)) return undefined
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new TypeError(`The state in ${path} cannot be read: it is not JSON.`, { cause })
  }
  const parsed = STATE.safeParse(value)
  if (!parsed.success)
    throw new TypeError(`The state in ${path} cannot be read: ${problemsOf(parsed.error, 'file')}`)
  return parsed.data
}

/** Keeps a file up to date from now on. The returned function writes it for the last time. */
export function keepState(accounts: Accounts, path: string): () => void {
  const write = () => {
    // Writing to another name first keeps the file whole if the program ends during the write.
    writeFileSync(`${path}.new`, JSON.stringify(save(accounts, accounts.own), null, 1), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  write()
  let waiting: NodeJS.Timeout | undefined
  const unsubscribe = accounts.subscribe(() => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      write()
    }, LATER_MS).unref()
  })
  return () => {
    unsubscribe()
    clearTimeout(waiting)
    write()
  }
}
