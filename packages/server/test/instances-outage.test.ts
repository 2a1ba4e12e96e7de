import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../../../scripts/lib/postgres.mjs'
import { queryOnce } from './support/postgres.js'
import { TcpProxy } from './support/tcp-proxy.js'
import { reaches, type TestServer, World } from './support/world.js'

/** Servers and databases recover by themselves, more slowly on a busy machine. */
const PATIENT = { timeout: 60_000 }
const AWAY = { error: { code: 'store_unavailable' } }

describe('a PostgreSQL outage', { timeout: 120_000 }, () => {
  let world: World
  let postgres: PostgresServer
  let proxy: TcpProxy
  let server: TestServer
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.close())
  beforeEach(async () => {
    const name = `outage_${randomUUID().replaceAll('-', '')}`
    await queryOnce(postgres.url, `create database ${name}`)
    proxy = await TcpProxy.before(Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href)
    world = await World.create()
    server = await world.serve({ database: proxy.url })
  })
  afterEach(async () => {
    await world.close()
    await proxy.close()
  })

  const ready = () =>
    server.identity.ready().then(
      () => true,
      () => false,
    )
  /** A held poll at a server whose listener is connected. */
  async function hold() {
    const { id, version } = (await server.as('ada').open()).body
    const answer = server.as('ada').get(id, `?after=${version}&wait=30`)
    await expect.poll(() => server.identity.heldPolls).toBe(1)
    return { id, answer }
  }
  /** Expects only 503 during the outage, long before the end of a poll's wait. */
  async function expectAway() {
    const started = performance.now()
    const answers = await Promise.all([
      server.as('ada').current(),
      server.as('bob').open(),
      server.as('ada').get('vs_1', '?after=0&wait=30'),
    ])
    for (const { status, body } of answers) expect([status, body]).toMatchObject([503, AWAY])
    expect(await ready()).toBe(false)
    expect(performance.now() - started).toBeLessThan(25_000)
  }
  const deliveries = async (id: string) => {
    const { data } = (await world.control('GET', 'deliveries')) as {
      data: { event_id: string; status: number }[]
    }
    return data.filter((delivery) => delivery.event_id === id).map(({ status }) => status)
  }
  const lastEvent = async () => {
    const { data } = (await world.control('GET', 'events')) as { data: { id: string; type: string }[] }
    return data.find(({ type }) => type === 'identity.verification_session.verified')?.id
  }

  it('while the server is stopped: responds 503 so that Stripe resends, and recovers afterwards', async () => {
    const { id, answer } = await hold()
    await postgres.halt()
    await expectAway()
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await expect.poll(lastEvent).toBeDefined()
    const event = (await lastEvent()) as string
    await expect.poll(() => deliveries(event), PATIENT).toEqual([503])

    await postgres.resume()
    await expect.poll(ready, PATIENT).toBe(true)
    await world.control('POST', `events/${event}/resend`)
    await expect.poll(() => deliveries(event), PATIENT).toContain(200)
    // The poll survived the outage. A poll that ended before the change returned the state at that time.
    expect((await answer).status).toBe(200)
    await reaches(server.as('ada'), id, 'verified')
    expect((await server.as('bob').open()).status).toBe(201)
  })

  it('while every packet is dropped: responds 503, and recovers afterwards', async () => {
    const { id, answer } = await hold()
    proxy.swallow()
    await expectAway()
    await proxy.open()
    await expect.poll(ready, PATIENT).toBe(true)
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 60_000 })
    // A poll that ended before the change returned the state at that time.
    expect((await answer).status).toBe(200)
    await reaches(server.as('ada'), id, 'processing')
  })

  it('does not prevent closing in bounded time', async () => {
    const { answer } = await hold()
    proxy.swallow()
    const started = performance.now()
    await server.close()
    expect(performance.now() - started).toBeLessThan(25_000)
    await answer.catch(() => {})
  })

  it('at the start: the server starts, and becomes ready once PostgreSQL is reachable', async () => {
    await proxy.bar()
    const early = await world.serve({ database: proxy.url })
    const started = performance.now()
    expect((await early.as('ada').current()).status).toBe(503)
    expect(performance.now() - started).toBeLessThan(25_000)
    await proxy.open()
    await expect.poll(async () => (await early.as('ada').current()).status, PATIENT).toBe(204)
  })

  it('of idle connections fails no request', async () => {
    await server.as('ada').open()
    await proxy.bar()
    await proxy.open()
    expect((await server.as('ada').current()).status).toBe(200)
  })
})
