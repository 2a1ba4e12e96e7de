import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { findProgram, hasApt, installByApt } from './programs.mjs'

const NAMES = ['firefox-esr', 'firefox']
const USUAL_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    join(process.env[name] ?? '', 'Mozilla Firefox', 'firefox.exe'),
  ),
]

/** The path of an installed Firefox, or null. `FIREFOX_PATH` wins where it is set. */
export function findFirefox() {
  if (process.env.FIREFOX_PATH) return process.env.FIREFOX_PATH
  const found = findProgram(NAMES, USUAL_PLACES)
  return found && starts(found) ? found : null
}

/** Some systems have a program of that name that only says where to get the real one. */
function starts(path) {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

/** Finds Firefox, or installs Debian's where that can be done; null where neither works: its tests are left out then. */
export function ensureFirefox() {
  const found = findFirefox()
  if (found || !hasApt()) return found
  console.log('No Firefox found; installing one …')
  installByApt('firefox-esr')
  return findFirefox()
}
