// `npm run test:elsewhere`, for systems other than Linux: builds everything and runs the tests that need no signals,
// no other language and no browser.
import { Check } from './lib/check.mjs'
import { vitest } from './lib/vitest.mjs'
import { ensureBuilt } from './lib/workspace.mjs'

const TESTS = [
  'packages/create-stripe-identity',
  'packages/sandbox/test/lifecycle.test.ts',
  'packages/sandbox/test/states.test.ts',
  'packages/sandbox/test/webhooks.test.ts',
  'packages/server/test/sessions.test.ts',
  'packages/server/test/store',
  'packages/widget/test/controller.test.ts',
  'packages/widget/test/messages.test.ts',
]

const check = new Check()
if (await check.step('build', ensureBuilt)) await vitest(check, 'tests', TESTS)
check.finish()
