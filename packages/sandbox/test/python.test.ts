import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findPythonWithStripe } from '../../../scripts/lib/languages.mjs'
import { createSandbox, type Sandbox } from '../src/index.js'

const found = spawnSync('python3', ['--version']).status === 0
const why = found ? '' : ' (skipped because there is no python3 here)'
const CLIENT = fileURLToPath(new URL('python/client.py', import.meta.url))

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

it.skipIf(!found)(
  `Python’s standard library creates, lists, submits, cancels, redacts and verifies signatures${why}`,
  async () => {
    const { stdout } = await promisify(execFile)('python3', [CLIENT, sandbox.url, sandbox.secretKey], {
      timeout: 60_000,
    })
    expect(stdout.trim()).toBe('canceled,created,created,processing,verified')
  },
)

const official = findPythonWithStripe()
const missing = official ? '' : ' (skipped because no python3 here has the package stripe)'
const OFFICIAL = fileURLToPath(new URL('python/official.py', import.meta.url))

it.skipIf(!official)(`Stripe’s own package for Python covers a session’s life${missing}`, async () => {
  const { stdout } = await promisify(execFile)(official as string, [
    OFFICIAL,
    sandbox.url,
    sandbox.secretKey,
    sandbox.restrictedKey,
  ])
  expect(stdout.trim()).toBe('created,processing,requires_input,processing,verified')
})
