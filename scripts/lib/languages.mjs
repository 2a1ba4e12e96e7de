import { spawnSync } from 'node:child_process'
import { findProgram, hasApt, installByApt } from './programs.mjs'

/** Other languages that the tests run, with Debian's package of each. */
const PACKAGE_OF = { python3: 'python3', php: 'php-cli' }

/** The path of its program, or null: then its tests are skipped, and say so. */
export function findLanguage(name) {
  return findProgram([name, `${name}.exe`], [])
}

/** A Python that has Stripe's own package, or null. Debian's package of it belongs to Debian's Python. */
export function findPythonWithStripe() {
  const has = (python) => spawnSync(python, ['-c', 'import stripe']).status === 0
  return ['python3', '/usr/bin/python3'].find(has) ?? null
}

/** Installs what is missing where that can be done, on Debian as root. */
export function ensureLanguages(names = Object.keys(PACKAGE_OF)) {
  if (!hasApt()) return
  for (const name of names.filter((name) => findLanguage(name) === null)) {
    console.log(`No ${name} found; installing it …`)
    installByApt(PACKAGE_OF[name])
  }
  if (findPythonWithStripe() === null) installByApt('python3-stripe')
}
