import { existsSync, readFileSync, rmSync } from 'node:fs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureFirefox } from './lib/firefox.mjs'
import { ensureLanguages } from './lib/languages.mjs'
import { node, run } from './lib/run.mjs'
import { summarize } from './lib/summary.mjs'
import { vitepress } from './lib/vitepress.mjs'
import { ensureBuilt, ensureInstalled, frameworkPages } from './lib/workspace.mjs'

const VITEST = '.cache/vitest.json'
const BROWSER = 'packages/widget/.cache/wtr.json'

let passed = 0
let failed = 0

/** Runs one step of the check; a step that is not a test run counts as one. */
async function step(name, work) {
  console.log(`\n── ${name}`)
  try {
    await work()
    passed += 1
    return true
  } catch (error) {
    console.error(`${name}: ${error.message}`)
    failed += 1
    return false
  }
}

/** Runs tests and adds the counts they wrote; a run that ends badly with nothing failed in it counts as one failure. */
async function tests(name, file, work, read) {
  console.log(`\n── ${name}`)
  rmSync(file, { force: true })
  const fault = await work().then(
    () => null,
    (error) => error,
  )
  const result = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }
  for (const line of result.notes ?? []) console.log(line)
  passed += result.passed
  failed += result.failed
  if (result.failed === 0 && (fault !== null || result.passed === 0)) {
    console.error(`${name}: ${fault?.message ?? 'no test was run'}`)
    failed += 1
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
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
  await tests(
    'node and end-to-end tests',
    VITEST,
    () => node([...vitest, `--outputFile.json=${VITEST}`]),
    summarize,
  )
  const browserTests = ['node_modules/@web/test-runner/dist/bin.js', '--config', 'web-test-runner.config.mjs']
  await tests(
    'browser tests',
    BROWSER,
    () => node(browserTests, { cwd: 'packages/widget' }),
    (result) => result,
  )
}

console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
