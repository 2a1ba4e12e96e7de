import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launch, Visitor } from '../demo/test/support/browser.js'
import { scaffold } from '../packages/create-stripe-identity/src/scaffold.js'
import { createSandbox, type Sandbox } from '../packages/sandbox/dist/index.js'
import { createDatabase, type TestDatabase } from '../packages/server/test/support/postgres.js'
import { freePort } from '../scripts/lib/free-port.mjs'
import { Program, plainEnvironment } from './support/program.js'

// The app is built first, as for production.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 })

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const NEXT = join(ROOT, 'docs/node_modules/next/dist/bin/next')

describe('the Next.js starter', () => {
  let folder: string
  let home: string
  let url: string
  let sandbox: Sandbox
  let database: TestDatabase
  let browser: Browser
  const running: Program[] = []

  beforeAll(async () => {
    const cache = join(ROOT, 'docs', '.cache')
    mkdirSync(cache, { recursive: true })
    folder = mkdtempSync(join(cache, 'next-'))
    home = mkdtempSync(join(tmpdir(), 'next-home-'))
    await scaffold(folder, 'my-app', 'next', { versions: {}, tarballs: [] })
    // Links the packages of this checkout; the other starter's test installs them.
    symlinkSync(join(ROOT, 'docs/node_modules'), join(folder, 'node_modules'), 'junction')
    const port = await freePort()
    url = `http://localhost:${port}`
    sandbox = await createSandbox({ forwardTo: `${url}/identity/webhook` })
    database = await createDatabase()
    const env = { ...plainEnvironment(home), NEXT_TELEMETRY_DISABLED: '1' }
    // Without any setting: a build needs no keys.
    await new Program(process.execPath, [NEXT, 'build'], { cwd: folder, env }).ends()
    running.push(
      new Program(process.execPath, [NEXT, 'start', '--port', String(port)], {
        cwd: folder,
        env: {
          ...env,
          STRIPE_SECRET_KEY: sandbox.secretKey,
          STRIPE_PUBLISHABLE_KEY: sandbox.publishableKey,
          STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret,
          STRIPE_API_BASE: sandbox.url,
          DATABASE_URL: database.url,
          COOKIE_SECRET: 'a cookie secret that is long enough',
        },
      }),
    )
    await vi.waitFor(
      async () => {
        const status = await fetch(url).then(({ status }) => status, String)
        expect(status, running[0]?.output).toBe(200)
      },
      { timeout: 60_000, interval: 200 },
    )
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    for (const program of running) await program.kill()
    await sandbox?.close()
    await database?.drop()
    rmSync(home, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  it('refuses visitors who are not signed in or who forge the cookie', async () => {
    const book = (cookie = '') => fetch(`${url}/book`, { method: 'POST', headers: { Cookie: cookie } })
    expect((await book()).status).toBe(401)
    expect((await book(`user=${Buffer.from('ada').toString('base64url')}.forged`)).status).toBe(401)
    expect((await fetch(`${url}/identity/sessions/current`)).status).toBe(401)
  })

  it('accepts bookings from verified users only', async () => {
    const ada = await Visitor.arrive(browser, url)
    await ada.page.getByLabel('Your name').fill('ada')
    await ada.button('Sign in').click()
    await ada.page.locator('identity-verification').waitFor()
    const early = await ada.page.evaluate(async () => (await fetch('/book', { method: 'POST' })).status)
    expect(early).toBe(403)
    await ada.button('Verify your identity').click()
    await ada.choose('Verification success')
    await ada.reaches('verified')
    await ada.button('Book the cabin').click()
    await ada.page.getByText('Thank you, ada.').waitFor()
    await ada.context.close()
  })
})
