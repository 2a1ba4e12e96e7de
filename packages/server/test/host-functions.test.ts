import { afterAll, beforeAll, describe, it, vi } from 'vitest'
import { type Client, type TestServer, World } from './support/world.js'

// Each waits for the full timeout of a host function, all at the same time.
vi.setConfig({ testTimeout: 60_000 })

let world: World
let server: TestServer
type HostFunction = 'authenticate' | 'session' | 'authorize'

/** The users for whom a host function never settles. */
const hanging: Record<HostFunction, Set<string>> = {
  authenticate: new Set(),
  session: new Set(),
  authorize: new Set(),
}
const or = <T>(name: HostFunction, user: string | undefined, value: T): T | Promise<T> =>
  hanging[name].has(user ?? '') ? new Promise<T>(() => {}) : value

beforeAll(async () => {
  world = await World.create()
  server = await world.serve({
    authenticate: (req) => or('authenticate', req.get('X-User'), req.get('X-User') ?? null),
    session: (user) => or('session', user, { type: 'document' }),
    operator: { authorize: (req) => or('authorize', req.get('X-User'), 'olga') },
  })
})
afterAll(() => world.close())

describe.concurrent('a host function that never settles', () => {
  it.for<[HostFunction, (client: Client) => Promise<{ status: number; body: unknown }>, number]>([
    ['authenticate', (client) => client.current(), 204],
    ['session', (client) => client.open(), 201],
    ['authorize', (client) => client.send('/operator/summary'), 200],
  ])('times out if it is %s, and the next request succeeds', async ([name, ask, well], { expect }) => {
    const user = `user of ${name}`
    hanging[name].add(user)
    const { status, body } = await ask(server.as(user))
    hanging[name].delete(user)
    expect([status, body]).toMatchObject([503, { error: { code: 'server_unavailable' } }])
    expect(JSON.stringify(body)).toContain(`${name} did not answer within 10 seconds`)
    expect((await ask(server.as(user))).status).toBe(well)
  })

  it('does not count a session that was not created toward the daily limit', async ({ expect }) => {
    const limited = await world.serve({
      database: `sqlite:${world.folder}/limited.db`,
      session: (user) => or('session', user, { type: 'document' }),
      limits: { maxSessionsPerUserPerDay: 1 },
    })
    hanging.session.add('ada')
    expect((await limited.as('ada').open()).status).toBe(503)
    hanging.session.delete('ada')
    expect((await limited.as('ada').open()).status).toBe(201)
    await limited.close()
  })

  it('does not block closing', async ({ expect }) => {
    const ending = await world.serve({
      database: `sqlite:${world.folder}/ending.db`,
      authenticate: () => or('authenticate', 'eve', 'eve'),
    })
    hanging.authenticate.add('eve')
    const held = ending.as('eve').current()
    held.catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 100))
    const started = performance.now()
    await ending.close()
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
