import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDatabase, type TestDatabase } from './support/postgres.js'
import { type TestServer, World } from './support/world.js'

const CREATE = 'POST /v1/identity/verification_sessions'

describe.each(['SQLite', 'PostgreSQL'])('a crowd at three instances on %s', (kind) => {
  let world: World
  let postgres: TestDatabase | undefined
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

  it('1,000 creates of one user at once make one session', async () => {
    const servers = await serve()
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => servers[index % 3]?.as('ada').open()),
    )
    expect(answers.map((answer) => answer?.status).filter((code) => code !== 200 && code !== 201)).toEqual([])
    expect(new Set(answers.map((answer) => answer?.body.id)).size).toBe(1)
    expect(await world.sessionsAtStripe()).toHaveLength(1)
  }, 60_000)

  it('a ceiling of 100 under 500 users at once lets exactly 100 through, and is told to the others', async () => {
    const servers = await serve({ maxSessionsPerDay: 100 })
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, index) => servers[index % 3]?.as(`user-${index}`).open()),
    )
    const codes = answers.map((answer) => answer?.status)
    const others = answers.filter((answer) => answer?.status !== 201 && answer?.status !== 429)
    expect(others.map((answer) => answer?.body)).toEqual([])
    expect([
      codes.filter((code) => code === 201).length,
      codes.filter((code) => code === 429).length,
    ]).toEqual([100, 400])
    expect((await world.calls()).filter((call) => call === CREATE)).toHaveLength(100)
  }, 60_000)
})
