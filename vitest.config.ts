import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export const shared = {
  environment: 'node',
  testTimeout: 30_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 10_000 } },
  // What is left to chance is the same in each run; `npm run test:nightly` takes another seed each time.
  env: { SEED: process.env.SEED ?? '20261129' },
} as const

export default defineConfig({
  test: {
    // Each end-to-end file has a browser and servers of its own.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          ...shared,
          name: 'node',
          globalSetup: ['packages/server/test/support/postgres-setup.ts'],
          include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['packages/widget/test/browser/**', 'test/release/**', '**/node_modules/**'],
        },
      },
      { test: { ...shared, name: 'end-to-end', include: ['demo/test/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
})
