import { existsSync, readFileSync, rmSync } from 'node:fs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureFirefox } from './lib/firefox.mjs'
import { ensureLanguages } from './lib/languages.mjs'
import { node, run } from './lib/run.mjs'
import { vitepress } from './lib/vitepress.mjs'
import { VITEST_TOTALS } from './lib/vitest-totals.mjs'
import { ensureBuilt, ensureInstalled, frameworkPages } from './lib/workspace.mjs'

const BROWSER_TOTALS = 'packages/widget/.cache/wtr.json'

let passed = 0
const failures = []

/** Runs one step of the check; a step that is not a test run counts as one. */
async function step(name, work) {
  console.log(`\n── ${name}`)
  try {
    await work()
    passed += 1
    return true
  } catch (error) {
    console.error(`${name}: ${error.message}`)
    failures.push(`${name}: ${error.message}`)
    return false
  }
}

/** Runs tests and adds the totals they left; a run that ends badly with nothing failed in it counts as one failure. */
async function tests(name, totals, work) {
  console.log(`\n── ${name}`)
  rmSync(totals, { force: true })
  const fault = await work().then(
    () => null,
    (error) => error,
  )
  const result = existsSync(totals)
    ? JSON.parse(readFileSync(totals, 'utf8'))
    : { passed: 0, skipped: [], failures: [] }
  for (const line of result.skipped) console.log(`skipped: ${line}`)
  passed += result.passed
  failures.push(...result.failures)
  if (result.failures.length === 0 && (fault !== null || result.passed === 0)) {
    failures.push(`${name}: ${fault?.message ?? 'no test was run'}`)
  }
}

await step('install', ensureInstalled)
await step('browsers', async () => {
  process.env.CHROME_PATH = ensureChromium()
  // The browser tests look for it themselves, and say so where there is none.
  ensureFirefox()
})
await step('other languages', async () => ensureLanguages())
await step('format and lint', () => run('npx', ['biome', 'ci', '--reporter=summary', '.']))
if (await step('build', ensureBuilt)) {
  for (const folder of [
    'packages/contract',
    'packages/sandbox',
    'packages/server',
    'packages/console',
    'packages/widget',
    'packages/create-stripe-identity',
    'demo',
    '.',
  ]) {
    await step(`types of ${folder}`, () => run('npx', ['tsc', '-p', folder]))
  }
  for (const folder of frameworkPages()) {
    await step(`types of ${folder}`, () => run('npm', ['run', '--silent', 'types'], { cwd: folder }))
  }
  await step('documentation', () => vitepress(['build']))
  const vitest = ['run', '--reporter=default', '--reporter=./scripts/lib/vitest-totals.mjs']
  await tests('node and end-to-end tests', VITEST_TOTALS, () =>
    node(['node_modules/vitest/vitest.mjs', ...vitest]),
  )
  const browserTests = ['node_modules/@web/test-runner/dist/bin.js', '--config', 'web-test-runner.config.mjs']
  await tests('browser tests', BROWSER_TOTALS, () => node(browserTests, { cwd: 'packages/widget' }))
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`)
console.log(`\n${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 ? 0 : 1
