import { defineConfig } from 'vitest/config'

/** The tests that the score of the services is taken with: on a real SQLite store, and without the sandbox. */
export default defineConfig({
  test: {
    // On a busy machine a slow test is not a broken one.
    testTimeout: 15_000,
    hookTimeout: 15_000,
    expect: { poll: { timeout: 10_000 } },
    include: [
      'apply',
      'intents',
      'ceilings',
      'ownership',
      'sessions-of-a-user',
      'stripe-signature',
      'stripe-events',
      'signed-tokens',
      'known-tokens',
    ].map((name) => `test/${name}.test.ts`),
  },
})
