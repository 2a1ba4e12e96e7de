import { findProgram, hasApt, installByApt } from './programs.mjs'

/** Other languages that the tests use, with the Debian package of each. */
const PACKAGE_OF = { python3: 'python3', php: 'php-cli' }

/** The path of its program, or null, in which case its tests are skipped with a reason. */
export function findLanguage(name) {
  return findProgram([name, `${name}.exe`], [])
}

/** Installs missing languages on Debian as root. */
export function ensureLanguages(names = Object.keys(PACKAGE_OF)) {
  if (!hasApt()) return
  for (const name of names.filter((name) => findLanguage(name) === null)) {
    console.log(`No ${name} found; installing it …`)
    installByApt(PACKAGE_OF[name])
  }
}
