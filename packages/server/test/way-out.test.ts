import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Company, createCompany } from './support/company.js'
import { Standalone } from './support/standalone.js'
import { World } from './support/world.js'

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

it("reaches Stripe through HTTPS_PROXY, past a certificate of an authority of one's own", async () => {
  const { status, said } = await open({
    HTTPS_PROXY: company.proxyUrl,
    NODE_EXTRA_CA_CERTS: company.authority,
  })
  expect(status).toBe(201)
  expect(new Set(company.asked)).toEqual(new Set(['stripe.test:443']))
  expect(said).not.toContain('hunter2')
})

it('does not reach it otherwise', async () => {
  expect((await open({ NODE_EXTRA_CA_CERTS: company.authority })).status).toBe(503)
  expect(company.asked).toEqual([])
  expect((await open({ HTTPS_PROXY: company.proxyUrl })).status).toBe(503)
  expect(company.asked).not.toEqual([])
})

it('does not send a plain http test double through the proxy', async () => {
  const { status } = await open({ HTTPS_PROXY: company.proxyUrl, STRIPE_API_BASE: world.sandbox.url })
  expect(status).toBe(201)
  expect(company.asked).toEqual([])
})
