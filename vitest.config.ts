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

// Files of one worker share the modules, because loading the server, the sandbox or a compiler takes longer than most tests.
const project = { ...shared, isolate: false }

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
          ...project,
          name: 'node',
          include: ['packages/*/test/**/*.test.ts'],
          exclude: [...SERVICES, 'packages/widget/test/browser/**', '**/node_modules/**'],
        },
      },
      { test: { ...project, name: 'repository', include: ['test/*.test.ts'] } },
      { test: { ...project, name: 'services', include: SERVICES } },
      {
        // The same scenarios through the other door: a server that knows Request and Response only.
        test: {
          ...project,
          name: 'fetch',
          env: { ...shared.env, DOOR: 'fetch' },
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
      { test: { ...project, name: 'end-to-end', include: ['demo/test/**/*.test.ts'] } },
    ],
  },
})
