import { defineConfig } from 'vitest/config'

/** The tests that the score of the element's states is taken with: they run in Node, without a browser. */
export default defineConfig({
  test: {
    // On a busy machine a slow test is not a broken one.
    testTimeout: 15_000,
    hookTimeout: 15_000,
    expect: { poll: { timeout: 10_000 } },
    include: ['flow', 'session', 'status', 'audience', 'question', 'conversation', 'controller'].map(
      (name) => `test/${name}.test.ts`,
    ),
  },
})
