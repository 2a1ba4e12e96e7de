import { node } from './run.mjs'
import { VITEST_TOTALS } from './vitest-totals.mjs'

/** Runs Vitest and adds its totals to the check's. */
export function vitest(check, name, args = []) {
  const reporters = ['--reporter=default', '--reporter=./scripts/lib/vitest-totals.mjs']
  return check.tests(name, VITEST_TOTALS, () =>
    node(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args]),
  )
}

/** Runs the slow release rehearsals: before each release, and in CI after a change of the covered files. */
export function releaseTests(check) {
  return vitest(check, 'release tests', ['--config', 'vitest.release.config.ts'])
}
