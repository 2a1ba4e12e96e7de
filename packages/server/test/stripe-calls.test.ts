import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { QUIET_MS } from '../src/services/plan.js'
import { rows } from './support/rows.js'
import { type Client, reaches, type TestServer, World } from './support/world.js'

const CREATE = 'POST /v1/identity/verification_sessions'
const LIST = 'GET /v1/events'
/** The rate of the reconciler's bucket, and its burst. */
const BUCKET = 5

describe('calls to Stripe for a verification', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  async function count(what: string): Promise<{ creates: number; retrieves: number; lists: number }> {
    const calls = await world.calls()
    const creates = calls.filter((call) => call === CREATE).length
    const lists = calls.filter((call) => call === LIST).length
    const counted = { creates, retrieves: calls.length - creates - lists, lists }
    console.info(`stripe-calls.test.ts: ${what}: ${JSON.stringify(counted)}`)
    return counted
  }

  /** Polls as a tab does, until the session is verified. */
  const tabs = (client: Client, id: string, many: number) =>
    Promise.all(Array.from({ length: many }, () => reaches(client, id, 'verified')))

  async function verifyAll(server: TestServer, users: number, tabsEach: number): Promise<void> {
    await Promise.all(
      Array.from({ length: users }, async (_, index) => {
        const client = server.as(`user-${index}`)
        const { id } = (await client.open()).body
        const seen = tabs(client, id, tabsEach)
        await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 1_200 })
        await seen
      }),
    )
  }

  it.each([1, 50])('with webhooks: a single create with %i polling tabs', async (many) => {
    const server = await world.serve()
    const started = performance.now()
    await verifyAll(server, 4, many)
    const isQuiet = performance.now() - started > QUIET_MS
    const { creates, retrieves, lists } = await count(`webhooks on, 4 users, ${many} tabs each`)
    expect(creates).toBe(4)
    // Only two events within one second can cause a doubt here.
    expect(retrieves).toBeLessThanOrEqual(4)
    // Before the first signed event it is unknown whether webhooks work. A machine so slow that webhooks
    // seem to be missing lists more often, as it should.
    if (!isQuiet) expect(lists).toBeLessThanOrEqual(1)
  })

  it("without webhooks: shared listings within the bucket's rate, and none after the result", async () => {
    const server = await world.serve({ stripe: { webhookSecrets: [] } })
    const started = performance.now()
    await verifyAll(server, 10, 5)
    const seconds = (performance.now() - started) / 1000
    const { creates, retrieves, lists } = await count(
      `no webhooks, 10 users, 5 tabs each, ${seconds.toFixed(1)} s`,
    )
    expect(creates).toBe(10)
    expect(retrieves + lists).toBeLessThanOrEqual(BUCKET * (seconds + 1))
    await world.forgetCalls()
    const rounds = new Set<number>()
    await expect
      .poll(
        async () => {
          const [lease] = await rows<{ expires_at: number }>(
            `${world.folder}/identity.db`,
            'select expires_at from stripe_identity_leases',
          )
          return rounds.add(lease?.expires_at ?? 0).size
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThan(6)
    expect(await world.calls()).toEqual([])
  })

  it('without webhooks and polls: the sweep finds each session within minutes', async () => {
    const server = await world.serve({ stripe: { webhookSecrets: [] } })
    const { id } = (await server.as('ada').open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await world.forgetCalls()
    const { openSqliteDatabase } = await import('../src/store/sqlite-database.js')
    const database = await openSqliteDatabase(`${world.folder}/identity.db`)
    const [due] = database
      .prepare('select look_at - unixepoch() * 1000 as ms from stripe_identity_sessions')
      .all([]) as {
      ms: number
    }[]
    expect(due?.ms).toBeLessThan(6 * 60_000)
    // Simulates the end of those minutes.
    database.prepare('update stripe_identity_sessions set look_at = 0').run([])
    database.close()
    await expect.poll(async () => (await server.as('ada').get(id)).body.status).toBe('verified')
    expect(await count('no webhooks, no polls')).toEqual({ creates: 0, retrieves: 1, lists: 0 })
  })
})
