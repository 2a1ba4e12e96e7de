import { existsSync, readFileSync, rmSync } from 'node:fs'
import { ensureChromium } from './lib/chromium.mjs'
import { node, run } from './lib/run.mjs'
import { summarize } from './lib/summary.mjs'
import { ensureBuilt, ensureInstalled } from './lib/workspace.mjs'

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

/** Adds what a test run wrote; a run that wrote nothing has failed. */
function count(name, file, read) {
  if (!existsSync(file)) {
    console.error(`${name}: no result was written`)
    failed += 1
    return
  }
  const result = read(JSON.parse(readFileSync(file, 'utf8')))
  for (const line of result.notes ?? []) console.log(line)
  passed += result.passed
  failed += result.failed
}

for (const file of [VITEST, BROWSER]) rmSync(file, { force: true })

await step('install', ensureInstalled)
await step('browser', async () => {
  process.env.CHROME_PATH = ensureChromium()
})
await step('format and lint', () => run('npx', ['biome', 'ci', '--reporter=summary', '.']))
if (await step('build', ensureBuilt)) {
  for (const folder of [
    'packages/contract',
    'packages/sandbox',
    'packages/server',
    'packages/widget',
    'demo',
  ]) {
    await step(`types of ${folder}`, () => run('npx', ['tsc', '-p', folder]))
  }
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
  await step('node and end-to-end tests', () => node([...vitest, `--outputFile.json=${VITEST}`]))
  count('node and end-to-end tests', VITEST, summarize)
  await step('browser tests', () =>
    node(['node_modules/@web/test-runner/dist/bin.js', '--config', 'web-test-runner.config.mjs'], {
      cwd: 'packages/widget',
    }),
  )
  count('browser tests', BROWSER, (result) => result)
}

console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
