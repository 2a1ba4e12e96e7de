import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { freePort } from '../../../scripts/lib/free-port.mjs'
import { randomFrom, SEED } from './support/random.js'
import { marked, rows } from './support/rows.js'
import { Standalone } from './support/standalone.js'
import { World } from './support/world.js'

const KILLS = 8
const USERS = 6
const JWT_SECRET = 'a secret that signs the tokens of this test'
const HOOK_SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`

interface Delivery {
  event_id: string
  status: number | null
}
interface Session {
  id: string
  status: string
  client_reference_id: string
  last_error: { code: string } | null
}

describe('a server that is killed at random moments', () => {
  let world: World
  let file: string
  let port: number
  const told = new Set<string>()
  const running: Standalone[] = []
  const hook = createServer((req, res) => {
    told.add(String(req.headers['webhook-id']))
    req.resume().on('end', () => res.writeHead(204).end())
  })

  beforeEach(async () => {
    world = await World.create()
    file = join(world.folder, 'identity.db')
    hook.listen(0, '127.0.0.1')
    await once(hook, 'listening')
    // All starts use one port, because the sandbox delivers to one address.
    port = await freePort()
  })
  afterEach(async () => {
    for (const server of running.splice(0)) await server.end('SIGKILL')
    hook.close()
    hook.closeAllConnections()
    await world.close()
  })

  const tokenOf = (user: string) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(user)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(JWT_SECRET))

  async function start(webhookSecret: string): Promise<Standalone> {
    const server = new Standalone({
      STRIPE_SECRET_KEY: world.sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
      STRIPE_API_BASE: world.sandbox.url,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STATUS_WEBHOOK_URL: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`,
      STATUS_WEBHOOK_SECRET: HOOK_SECRET,
      AUTH: 'jwt',
      JWT_SECRET,
      DATABASE_URL: `sqlite:${file}`,
      RECONCILE_INTERVAL_MS: '200',
      RATE_LIMIT_PER_MINUTE: '0',
      MAX_ATTEMPTS: '0',
      HOST: '127.0.0.1',
      PORT: String(port),
    })
    running.push(server)
    return server.listening()
  }

  async function sessions(): Promise<Session[]> {
    return (await world.sessionsAtStripe()) as unknown as Session[]
  }

  it("keeps every acknowledged delivery, creates no second session, reports every change, and reaches Stripe's state", async () => {
    console.info(`crash.test.ts: SEED=${SEED}`)
    const random = randomFrom(SEED)
    const webhookSecret = await world.deliverTo(`http://127.0.0.1:${port}/identity/webhook`)
    const users = Array.from({ length: USERS }, (_, index) => `user-${index}`)
    const tokens = new Map(await Promise.all(users.map(async (user) => [user, await tokenOf(user)] as const)))
    const ask = (user: string, path: string, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${port}/identity${path}`, {
        ...init,
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens.get(user)}` },
      }).then(
        async (answer) => ({
          status: answer.status,
          body: (await answer.json().catch(() => null)) as Session | null,
        }),
        () => null,
      )
    let answered = 0
    /** The actions of one user until the server is killed: open, submit, and open again after a failure. */
    const live = async (user: string, over: () => boolean) => {
      while (!over()) {
        const opened = await ask(user, '/sessions', { method: 'POST', body: '{}' })
        if (opened !== null) answered += 1
        if (opened?.body?.status === 'requires_input') {
          const outcome = random() < 0.15 ? 'verified' : 'unverified'
          await world.sandbox
            .submit(opened.body.id, { outcome, processing_ms: Math.floor(random() * 60) })
            .catch(() => {})
        }
        await delay(random() * 40)
      }
    }

    for (let kills = 0; kills < KILLS; kills++) {
      const server = await start(webhookSecret)
      let over = false
      const lives = users.map((user) => live(user, () => over))
      // The kill depends on progress, not on the clock, so that a busy machine gets as far.
      const enough = answered + Math.floor(random() * 80)
      while (answered < enough) await delay(1)
      await delay(random() * 30)
      await server.end('SIGKILL')
      over = true
      await Promise.all(lives)
      const { data } = (await world.control('GET', 'deliveries')) as { data: Delivery[] }
      const taken = data.filter(({ status }) => status === 200).map(({ event_id }) => event_id)
      // A server killed right at its start has created no tables and acknowledged nothing.
      const kept =
        taken.length === 0
          ? []
          : await rows<{ event_id: string }>(file, 'select event_id from stripe_identity_events')
      const stored = new Set(kept.map(({ event_id }) => event_id))
      expect(
        taken.filter((id) => !stored.has(id)),
        `SEED=${SEED}`,
      ).toEqual([])
    }

    await start(webhookSecret)
    // Stripe resends the events that it sent while the server was down.
    await world.sandbox.advance(6 * 60_000)
    for (const user of users) await ask(user, '/sessions', { method: 'POST', body: '{}' })
    await vi.waitFor(
      async () => {
        const truth = await sessions()
        for (const { id, status, client_reference_id: user, last_error } of truth) {
          const shown = await ask(user, `/sessions/${id}?after=0`)
          expect([user, shown?.body?.status, shown?.body?.last_error?.code], `SEED=${SEED}`).toEqual([
            user,
            status,
            last_error?.code,
          ])
        }
        expect(await rows(file, 'select id from stripe_identity_effects')).toEqual([])
      },
      { timeout: 90_000, interval: 300 },
    )
    const owners = (await sessions()).map(({ client_reference_id }) => client_reference_id)
    expect(owners.toSorted(), `SEED=${SEED}`).toEqual(users)
    const { stripe, ours } = await marked(world, file)
    expect(ours).toEqual(stripe)
    const changes = await rows<{ id: string }>(
      file,
      `select session_id || ':' || version as id from stripe_identity_transitions
       where not (from_status is null and to_status = 'requires_input' and error_code is null)`,
    )
    expect(changes.length).toBeGreaterThan(0)
    expect(
      changes.filter(({ id }) => !told.has(id)),
      `SEED=${SEED}`,
    ).toEqual([])
  }, 240_000)
})
