import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launch, Visitor } from '../../demo/test/support/browser.js'
import { createSandbox } from '../../packages/sandbox/dist/index.js'
import { freePort } from '../../scripts/lib/free-port.mjs'
import { packedPackages } from '../../scripts/lib/tarballs.mjs'
import { Program, plainEnvironment } from '../support/program.js'

/** On a busy machine npm and a compiler take theirs. */
const MINUTES = 60_000

describe('the Next.js starter, from an empty folder and with an empty home', () => {
  const folder = mkdtempSync(join(tmpdir(), 'starter-next-'))
  const [tarballs, home, work] = ['tarballs', 'home', 'work'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const project = join(work, 'my-app')
  // Next sends no usage reports from a test.
  const env = { ...plainEnvironment(home), NEXT_TELEMETRY_DISABLED: '1' }
  const running: Program[] = []
  const npm = (args: string[], more: NodeJS.ProcessEnv = {}, cwd = project) => {
    const program = new Program('npm', args, { cwd, env: { ...env, ...more } })
    running.push(program)
    return program
  }
  let browser: Browser

  beforeAll(async () => {
    for (const each of [tarballs, home, work]) mkdirSync(each)
    // Access to the registry and compilers is set up on the machine.
    const npmrc = join(homedir(), '.npmrc')
    if (existsSync(npmrc)) copyFileSync(npmrc, join(home, '.npmrc'))
    for (const path of Object.values(packedPackages())) copyFileSync(path, join(tarballs, basename(path)))
    const creator = join(tarballs, readdirSync(tarballs).find((name) => name.startsWith('create-')) ?? '')
    const create = ['exec', '--yes', `--package=${creator}`, '--', 'create-stripe-identity']
    await npm([...create, 'my-app', '--template', 'next', '--packages', tarballs], {}, work).ends()
    // A Node without built-in SQLite compiles one here.
    await npm(['install']).ends()
    browser = await launch()
  }, 30 * MINUTES)
  const endAll = async () => {
    for (const program of running.splice(0)) await program.kill()
  }
  afterEach(endAll)
  afterAll(async () => {
    await endAll()
    await browser?.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  /** From sign-in to a booking, which is refused before the verification. */
  async function walk(url: string): Promise<void> {
    const ada = await Visitor.arrive(browser, url)
    // `npm run dev` builds each route on its first request.
    ada.context.setDefaultTimeout(5 * MINUTES)
    await ada.page.getByLabel('Your name').fill('Ada')
    await ada.button('Sign in').click()
    await ada.page.locator('identity-verification').waitFor()
    const books = async () => {
      const init = { maxRedirects: 0, timeout: 5 * MINUTES }
      return (await ada.context.request.post(`${url}/book`, init)).status()
    }
    await ada.reaches('idle')
    expect(await books()).toBe(403)
    await ada.button('Verify your identity').click()
    await ada.choose('Verification success')
    await ada.reaches('verified')
    await ada.button('Book the cabin').click()
    await ada.page.getByText('Thank you, Ada.').waitFor()
    expect(new URL(ada.page.url()).pathname).toBe('/booked')
    await ada.context.close()
  }
  /** A visitor without a sign-in, or with a cookie of their own making, has no session and no booking. */
  async function refusesStrangers(url: string): Promise<void> {
    const book = (cookie = '') => fetch(`${url}/book`, { method: 'POST', headers: { Cookie: cookie } })
    expect((await book()).status).toBe(401)
    expect((await book(`user=${Buffer.from('ada').toString('base64url')}.forged`)).status).toBe(401)
    expect((await fetch(`${url}/identity/sessions/current`)).status).toBe(401)
  }
  /** Next responds before its page is built, which takes long. */
  const answers = (url: string, program: Program) =>
    expect
      .poll(() => fetch(url).then(({ status }) => status, String), {
        timeout: 5 * MINUTES,
        message: program.output,
      })
      .toBe(200)

  it("installs our packages from the starter's copies", () => {
    const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
    expect(dependencies['stripe-identity-server']).toMatch(/^file:vendor\/stripe-identity-server-.*\.tgz$/)
    expect(existsSync(join(project, 'node_modules/stripe-identity-server/dist/index.js'))).toBe(true)
  })

  it('shows the flow with npm run dev, and stops on Ctrl-C', { timeout: 10 * MINUTES }, async () => {
    const port = await freePort()
    const url = `http://localhost:${port}`
    const dev = npm(['run', 'dev'], { PORT: String(port) })
    await answers(url, dev)
    await walk(url)
    await dev.interrupt()
    await expect(fetch(url)).rejects.toThrow()
    expect(readdirSync(home).filter((name) => name.startsWith('identity-'))).toEqual([])
  })

  it('is built without a key, and goes live by .env alone', { timeout: 15 * MINUTES }, async () => {
    await npm(['run', 'build']).ends()
    const port = await freePort()
    const url = `http://localhost:${port}`
    const stripe = await createSandbox({ forwardTo: `${url}/identity/webhook` })
    try {
      const settings: Record<string, string> = {
        STRIPE_SECRET_KEY: stripe.secretKey,
        STRIPE_PUBLISHABLE_KEY: stripe.publishableKey,
        STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
        STRIPE_API_BASE: stripe.url,
        COOKIE_SECRET: 'a-secret-of-this-test-alone',
      }
      const example = readFileSync(join(project, '.env.example'), 'utf8')
      const filled = example.replaceAll(/^(\w+)=$/gm, (line, name) => `${line}${settings[name] ?? ''}`)
      for (const [name, value] of Object.entries(settings)) expect(filled).toContain(`\n${name}=${value}\n`)
      writeFileSync(join(project, '.env'), filled)
      const server = npm(['start', '--', '--port', String(port)])
      await answers(url, server)
      await refusesStrangers(url)
      await walk(url)
      await server.interrupt()
    } finally {
      await stripe.close()
    }
  })
})
