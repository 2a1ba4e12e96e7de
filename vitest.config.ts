import { defineConfig } from 'vitest/config'

const shared = {
  environment: 'node',
  testTimeout: 30_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 10_000 } },
} as const

export default defineConfig({
  test: {
    // Two workers: each end-to-end file has a browser and servers of its own.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'node',
          globalSetup: ['packages/server/test/support/postgres-setup.ts'],
          include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['packages/widget/test/browser/**', '**/node_modules/**'],
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
      { test: { ...shared, name: 'end-to-end', include: ['demo/test/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
})
