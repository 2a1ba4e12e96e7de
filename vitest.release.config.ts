import { defineConfig } from 'vitest/config'
import { shared } from './vitest.config.js'

const isNightly = Number(process.env.EFFORT ?? 1) > 1

/** The rehearsals before a release, for `npm run test:release`; with more effort, those of the nightly as well. */
export default defineConfig({
  test: {
    ...shared,
    include: ['test/release/**/*.test.ts', ...(isNightly ? ['test/nightly/**/*.test.ts'] : [])],
    globalSetup: ['packages/server/test/support/postgres-setup.ts'],
    maxWorkers: 2,
  },
})
