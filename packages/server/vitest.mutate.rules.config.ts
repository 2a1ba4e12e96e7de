import { defineConfig } from 'vitest/config'

/** The tests that the score of the rules is taken with: fast, and each alone able to see a broken rule. */
export default defineConfig({
  test: {
    // On a busy machine a slow test is not a broken one.
    testTimeout: 15_000,
    hookTimeout: 15_000,
    expect: { poll: { timeout: 10_000 } },
    include: ['truth-table', 'accept', 'accept-marks', 'session'].map((name) => `test/${name}.test.ts`),
  },
})
