import { readFileSync } from 'node:fs'

/** The percentage of changes that tests have to notice. */
export const AIM = 90

/** The report of one run, in the folder of its package. */
export const reportOf = (name) => `.cache/mutation-${name}.json`

/**
 * The settings of one run, which changes these files and runs the tests of `vitest.mutate.<name>.config.ts`. A run should
 * have few test files: a change of a constant runs all of them.
 */
export const stryker = (name, mutate) => ({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: `vitest.mutate.${name}.config.ts` },
  mutate,
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: `.cache/stryker-${name}.json`,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false },
  jsonReporter: { fileName: reportOf(name) },
  concurrency: 1,
  thresholds: { high: 95, low: AIM, break: AIM },
  // A mutant that loops is ended; a busy machine is only slow.
  timeoutMS: 60_000,
})

/** The part of a file from the line with one text to the line before the next one with another; for `mutate`. */
export function part(file, from, until) {
  const lines = readFileSync(file, 'utf8').split('\n')
  const first = lines.findIndex((line) => line.includes(from))
  const end = lines.findIndex((line, index) => index > first && line.includes(until))
  if (first < 0 || end < 0) throw new Error(`${file} has no part from "${from}" until "${until}"`)
  return `${file}:${first + 1}-${end}`
}
