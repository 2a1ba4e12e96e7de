import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startServer } from '../src/app.js'
import { readConfig } from '../src/config.js'
import { World } from './support/world.js'

/** Less than the ten-second timeouts of the host and of Stripe, after which most platforms kill a process. */
const SOON_MS = 9_500

describe('a graceful shutdown', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  const start = (more: Record<string, string>) =>
    startServer(
      readConfig({
        STRIPE_SECRET_KEY: world.sandbox.secretKey,
        STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
        STRIPE_API_BASE: world.sandbox.url,
        COOKIE_SECRET: 'a cookie secret that is long enough',
        DATABASE_URL: `sqlite:${world.folder}/stop.db`,
        RECONCILE_INTERVAL_MS: '100',
        HOST: '127.0.0.1',
        PORT: '0',
        ...more,
      }),
      pino({ level: 'silent' }),
    )
  /** A visitor with an open session. */
  async function visitor(url: string) {
    const hello = await fetch(`${url}/identity/sessions/current`)
    const headers = {
      'Content-Type': 'application/json',
      Cookie: hello.headers.get('set-cookie')?.split(';')[0] ?? '',
    }
    const made = await fetch(`${url}/identity/sessions`, { method: 'POST', headers, body: '{}' })
    const { id, version } = (await made.json()) as { id: string; version: number }
    return { id, poll: () => fetch(`${url}/identity/sessions/${id}?after=${version}&wait=20`, { headers }) }
  }
  async function duration(work: Promise<unknown>): Promise<number> {
    const began = performance.now()
    await work
    return performance.now() - began
  }

  it('does not wait for a host that does not respond, and sends the change again after the restart', async () => {
    const told: unknown[] = []
    let answering = false
    const host = createServer((req, res) => {
      told.push(req.headers['webhook-id'])
      if (answering) res.end()
    }).listen(0, '127.0.0.1')
    await once(host, 'listening')
    const settings = {
      STATUS_WEBHOOK_URL: `http://127.0.0.1:${(host.address() as AddressInfo).port}/`,
      STATUS_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 7).toString('base64')}`,
    }
    const server = await start(settings)
    const { id, poll } = await visitor(server.url)
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await poll()
    await expect.poll(() => told.length).toBe(1)
    expect(await duration(server.stop())).toBeLessThan(SOON_MS)

    answering = true
    const next = await start(settings)
    await expect.poll(() => told.filter((change) => change === told[0]).length, { timeout: 50_000 }).toBe(2)
    await next.stop()
    host.close()
    host.closeAllConnections()
  })

  it('does not wait for Stripe to respond to the reconciler', async () => {
    const server = await start({})
    const { id, poll } = await visitor(server.url)
    const hanging = { method: 'GET', path: '/v1/events', when: 'before', hang: true, times: 100 }
    await world.control('POST', 'faults', hanging)
    await world.forgetCalls()
    const held = poll()
    await expect
      .poll(async () => (await world.calls()).includes('GET /v1/events'), { timeout: 60_000 })
      .toBe(true)
    expect(await duration(server.stop())).toBeLessThan(SOON_MS)
    expect((await (await held).json()) as object).toMatchObject({ id, status: 'requires_input' })
  })
})
