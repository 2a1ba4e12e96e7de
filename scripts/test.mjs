// `npm test`. The last line has the counts. `--install` (set by CI) also installs the programs that only some tests
// need.

import { changedForRelease } from './lib/changed.mjs'
import { Check, printedAtEnd } from './lib/check.mjs'
import { ensureChromium, ensureHeadlessShell } from './lib/chromium.mjs'
import { ensureFirefox } from './lib/firefox.mjs'
import { ensureLanguages } from './lib/languages.mjs'
import { capture } from './lib/run.mjs'
import { packedPackages } from './lib/tarballs.mjs'
import { typeChecks } from './lib/types.mjs'
import { vitepress } from './lib/vitepress.mjs'
import { releaseTests, vitest } from './lib/vitest.mjs'
import { ensureBuilt, ensureInstalled } from './lib/workspace.mjs'

const inCI = ['true', '1'].includes(process.env.CI ?? '')
const check = new Check()

await check.step('install', ensureInstalled)
if (inCI || process.argv.includes('--install')) {
  await check.step('headless Chromium, Firefox, Python and PHP', async () => {
    ensureHeadlessShell()
    // Tests look for these programs themselves and state if one is missing.
    ensureFirefox()
    ensureLanguages()
  })
}
await check.step('browser', async () => {
  process.env.CHROME_PATH = ensureChromium()
})
// A build seldom uses more than one processor.
const lint = check.steps({
  'format and lint': () => capture('npx', ['biome', 'ci', '--reporter=summary', '.']),
})
const isBuilt = await check.step('build', ensureBuilt)
await lint
if (isBuilt) {
  const browserTests = ['node_modules/@web/test-runner/dist/bin.js', '--config', 'web-test-runner.config.mjs']
  // Pages wait more than they calculate, so their tests run beside the next steps.
  const inBrowsers = check.tests('browser tests', 'packages/widget/.cache/wtr.json', () =>
    printedAtEnd('browser tests', () => capture(process.execPath, browserTests, { cwd: 'packages/widget' })),
  )
  await check.steps({
    documentation: () => vitepress(['build'], capture),
    'packages as npm gets them': async () => {
      packedPackages()
      return ''
    },
    ...typeChecks(),
  })
  await inBrowsers
  await vitest(check, 'node and end-to-end tests')
  if (inCI && changedForRelease()) await releaseTests(check)
  else
    console.log(
      '\nLeft to `npm run test:release`: the starter and a release, rehearsed, and every framework.',
    )
}
check.finish()
