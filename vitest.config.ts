import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { SlowFirst } from './scripts/lib/slow-first.mjs'

export const shared = {
  environment: 'node',
  // For what would never end; a busy machine takes its time.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
  // Chance is the same in each run. `npm run test:nightly` takes another seed each time, and tries EFFORT times as much.
  env: { SEED: process.env.SEED ?? '20261129', EFFORT: process.env.EFFORT ?? '1' },
} as const

const SERVICES = ['packages/server/test/**/*.test.ts', 'packages/sandbox/test/**/*.test.ts']

export default defineConfig({
  test: {
    // One database server for the files of all projects.
    globalSetup: ['packages/server/test/support/postgres-setup.ts'],
    // More than there are processors: many tests wait, for time-outs, browsers, databases and programs.
    maxWorkers: availableParallelism() + 3,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'node',
          include: ['packages/*/test/**/*.test.ts'],
          exclude: [...SERVICES, 'packages/widget/test/browser/**', '**/node_modules/**'],
        },
      },
      {
        // They share the modules as well: most of them load the sandbox, or a compiler.
        test: {
          ...shared,
          name: 'repository',
          include: ['test/*.test.ts'],
          isolate: false,
        },
      },
      {
        // Files of one worker share the modules: loading the server and the sandbox takes longer than most of their tests.
        test: { ...shared, name: 'services', include: SERVICES, isolate: false },
      },
      {
        // The same scenarios through the other door: a server that knows Request and Response only.
        test: {
          ...shared,
          name: 'fetch',
          env: { ...shared.env, DOOR: 'fetch' },
          isolate: false,
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
