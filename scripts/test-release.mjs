// `npm run test:release`: tests the starter and a release as users have them, and the whole flow in every framework.
import { Check } from './lib/check.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { releaseTests } from './lib/vitest.mjs'
import { ensureBuilt } from './lib/workspace.mjs'

const check = new Check()
if (await check.step('build', ensureBuilt)) {
  process.env.CHROME_PATH = ensureChromium()
  await releaseTests(check)
}
check.finish()
