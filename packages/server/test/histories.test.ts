import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { randomFrom, SEED } from './support/random.js'
import { marked } from './support/rows.js'
import { type TestServer, World } from './support/world.js'

const USERS = 6
const STEPS = 250

interface Session {
  id: string
  status: string
  client_reference_id: string
  last_error: { code: string } | null
  redaction: { status: string } | null
  metadata: Record<string, string>
}

const POLICIES = [
  {},
  { drop: 0.5 },
  { drop: true },
  { duplicate: true },
  { delay_ms: 150 },
  { reorder: true },
  { drop: 0.3, duplicate: 2, delay_ms: 50, reorder: true },
]

describe('random histories through the whole server', () => {
  let world: World
  let server: TestServer
  beforeEach(async () => {
    world = await World.create()
    server = await world.serve({
      limits: { maxAttempts: 0, maxSessionsPerUserPerDay: 0 },
      operator: { authorize: (req) => (req.get('Authorization') === 'Bearer operator' ? 'olga' : null) },
    })
  })
  afterEach(() => world.close())

  const stripe = async (path: string, method = 'GET') => {
    const answer = await fetch(`${world.sandbox.url}/v1/identity/verification_sessions${path}`, {
      method,
      headers: { Authorization: `Bearer ${world.sandbox.secretKey}` },
    })
    return (await answer.json()) as Session
  }

  it("end in the sandbox's state, and never show an unverified user as verified", async () => {
    console.info(`histories.test.ts: SEED=${SEED}`)
    const random = randomFrom(SEED)
    const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T
    const users = Array.from({ length: USERS }, (_, index) => `user-${index}`)
    const known = new Map<string, string>()
    const operator = (path: string) =>
      server.as(null).send(`/operator/sessions/${path}`, {
        method: 'POST',
        headers: { Authorization: 'Bearer operator', 'Content-Type': 'application/json' },
        body: '{}',
      })

    const falselyVerified: string[] = []
    let polls = 0
    let over = false
    const watch = async (user: string) => {
      const seen = new Set<string>()
      while (!over) {
        const { body } = await server.as(user).current()
        polls += 1
        if (body?.status === 'verified' && !seen.has(body.id)) {
          seen.add(body.id)
          if ((await stripe(`/${body.id}`)).status !== 'verified') falselyVerified.push(body.id)
        }
        await delay(5)
      }
    }
    const watching = users.map(watch)

    for (let step = 0; step < STEPS; step++) {
      const user = pick(users)
      const id = known.get(user)
      const dice = random()
      if (dice < 0.1) await world.control('PUT', 'deliveries/policy', pick(POLICIES))
      else if (id === undefined || dice < 0.35) {
        const { status, body } = await server.as(user).open()
        expect([200, 201], `SEED=${SEED}: ${JSON.stringify(body)}`).toContain(status)
        known.set(user, body.id)
      } else if (dice < 0.75) {
        const outcome = random() < 0.2 ? 'verified' : 'unverified'
        const error_code = pick([
          'document_expired',
          'selfie_face_mismatch',
          'consent_declined',
          'abandoned',
        ] as const)
        await world.sandbox
          .submit(id, {
            outcome,
            processing_ms: Math.floor(random() * 80),
            ...(outcome === 'unverified' ? { error_code } : {}),
          })
          .catch(() => {})
      } else if (dice < 0.82) await server.as(user).cancel(id)
      else if (dice < 0.87) await stripe(`/${id}/cancel`, 'POST')
      else if (dice < 0.91) await operator(`${id}/redact`)
      else if (dice < 0.94) await operator(`${id}/cancel`)
      else await server.as(user).get(id, '?after=0')
      if (random() < 0.3) await delay(random() * 60)
    }

    await world.control('PUT', 'deliveries/policy', {})
    await vi.waitFor(
      async () => {
        for (const {
          id,
          status,
          last_error,
          redaction,
          ...session
        } of (await world.sessionsAtStripe()) as never as Session[]) {
          // Redaction removes the owner's name; `known` may have a later state.
          const owner = users.includes(session.client_reference_id) ? [session.client_reference_id] : users
          const views = await Promise.all(owner.map((user) => server.as(user).get(id, '?after=0')))
          const { body } = views.find((view) => view.status === 200) ?? { body: null }
          expect([id, body?.status, body?.last_error?.code, body?.redaction?.status], `SEED=${SEED}`).toEqual(
            [id, status, last_error?.code, redaction?.status],
          )
        }
      },
      { timeout: 60_000, interval: 500 },
    )
    over = true
    await Promise.all(watching)
    expect(falselyVerified, `SEED=${SEED}`).toEqual([])
    expect(polls).toBeGreaterThan(100)
    const { ours } = await marked(world, join(world.folder, 'identity.db'))
    const all = (await world.sessionsAtStripe()).map(({ id }) => id)
    expect(ours).toEqual(all.toSorted())
  }, 240_000)
})
