import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/lib/chromium.mjs'

const EXAMPLES = fileURLToPath(new URL('../examples', import.meta.url))
const require = createRequire(import.meta.url)
/** Timeout of each example test: a busy machine may exceed the runners' default. */
const TIMEOUT = '--testTimeout=120000'
const bin = (name: string, file: string) => join(dirname(require.resolve(`${name}/package.json`)), file)

/** Runs a Node program in a folder of examples, as its reader would. */
async function run(folder: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const { NODE_ENV: _, VITEST: __, ...inherited } = process.env
  const options = {
    cwd: join(EXAMPLES, folder),
    env: { ...inherited, CI: '1', NO_COLOR: '1', ...env },
    timeout: 280_000,
  }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, options).catch((error) => {
    throw new Error(`${folder}: ${error.message}\n${error.stdout}\n${error.stderr}`)
  })
  return stdout + stderr
}

it('the Vitest example passes', async () => {
  const out = await run('vitest', [bin('vitest', 'vitest.mjs'), 'run', '--root', '.', TIMEOUT])
  expect(out).toMatch(/Tests\s+2 passed/)
}, 300_000)

it('the Jest example passes without open handles', async () => {
  const out = await run('jest', [
    '--experimental-vm-modules',
    bin('jest', 'bin/jest.js'),
    '--detectOpenHandles',
    TIMEOUT,
  ])
  expect(out).toMatch(/Tests:\s+1 passed/)
  expect(out).not.toContain('open handle')
}, 300_000)

it('the Playwright example passes', async () => {
  const chromium = findChromium()
  if (!chromium) throw new Error('there is no Chromium to run the example in')
  const env = { CHROME_PATH: chromium, CHROME_ARGS: CHROMIUM_FLAGS.join(' ') }
  const out = await run('playwright', [bin('@playwright/test', 'cli.js'), 'test'], env)
  expect(out).toMatch(/2 passed/)
}, 300_000)
