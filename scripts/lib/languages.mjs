import { spawnSync } from 'node:child_process'
import { findProgram, hasApt, installByApt } from './programs.mjs'

/** Other languages that the tests use, with the Debian package of each. */
const PACKAGE_OF = { python3: 'python3', php: 'php-cli' }

/** The path of its program, or null, in which case its tests are skipped with a reason. */
export function findLanguage(name) {
  return findProgram([name, `${name}.exe`], [])
}

/** A Python that has Stripe's own package, or null. Debian's package of it belongs to Debian's Python. */
export function findPythonWithStripe() {
  const has = (python) => spawnSync(python, ['-c', 'import stripe']).status === 0
  return ['python3', '/usr/bin/python3'].find(has) ?? null
}

/** Installs missing languages on Debian as root. */
export function ensureLanguages(names = Object.keys(PACKAGE_OF)) {
  if (!hasApt()) return
  for (const name of names.filter((name) => findLanguage(name) === null)) {
    console.log(`No ${name} found; installing it …`)
    installByApt(PACKAGE_OF[name])
  }
  if (findPythonWithStripe() === null) installByApt('python3-stripe')
}
