import { setTimeout as delay } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigurationError, createIdentity, type StatusChange } from '../src/index.js'
import { type Options, type TestServer, World } from './support/world.js'

const SECRET = 'the-secret-of-a-cron'

describe('the maintenance route for cron jobs', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  const serve = (options: Options = {}) => world.serve({ maintenance: { secret: SECRET }, ...options })
  async function maintain({ url }: TestServer, query = '') {
    const answer = await fetch(`${url}/identity/maintenance${query}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${SECRET}` },
    })
    expect(answer.status).toBe(200)
    return (await answer.json()) as { told: number; rounds: number; more: boolean }
  }

  it('sends status changes to the host, which nothing else does', async () => {
    const told: StatusChange[] = []
    const server = await serve({ onStatusChange: (change) => void told.push(change) })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(id)).body.status).toBe('verified')
    // Longer than any timer of the server.
    await delay(1_500)
    expect(told).toEqual([])
    expect(await maintain(server)).toMatchObject({ more: false })
    expect(told.at(-1)?.status).toBe('verified')
    expect((await maintain(server)).told).toBe(0)
  })

  it('finds changes that no webhook reported', async () => {
    const server = await serve({ stripe: { webhookSecrets: [] } })
    const ada = server.as('ada')
    const { id, version } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    // A poll marks the session as watched, so it is checked first.
    await ada.get(id, `?after=${version}&wait=1`)
    expect((await ada.get(id)).body.status).toBe('requires_input')
    expect((await maintain(server)).rounds).toBeGreaterThan(0)
    expect((await ada.get(id)).body.status).toBe('verified')
  })

  it('ends after the given time, even with work left', async () => {
    const server = await serve({
      onStatusChange: () => new Promise(() => {}),
    })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(id)).body.status).toBe('verified')
    const started = performance.now()
    expect(await maintain(server, '?seconds=1')).toMatchObject({ told: 0, more: true })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('does not exist without a secret', async () => {
    const { url } = await world.serve()
    expect((await fetch(`${url}/identity/maintenance`, { method: 'POST' })).status).toBe(404)
  })

  it('limits held polls to maxWait', async () => {
    const server = await serve({ maxWait: 1 })
    const { id, version } = (await server.as('ada').open()).body
    const started = performance.now()
    await server.as('ada').get(id, `?after=${version}&wait=30`)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('warns about a SQLite database, and refuses a short secret and an invalid maxWait', async () => {
    const warned: string[] = []
    const logger = pino({ level: 'warn' }, { write: (line) => void warned.push(line) })
    const stripe = { secretKey: 'sk_test_1', publishableKey: 'pk_test_1', webhookSecrets: ['whsec_1'] }
    const authenticate = null
    const database = `sqlite:${world.folder}/warned.db`
    await createIdentity({ stripe, database, authenticate, logger, maintenance: { secret: SECRET } }).close()
    expect(warned.join('')).toContain('use PostgreSQL')
    for (const wrong of [
      { maintenance: { secret: 'short' } },
      { maxWait: 31 },
      { maxWait: -1 },
      { maxWait: 1.5 },
    ]) {
      expect(() => createIdentity({ stripe, database, authenticate, ...wrong })).toThrow(ConfigurationError)
    }
  })
})
