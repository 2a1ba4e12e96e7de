import { findProgram, hasApt, installByApt } from './programs.mjs'

/** Other languages that the tests run, with Debian's package of each. */
const PACKAGE_OF = { python3: 'python3', php: 'php-cli' }

/** The path of its program, or null: then its tests are skipped, and say so. */
export function findLanguage(name) {
  return findProgram([name, `${name}.exe`], [])
}

/** Installs what is missing where that can be done, on Debian as root. */
export function ensureLanguages(names = Object.keys(PACKAGE_OF)) {
  if (!hasApt()) return
  for (const name of names.filter((name) => findLanguage(name) === null)) {
    console.log(`No ${name} found; installing it …`)
    installByApt(PACKAGE_OF[name])
  }
}
