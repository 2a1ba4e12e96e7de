import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Core } from './core.js'
import { problemsOf } from './problems.js'
import { save } from './saving.js'
import { STATE, type State } from './world/saved.js'

/** Longest that a change is kept in memory only, in milliseconds. */
const LATER_MS = 500

/** The state in a file, or undefined where there is no such file. Throws where it is no state, and leaves it alone. */
export function readState(path: string): State | undefined {
  if (!existsSync(path)) return undefined
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new TypeError(`The state in ${path} cannot be read: it is no JSON.`, { cause })
  }
  const parsed = STATE.safeParse(value)
  if (!parsed.success)
    throw new TypeError(`The state in ${path} cannot be read: ${problemsOf(parsed.error, 'file')}`)
  return parsed.data
}

/** Keeps the state in a file from now on; the returned function writes it a last time. */
export function keepState(core: Core, path: string): () => void {
  const write = () => {
    // Another name first, so that the file is whole whenever the program ends.
    writeFileSync(`${path}.new`, JSON.stringify(save(core), null, 1), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  write()
  let waiting: NodeJS.Timeout | undefined
  const unsubscribe = core.account.subscribe(() => {
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
