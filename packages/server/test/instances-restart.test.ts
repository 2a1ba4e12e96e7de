import { setTimeout as delay } from 'node:timers/promises'
import Stripe from 'stripe'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDatabase, type TestDatabase } from './support/postgres.js'
import { Standalone } from './support/standalone.js'
import { World } from './support/world.js'

const SECRET = 'whsec_rolling'
const PROBE_MS = 100

/** A minimal load balancer: round robin over the instances that report ready. */
class Balancer {
  readonly #members = new Map<Standalone, { ready: boolean; stop: AbortController }>()
  #next = 0

  async add(server: Standalone): Promise<void> {
    const member = { ready: false, stop: new AbortController() }
    this.#members.set(server, member)
    const health = new URL('/health/ready', server.url)
    void (async () => {
      while (!member.stop.signal.aborted) {
        member.ready = await fetch(health).then(
          ({ status }) => status === 200,
          () => false,
        )
        await delay(PROBE_MS)
      }
    })()
    await expect.poll(() => member.ready).toBe(true)
  }

  remove(server: Standalone): void {
    this.#members.get(server)?.stop.abort()
    this.#members.delete(server)
  }

  /** An instance that refuses the connection has not received the request, so the next one gets it; any other result is final. */
  async send(path: string, init: RequestInit): Promise<Response> {
    for (;;) {
      const ready = [...this.#members].filter(([, member]) => member.ready)
      const chosen = ready[this.#next++ % ready.length]
      if (chosen === undefined) throw new Error('no instance is ready')
      try {
        return await fetch(chosen[0].url + path, init)
      } catch (error) {
        const cause = (error as { cause?: { code?: string } }).cause
        if (cause?.code !== 'ECONNREFUSED') throw error
        chosen[1].ready = false
      }
    }
  }
}

let world: World
let database: TestDatabase
const started: Standalone[] = []
beforeEach(async () => {
  ;[world, database] = await Promise.all([World.create(), createDatabase()])
})
afterEach(async () => {
  for (const server of started.splice(0)) await server.end('SIGKILL')
  await world.close()
  await database.drop()
})

async function start(): Promise<Standalone> {
  const server = new Standalone({
    STRIPE_SECRET_KEY: world.sandbox.secretKey,
    STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
    STRIPE_API_BASE: world.sandbox.url,
    STRIPE_WEBHOOK_SECRET: SECRET,
    COOKIE_SECRET: 'a cookie secret that is long enough',
    RATE_LIMIT_PER_MINUTE: '0',
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
  })
  started.push(server)
  return server.listening()
}

it('fails no request during a rolling restart of all three instances', {
  timeout: 60_000,
}, async () => {
  const balancer = new Balancer()
  let fleet: Standalone[] = await Promise.all([start(), start(), start()])
  for (const server of fleet) await balancer.add(server)

  const counts = new Map<string, number>()
  let over = false
  async function send(what: string, path: string, init: RequestInit = {}): Promise<Response> {
    const outcome = await balancer.send(path, init).then(
      async (answer) => ({ answer, text: await answer.clone().text() }),
      (error: Error) => ({ answer: null, text: String(error.cause ?? error) }),
    )
    const good = outcome.answer?.ok === true
    const key = good ? what : `${what} failed: ${outcome.answer?.status} ${outcome.text}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return outcome.answer ?? new Response('{}', { status: 599 })
  }
  async function visitor(): Promise<void> {
    const first = await send('current', '/sessions/current')
    const headers = {
      'Content-Type': 'application/json',
      Cookie: first.headers.get('set-cookie')?.split(';', 1)[0] ?? '',
    }
    while (!over) {
      const opened = await send('open', '/sessions', { method: 'POST', headers, body: '{}' })
      const { id, version } = (await opened.json()) as { id: string; version: number }
      await send('current', '/sessions/current', { headers })
      await send('poll', `/sessions/${id}?after=${version}&wait=1`, { headers })
    }
  }
  async function stripe(): Promise<void> {
    const { webhooks } = new Stripe('sk_test_unused')
    for (let event = 0; !over; event++) {
      const object = {
        id: 'vs_other',
        object: 'identity.verification_session',
        metadata: {},
        status: 'verified',
      }
      const payload = JSON.stringify({
        ...{ id: `evt_${event}`, object: 'event', type: 'identity.verification_session.verified' },
        ...{ created: 1_700_000_000 + event, livemode: false, data: { object } },
      })
      const header = webhooks.generateTestHeaderString({ payload, secret: SECRET })
      await send('webhook', '/webhook', {
        method: 'POST',
        headers: { 'Stripe-Signature': header },
        body: payload,
      })
    }
  }

  const load = [...Array.from({ length: 10 }, visitor), stripe(), stripe()]
  for (const old of fleet) {
    const replacement = await start()
    await balancer.add(replacement)
    fleet = [...fleet, replacement]
    expect(await old.end('SIGTERM')).toBe(0)
    balancer.remove(old)
  }
  over = true
  await Promise.all(load)
  for (const server of fleet) balancer.remove(server)

  expect([...counts.keys()].sort()).toEqual(['current', 'open', 'poll', 'webhook'])
  for (const count of counts.values()) expect(count).toBeGreaterThan(20)
})
