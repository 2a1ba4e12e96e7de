import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Client, type TestServer, World } from './support/world.js'

// Each waits for the whole patience that a function of the host has.
vi.setConfig({ testTimeout: 60_000 })

let world: World
let server: TestServer
type HostFunction = 'authenticate' | 'session' | 'authorize'

let hanging: HostFunction | null = null
const or = <T>(name: HostFunction, value: T): T | Promise<T> =>
  hanging === name ? new Promise<T>(() => {}) : value

beforeAll(async () => {
  world = await World.create()
  server = await world.serve({
    authenticate: (req) => or('authenticate', req.get('X-User') ?? null),
    session: () => or('session', { type: 'document' }),
    operator: { authorize: () => or('authorize', 'olga') },
  })
})
afterAll(() => world.close())

it.each<[HostFunction, (client: Client) => Promise<{ status: number; body: unknown }>, number]>([
  ['authenticate', (client) => client.current(), 204],
  ['session', (client) => client.open(), 201],
  ['authorize', (client) => client.send('/operator/summary'), 200],
])('%s that never settles is given up, and the next request works', async (name, ask, well) => {
  const user = server.as(`user of ${name}`)
  hanging = name
  const { status, body } = await ask(user)
  hanging = null
  expect([status, body]).toMatchObject([503, { error: { code: 'server_unavailable' } }])
  expect(JSON.stringify(body)).toContain(`${name} did not answer within 10 seconds`)
  expect((await ask(user)).status).toBe(well)
})

it('gives back what a session that was never made had counted', async () => {
  const limited = await world.serve({
    database: `sqlite:${world.folder}/limited.db`,
    session: () => or('session', { type: 'document' }),
    limits: { maxSessionsPerUserPerDay: 1 },
  })
  hanging = 'session'
  expect((await limited.as('ada').open()).status).toBe(503)
  hanging = null
  expect((await limited.as('ada').open()).status).toBe(201)
  await limited.close()
})

it('holds up no end', async () => {
  const ending = await world.serve({
    database: `sqlite:${world.folder}/ending.db`,
    authenticate: () => or('authenticate', 'ada'),
  })
  hanging = 'authenticate'
  const held = ending.as('ada').current()
  held.catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, 100))
  const started = performance.now()
  await ending.close()
  hanging = null
  expect(performance.now() - started).toBeLessThan(15_000)
})
