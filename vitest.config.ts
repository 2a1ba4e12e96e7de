import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { SlowFirst } from './scripts/lib/slow-first.mjs'

export const shared = {
  environment: 'node',
  // For what would never end; a busy machine takes its time.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
  // Chance is the same in each run. `npm run test:nightly` takes another seed each time, and tries EFFORT times as much.
  env: { SEED: process.env.SEED ?? '20261129', EFFORT: process.env.EFFORT ?? '1' },
} as const

export default defineConfig({
  test: {
    // One more than there are processors: many tests wait, for browsers, databases and programs.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowFirst },
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
      {
        // The same scenarios through the other door: a server that knows Request and Response only.
        test: {
          ...shared,
          name: 'fetch',
          env: { DOOR: 'fetch' },
          globalSetup: ['packages/server/test/support/postgres-setup.ts'],
          include: [
            'sessions',
            'polling',
            'authorization',
            'not-yours',
            'bad-input',
            'return-url',
            'limits',
            'operator',
            'effects',
            'truth',
            'refusals',
            'openapi',
          ].map((name) => `packages/server/test/${name}.test.ts`),
        },
      },
      { test: { ...shared, name: 'end-to-end', include: ['demo/test/**/*.test.ts'] } },
    ],
  },
})
