import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Company, createCompany } from './support/company.js'
import { madeElsewhere } from './support/elsewhere.js'
import { Standalone } from './support/standalone.js'
import { World } from './support/world.js'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

let world: World
let company: Company
const started: Standalone[] = []
beforeEach(async () => {
  world = await World.create()
  company = await createCompany(world.sandbox.url, world.folder)
})
afterEach(async () => {
  for (const server of started.splice(0)) await server.end('SIGKILL')
  company.close()
  await world.close()
})

async function open(more: Record<string, string>) {
  const server = new Standalone({
    STRIPE_SECRET_KEY: world.sandbox.secretKey,
    STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
    STRIPE_API_BASE: company.stripe,
    COOKIE_SECRET: 'a cookie secret that is long enough',
    DATABASE_URL: `sqlite:${world.folder}/way-out.db`,
    HOST: '127.0.0.1',
    PORT: '0',
    ...more,
  })
  started.push(server)
  await server.listening()
  await server.send('/sessions/current')
  const { status } = await server.send('/sessions', { method: 'POST', body: '{}' })
  return { status, said: JSON.stringify(server.lines) }
}

it('a server reaches Stripe through HTTPS_PROXY with the certificate of a private authority', async () => {
  const { status, said } = await open({
    HTTPS_PROXY: company.proxyUrl,
    NODE_EXTRA_CA_CERTS: company.authority,
  })
  expect(status).toBe(201)
  expect(new Set(company.asked)).toEqual(new Set(['stripe.test:443']))
  expect(said).not.toContain('hunter2')
})

it('a server cannot reach it without the proxy', async () => {
  const other = await createCompany(world.sandbox.url, world.folder)
  const [direct, untrusting] = await Promise.all([
    open({ NODE_EXTRA_CA_CERTS: company.authority }),
    open({ HTTPS_PROXY: other.proxyUrl, DATABASE_URL: `sqlite:${world.folder}/other.db` }),
  ])
  other.close()
  expect([direct.status, company.asked]).toEqual([503, []])
  expect(untrusting.status).toBe(503)
  expect(other.asked).not.toEqual([])
})

it('a plain http test double is not reached through the proxy', async () => {
  const { status } = await open({ HTTPS_PROXY: company.proxyUrl, STRIPE_API_BASE: world.sandbox.url })
  expect(status).toBe(201)
  expect(company.asked).toEqual([])
})

/** Runs a command of the program until it exits. */
async function run(args: string[], more: Record<string, string> = {}) {
  const env = {
    PATH: process.env.PATH ?? '',
    STRIPE_SECRET_KEY: world.sandbox.secretKey,
    STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
    STRIPE_API_BASE: company.stripe,
    COOKIE_SECRET: 'a cookie secret that is long enough',
    DATABASE_URL: `sqlite:${world.folder}/way-out.db`,
    NODE_EXTRA_CA_CERTS: company.authority,
    HTTPS_PROXY: company.proxyUrl,
    ...more,
  }
  const ended = promisify(execFile)(process.execPath, [CLI, ...args], { env, cwd: world.folder })
  const { stdout, stderr, code } = await ended.then(
    ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  )
  const said = stdout + stderr
  expect(said).not.toContain('hunter2')
  return { code, said }
}
const wrongPassword = () => company.proxyUrl.replace(/\/\/.*@/, '//ada:swordfish@')

it('setup and import reach Stripe through the proxy', async () => {
  const setup = await run(['setup', '--url', 'https://shop.example/identity/webhook', '--yes'])
  expect(setup).toEqual({ code: 0, said: expect.stringContaining('STRIPE_WEBHOOK_SECRET=whsec_') })
  await madeElsewhere(world, { params: { client_reference_id: 'ada' } })
  const imported = await run(['import'])
  expect(imported).toEqual({ code: 0, said: expect.stringContaining('1 seen: 1 adopted') })
  expect(new Set(company.asked)).toEqual(new Set(['stripe.test:443']))
  const commands = [['setup', '--url', 'https://shop.example/', '--yes'], ['import']]
  await Promise.all(
    commands.map(async (command) => {
      const refused = await run(command, { HTTPS_PROXY: wrongPassword() })
      expect(refused).toEqual({
        code: 1,
        said: expect.stringMatching(/could not be reached|reply is not JSON/i),
      })
      const wrong = await run(command, { HTTPS_PROXY: 'proxy.example:3128' })
      expect(wrong).toEqual({
        code: 1,
        said: expect.stringContaining('HTTPS_PROXY is not the URL of a proxy'),
      })
    }),
  )
})

it('the doctor reaches Stripe and the page through the proxy', async () => {
  const page = `${company.stripe}/`
  const { said } = await run(['doctor', '--page', page])
  expect(said).toMatch(/^✓ Stripe$/m)
  expect(said).not.toContain('cannot be read')
  expect(new Set(company.asked)).toEqual(new Set(['stripe.test:443']))
  const refused = await run(['doctor', '--page', page], { HTTPS_PROXY: wrongPassword() })
  expect(refused.code).toBe(1)
  expect(refused.said).toContain('Stripe could not be reached')
  expect(refused.said).toContain('cannot be read: the proxy in HTTPS_PROXY refuses the user or the password')
})

it('hosts in NO_PROXY are reached directly', async () => {
  const { said } = await run(['doctor', '--page', `${company.stripe}/`], { NO_PROXY: 'localhost, .test' })
  expect(said).toMatch(/^✓ Stripe$/m)
  expect(said).toMatch(/stripe\.test cannot be read: getaddrinfo/)
})
