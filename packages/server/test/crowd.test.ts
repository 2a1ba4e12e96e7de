import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDatabase, type TestDatabase } from './support/postgres.js'
import { type TestServer, World } from './support/world.js'

describe.each(['SQLite', 'PostgreSQL'])('many requests at three instances on %s', (kind) => {
  let world: World
  let postgres: TestDatabase | undefined
  let busy: number
  const serve = (limits = {}): Promise<TestServer[]> =>
    Promise.all(
      [1, 2, 3].map(() =>
        world.serve({ limits, ...(postgres === undefined ? {} : { database: postgres.url }) }),
      ),
    )
  beforeEach(async () => {
    world = await World.create()
    postgres = kind === 'PostgreSQL' ? await createDatabase() : undefined
  })
  afterEach(async () => {
    await world.close()
    await postgres?.drop()
  })

  /** Opens a session; retries like a browser while the store is overloaded. */
  async function open(server: TestServer, user: string) {
    for (;;) {
      const answer = await server.as(user).open()
      if (answer.status !== 503) return answer
      expect(answer.body).toMatchObject({ error: { code: 'store_unavailable' } })
      busy++
    }
  }
  /** `count` creates at once, spread over all instances. */
  async function openAll(count: number, userOf: (index: number) => string, limits = {}) {
    const servers = await serve(limits)
    busy = 0
    const answers = await Promise.all(
      Array.from({ length: count }, (_, index) => open(servers[index % 3] as TestServer, userOf(index))),
    )
    // A machine that is busy with other work refuses more; each request is still served after a few attempts.
    expect(busy).toBeLessThan(count * 5)
    return answers
  }
  const isOpen = ({ status }: { status: number }) => status === 200 || status === 201

  it('create one session for 1,000 simultaneous creates of one user', async () => {
    const answers = await openAll(1_000, () => 'ada')
    expect(answers.filter((answer) => !isOpen(answer))).toEqual([])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await world.sessionsAtStripe()).toHaveLength(1)
  })

  it('let exactly 100 of 500 users through a daily limit of 100, and answer the others with an error', async () => {
    const answers = await openAll(500, (index) => `user-${index}`, { maxSessionsPerDay: 100 })
    expect([answers.filter(isOpen).length, answers.filter(({ status }) => status === 429).length]).toEqual([
      100, 400,
    ])
    // A create that was answered 503 is repeated with the same idempotency key, so calls are no measure.
    expect(await world.sessionsAtStripe()).toHaveLength(100)
  })
})
