import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDatabase, type TestDatabase } from './support/postgres.js'
import { TcpProxy } from './support/tcp-proxy.js'
import { type Options, reaches, type TestServer, World } from './support/world.js'

const LIST = 'GET /v1/events'
const LISTENING = `select pid from pg_stat_activity
  where datname = current_database() and application_name like '%listening' and query <> ''`

describe('several instances on one PostgreSQL', () => {
  let world: World
  let database: TestDatabase
  const ways: TcpProxy[] = []
  beforeEach(async () => {
    ;[world, database] = await Promise.all([World.create(), createDatabase()])
  })
  afterEach(async () => {
    await world.close()
    for (const way of ways.splice(0)) await way.close()
    await database.drop()
  })

  const serve = (options: Options = {}) => world.serve({ database: database.url, ...options })
  /** An instance without a webhook endpoint at Stripe, which gets changes only from other instances. */
  const serveDeaf = (options: Options = {}) =>
    serve({ stripe: { webhookSecrets: ['whsec_elsewhere'] }, reconcileIntervalMs: 60_000, ...options })
  const way = async () => {
    const proxy = await TcpProxy.before(database.url)
    ways.push(proxy)
    return proxy
  }
  const listeners = () => database.ask<{ pid: number }>(LISTENING)
  /** Holds a poll at `server`; resolves once it is held there and notifications reach it. */
  async function hold(server: TestServer, user = 'ada') {
    const { id, version } = (await server.as(user).open()).body
    const answer = server.as(user).get(id, `?after=${version}&wait=30`)
    await expect.poll(() => server.identity.heldPolls).toBe(1)
    await expect.poll(async () => (await listeners()).length).toBe(1)
    return { id, answer }
  }

  it('answer a poll held at one instance at once after a webhook at another', async () => {
    await serve()
    const proxy = await way()
    const deaf = await serveDeaf({ database: proxy.url })
    /** The fallback: every few seconds the instance reads the sessions of all held polls. */
    const looks = () => proxy.countSent('= any(')
    let woken = false
    for (const user of ['ada', 'bob', 'cleo', 'dan', 'eve']) {
      const { id, answer } = await hold(deaf, user)
      const before = looks()
      await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 60_000 })
      expect((await answer).body.status).toBe('processing')
      woken = looks() === before
      if (woken) break
    }
    expect(woken).toBe(true)
  }, 120_000)

  it('catch up after the listening connection was cut', async () => {
    await serve()
    const { id, answer } = await hold(await serveDeaf())
    const [before] = await listeners()
    await database.ask('select pg_terminate_backend($1)', [before?.pid])
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 60_000 })
    expect((await answer).body.status).toBe('processing')
    await expect.poll(async () => (await listeners())[0]?.pid ?? before?.pid).not.toBe(before?.pid)
  })

  it('catch up after the listening connection silently dropped everything', async () => {
    await serve()
    const proxy = await way()
    const deaf = await serveDeaf({ database: proxy.url })
    const { id, answer } = await hold(deaf)
    proxy.swallow('listen ')
    const started = performance.now()
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 60_000 })
    expect((await answer).body.status).toBe('processing')
    // Before the end of the poll's wait.
    expect(performance.now() - started).toBeLessThan(25_000)
  })

  it('create the tables and the key once when ten start at the same time', async () => {
    const servers = await Promise.all(Array.from({ length: 10 }, () => serveDeaf()))
    const ready = (server: TestServer) =>
      server.identity.ready().then(
        () => true,
        () => false,
      )
    // On a busy machine an opening takes longer than its callers wait.
    for (const server of servers) await expect.poll(() => ready(server)).toBe(true)
    const done = await database.ask<{ name: string }>('select name from stripe_identity_kysely_migration')
    expect(new Set(done.map(({ name }) => name)).size).toBe(done.length)
    expect(
      await database.ask(`select name from stripe_identity_settings where name = 'owner-key'`),
    ).toHaveLength(1)
    const { id } = (await (servers[0] as TestServer).as('ada').open()).body
    for (const server of servers) expect((await server.as('ada').current()).body.id).toBe(id)
  })

  it('create one session at Stripe for 300 clicks of one user over three instances', async () => {
    const servers = await Promise.all([serve(), serve(), serve()])
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, index) => (servers[index % 3] as TestServer).as('ada').open()),
    )
    const statuses = new Set(answers.map(({ status }) => status))
    expect([...statuses].filter((status) => ![200, 201].includes(status))).toEqual([])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(answers.filter(({ body }) => body.client_secret === null)).toEqual([])
    expect(await world.sessionsAtStripe()).toHaveLength(1)
  })

  it('run one reconciler at a time, and another one when its instance ends', async () => {
    const quiet: Options = { stripe: { webhookSecrets: [] }, reconcileIntervalMs: 200 }
    const first = await serve(quiet)
    const { id, version } = (await first.as('ada').open()).body
    const holder = async () =>
      (await database.ask<{ holder: string }>('select holder from stripe_identity_leases'))[0]?.holder
    await expect.poll(holder).toBeDefined()
    const before = await holder()
    const second = await serve(quiet)
    const started = performance.now()
    await world.forgetCalls()
    const listed = async () => (await world.calls()).filter((call) => call === LIST)
    await Promise.all([first, second].map((server) => server.as('ada').get(id, `?after=${version}&wait=3`)))
    await expect.poll(async () => (await listed()).length).toBeGreaterThan(1)
    const lists = await listed()
    const rounds = Math.ceil((performance.now() - started) / 200) + 1
    expect(lists.length).toBeLessThanOrEqual(rounds)
    expect(await holder()).toBe(before)

    await first.close()
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    const { body } = await second.as('ada').get(id, `?after=${version}&wait=30`)
    expect(body.status).not.toBe('requires_input')
    await reaches(second.as('ada'), id, 'verified')
    expect(await holder()).not.toBe(before)
  })
})
