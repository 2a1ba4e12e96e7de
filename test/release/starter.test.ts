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
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launch, Visitor } from '../../demo/test/support/browser.js'
import { createSandbox } from '../../packages/sandbox/dist/index.js'
import { freePort } from '../../scripts/lib/free-port.mjs'
import { packedPackages } from '../../scripts/lib/tarballs.mjs'
import { Program, plainEnvironment } from '../support/program.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** On a busy machine npm and a compiler take theirs. */
const MINUTES = 60_000

describe('the starter, from an empty folder and with an empty home', () => {
  const folder = mkdtempSync(join(tmpdir(), 'starter-test-'))
  const [tarballs, home, work] = ['tarballs', 'home', 'work'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const project = join(work, 'my-app')
  const env = plainEnvironment(home)
  const running: Program[] = []
  const start = (command: string, args: string[], more: NodeJS.ProcessEnv = {}, cwd = project) => {
    const program = new Program(command, args, { cwd, env: { ...env, ...more } })
    running.push(program)
    return program
  }
  const npm = (...args: string[]) => start('npm', args)
  let browser: Browser
  let said: string

  beforeAll(async () => {
    for (const each of [tarballs, home, work]) mkdirSync(each)
    // Access to the registry and compilers is set up on the machine.
    const npmrc = join(homedir(), '.npmrc')
    if (existsSync(npmrc)) copyFileSync(npmrc, join(home, '.npmrc'))
    for (const path of Object.values(packedPackages())) copyFileSync(path, join(tarballs, basename(path)))
    const creator = join(tarballs, readdirSync(tarballs).find((name) => name.startsWith('create-')) ?? '')
    const create = ['exec', '--yes', `--package=${creator}`, '--', 'create-stripe-identity']
    said = await start('npm', [...create, 'my-app', '--packages', tarballs], {}, work).ends()
    browser = await launch()
    // A Node without built-in SQLite compiles one here.
    await npm('install').ends()
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

  async function signIn(url: string, name: string): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, url)
    await visitor.page.getByLabel('Your name').fill(name)
    await visitor.button('Sign in').click()
    await visitor.page.locator('identity-verification').waitFor()
    return visitor
  }

  /** The cookie of a user who signed in without a browser. */
  async function cookieOf(url: string, name: string): Promise<string> {
    const body = new URLSearchParams({ name })
    const answer = await fetch(`${url}/login`, { method: 'POST', body, redirect: 'manual' })
    const cookie = answer.headers.getSetCookie().join()
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
    return cookie.split(';')[0] ?? ''
  }

  /** The response of the booking route to this visitor, regardless of the page. */
  const books = async ({ context }: Visitor, url: string) =>
    (await context.request.post(`${url}/book`, { maxRedirects: 0 })).status()

  it('prints all remaining steps', () => {
    const steps = said.split('\n').filter((line) => line.startsWith('  '))
    expect(steps).toEqual(['  cd my-app', '  npm install', '  npm run dev'])
    expect(readdirSync(project)).toEqual(
      expect.arrayContaining([
        '.dockerignore',
        '.env.example',
        '.gitignore',
        'Dockerfile',
        'README.md',
        'vendor',
      ]),
    )
    const { name, dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
    expect(name).toBe('my-app')
    expect(dependencies['stripe-identity-server']).toMatch(/^file:vendor\/stripe-identity-server-.*\.tgz$/)
    expect(readFileSync(join(project, 'src/app.ts'), 'utf8')).toContain(
      "app.post('/book', identity.requireVerified(), ",
    )
  })

  it('installs without a warning about scripts that npm does not run', { timeout: 5 * MINUTES }, async () => {
    expect(await npm('install').ends()).not.toContain('allowScripts')
    expect(await npm('install-scripts', 'ls').ends()).not.toContain('better-sqlite3')
  })

  it('shows the flow with npm run dev, and stops on Ctrl-C', { timeout: 10 * MINUTES }, async () => {
    const port = await freePort()
    const url = `http://localhost:${port}`
    const dev = start('npm', ['run', 'dev'], { PORT: String(port) })
    await dev.says(`Ready: ${url}\n`)

    const ada = await signIn(url, 'Ada')
    await ada.reaches('idle')
    await ada.button('Book the cabin').click()
    expect(new URL(ada.page.url()).pathname).toBe('/')
    expect(await books(ada, url)).toBe(403)
    await ada.button('Verify your identity').click()
    await ada.choose('Verification failure')
    await ada.reaches('requires_input')
    expect(await books(ada, url)).toBe(403)
    await ada.button('Try again').click()
    await ada.choose('Verification success')
    await ada.reaches('verified')
    await ada.button('Book the cabin').click()
    await ada.page.getByText('Your booking is confirmed').waitFor()
    expect(ada.page.url()).toBe(`${url}/booked`)

    const bob = await signIn(url, 'Bob')
    await bob.reaches('idle')
    expect(await books(bob, url)).toBe(403)
    expect([...ada.complaints, ...bob.complaints]).toEqual([])

    const second = start('npm', ['run', 'dev'], { PORT: String(port) })
    expect((await second.ends(1)).trimEnd().split('\n').at(-1)).toMatch(new RegExp(`^Port ${port} is in use`))

    // A change restarts the server, and verified users stay verified.
    const page = join(project, 'src/pages.ts')
    const source = readFileSync(page, 'utf8')
    writeFileSync(page, source.replace('<h1>Cabin by the lake</h1>', '<h1>Cabin by the sea</h1>'))
    const heading = async () => {
      await ada.page.goto(url).catch(() => {})
      return ada.page.locator('h1').textContent()
    }
    await expect.poll(heading, { timeout: 60_000 }).toBe('Cabin by the sea')
    await ada.reaches('verified')
    writeFileSync(page, source)

    await dev.interrupt()
    await expect(fetch(url)).rejects.toThrow()
    expect(readdirSync(home).filter((name) => name.startsWith('identity-'))).toEqual([])
  })

  it('passes its own tests', { timeout: 10 * MINUTES }, async () => {
    const told = await npm('test').ends()
    expect(told).toMatch(/^\S+ pass [1-9]/m)
    expect(told).toMatch(/^\S+ fail 0$/m)
  })

  it('goes live by .env alone, without the sandbox of npm run dev', {
    timeout: 10 * MINUTES,
  }, async () => {
    await npm('run', 'build').ends()
    const port = await freePort()
    const url = `http://localhost:${port}`
    const stripe = await createSandbox({ forwardTo: `http://127.0.0.1:${port}/identity/webhook` })
    try {
      const settings: Record<string, string> = {
        STRIPE_SECRET_KEY: stripe.secretKey,
        STRIPE_PUBLISHABLE_KEY: stripe.publishableKey,
        STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
        STRIPE_API_BASE: stripe.url,
        COOKIE_SECRET: 'a-secret-of-this-test-alone',
        PORT: String(port),
      }
      const example = readFileSync(join(project, '.env.example'), 'utf8')
      const filled = example.replaceAll(/^(\w+)=$/gm, (line, name) => `${line}${settings[name] ?? ''}`)
      for (const [name, value] of Object.entries(settings)) expect(filled).toContain(`\n${name}=${value}\n`)
      writeFileSync(join(project, '.env'), filled)

      for (const script of ['start', 'dev']) {
        const server = npm('run', script)
        await server.says(`Ready: ${url}\n`)
        expect(server.output).not.toContain('Sandbox')
        const ada = await signIn(url, `Ada of ${script}`)
        await ada.button('Verify your identity').click()
        await ada.choose('Verification success')
        await ada.reaches('verified')
        await ada.button('Book the cabin').click()
        await ada.page.waitForURL(`${url}/booked`)
        expect(ada.complaints).toEqual([])
        await server.interrupt()
      }
      const { sessions } = (await (await fetch(`${stripe.url}/_sandbox/health`)).json()) as {
        sessions: number
      }
      expect(sessions).toBe(2)
    } finally {
      await stripe.close()
      await rm(join(project, '.env'), { force: true })
    }
  })

  it('contains nothing of the sandbox with Stripe', { timeout: 5 * MINUTES }, async () => {
    const port = String(await freePort())
    const keys = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PUBLISHABLE_KEY: 'pk_test_1' }
    const server = start('npm', ['start'], { ...keys, PORT: port, COOKIE_SECRET: 'a-secret-of-this-test' })
    await server.says('Ready: ')
    const url = `http://localhost:${port}`
    const page = await fetch(url, { headers: { cookie: await cookieOf(url, 'Ada') } })
    const html = await page.text()
    expect(html).toContain('<identity-verification ')
    expect(html).not.toContain('sandbox')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self' https://js.stripe.com ")
    await server.interrupt()
  })

  it.each([
    ['nothing', {}, /^STRIPE_SECRET_KEY is not set: copy \.env\.example to \.env/],
    ['no cookie secret', { STRIPE_SECRET_KEY: 'sk_test_1' }, /^COOKIE_SECRET needs 16/],
    [
      'a live key with the sign-in of the template',
      {
        STRIPE_SECRET_KEY: 'sk_live_1',
        STRIPE_PUBLISHABLE_KEY: 'pk_live_1',
        STRIPE_WEBHOOK_SECRET: 'whsec_1',
        COOKIE_SECRET: 'a-secret-of-this-test',
      },
      /^src\/auth\.ts accepts any name without a password/,
    ],
  ])(
    'exits with the reason in one line if started with %s',
    { timeout: 5 * MINUTES },
    async (_what, settings, line) => {
      const told = await start('npm', ['start'], settings).ends(1)
      expect(told.trimEnd().split('\n').at(-1)).toMatch(line)
      expect(told).not.toContain('    at ')
    },
  )

  it("is the same through npm run starter, in the user's folder", { timeout: 10 * MINUTES }, async () => {
    const { NODE_ENV: _, VITEST: __, ...inherited } = process.env
    const elsewhere = { ...inherited, INIT_CWD: '' }
    const starter = new Program('npm', ['--prefix', ROOT, 'run', 'starter', '--', 'mine', '--yes'], {
      cwd: work,
      env: elsewhere,
    })
    running.push(starter)
    await starter.ends()
    const listing = (name: string) =>
      readdirSync(join(work, name)).filter(
        (each) => !['node_modules', 'dist', 'package-lock.json'].includes(each),
      )
    expect(listing('mine')).toEqual(listing('my-app').filter((each) => !each.startsWith('identity.db')))
    expect(readdirSync(join(work, 'mine/vendor'))).toEqual(readdirSync(join(project, 'vendor')))
  })
})
