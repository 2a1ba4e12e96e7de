import { defineConfig } from 'vitest/config'

/** The tests that the mutation score is taken with: fast, and each alone able to see a broken rule. */
export default defineConfig({
  test: {
    env: { SEED: '20261129' },
    include: ['truth-table', 'accept', 'accept-marks', 'session'].map((name) => `test/${name}.test.ts`),
  },
})
