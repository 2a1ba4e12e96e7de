// The mutation score of the rules of the truth: `npm run mutate`. docs/performance.md holds its figure.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts' },
  mutate: ['src/truth.ts', 'src/accept.ts', 'src/session.ts'],
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: '.cache/stryker.json',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false },
  jsonReporter: { fileName: '.cache/mutation.json' },
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 90 },
  // A mutant that loops is ended; a busy machine is only slow.
  timeoutMS: 60_000,
}
