import { defineConfig } from 'vitest/config'
import { shared } from './vitest.config.js'

/** What is rehearsed before a release: `npm run test:release`. */
export default defineConfig({
  test: {
    ...shared,
    include: ['test/release/**/*.test.ts'],
    globalSetup: ['packages/server/test/support/postgres-setup.ts'],
    maxWorkers: 2,
  },
})
