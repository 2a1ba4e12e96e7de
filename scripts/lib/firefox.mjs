import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram, hasApt, installByApt } from './programs.mjs'

const NAMES = ['firefox-esr', 'firefox']
const USUAL_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    join(process.env[name] ?? '', 'Mozilla Firefox', 'firefox.exe'),
  ),
]

/** The path of an installed Firefox, or null. `FIREFOX_PATH` takes precedence. */
export function findFirefox() {
  return process.env.FIREFOX_PATH || findProgram(NAMES, USUAL_PLACES, isUsable)
}

/**
 * Excludes placeholder programs that only name the place of the real one, and snaps, which cannot read a profile in
 * /tmp.
 */
function isUsable(path) {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    const program = realpathSync(path)
    return (
      !program.includes('snap') &&
      (statSync(program).size > 10_000 || !readFileSync(program, 'utf8').includes('/snap/'))
    )
  } catch {
    return false
  }
}

/** Finds Firefox, or installs Debian's package if possible; null if both fail, in which case its tests are skipped. */
export function ensureFirefox() {
  const found = findFirefox()
  if (found || !hasApt()) return found
  console.log('No Firefox found; installing one …')
  installByApt('firefox-esr')
  return findFirefox()
}
