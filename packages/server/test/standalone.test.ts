import { once } from 'node:events'
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../src/store/sqlite.js'
import { Standalone } from './support/standalone.js'
import { World } from './support/world.js'

/** A database of this package that lost its second half. */
async function tornDatabase(path: string): Promise<void> {
  await (await openSqliteStore(path, false)).close()
  await truncate(path, Math.floor((await stat(path)).size / 2))
}

/** The contents of a folder, file by file. */
async function contents(folder: string): Promise<Record<string, string>> {
  const files = await readdir(folder, { withFileTypes: true })
  const read = async (name: string) => (await readFile(join(folder, name))).toString('base64')
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.name, file.isFile() ? await read(file.name) : ''])),
  )
}

describe('the standalone server', () => {
  let world: World
  let env: Record<string, string>
  const started: Standalone[] = []
  const start = (more: Record<string, string> = {}) => {
    const server = new Standalone({ ...env, ...more })
    started.push(server)
    return server
  }
  beforeEach(async () => {
    world = await World.create()
    env = {
      STRIPE_SECRET_KEY: world.sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
      STRIPE_API_BASE: world.sandbox.url,
      COOKIE_SECRET: 'a cookie secret that is long enough',
      DATABASE_URL: `sqlite:${world.folder}/standalone.db`,
      HOST: '127.0.0.1',
      PORT: '0',
    }
  })
  afterEach(async () => {
    for (const server of started.splice(0)) await server.end('SIGKILL')
    await world.close()
  })

  it('logs a 5xx as an error with its cause, without a stack trace of the logger', async () => {
    const server = await start().listening()
    const { status } = await server.send('/webhook', { method: 'POST', body: '{}' })
    expect(status).toBe(503)
    const ofWebhook = () => server.lines.filter((line) => JSON.stringify(line).includes('webhook'))
    await expect.poll(() => ofWebhook().filter(({ res }) => res !== undefined).length).toBe(1)
    const [line] = ofWebhook().filter(({ res }) => res !== undefined)
    expect(line).toMatchObject({ level: 50, res: { status: 503 } })
    expect(JSON.stringify(line)).not.toContain('stack')
    const { id } = Object(line?.req) as { id: string }
    expect(server.lines).toContainEqual(
      expect.objectContaining({ request_id: id, code: 'webhook_not_configured', level: 50 }),
    )
  })

  it('loses no acknowledged request when it is killed', async () => {
    const server = await start({ STRIPE_WEBHOOK_SECRET: 'whsec_killed' }).listening()
    await world.control('PUT', 'deliveries/policy', { drop: true })
    await server.send('/sessions/current')
    const { id } = (await server.send('/sessions', { method: 'POST', body: '{}' })).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    const { default: Stripe } = await import('stripe')
    const stripe = new Stripe(world.sandbox.secretKey, {
      host: '127.0.0.1',
      port: world.sandbox.port,
      protocol: 'http',
    })
    const { data } = await stripe.events.list({ type: 'identity.verification_session.verified' })
    const payload = JSON.stringify(data[0])
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret: 'whsec_killed' })
    const taken = await fetch(`${server.url}/webhook`, {
      method: 'POST',
      headers: { 'Stripe-Signature': header },
      body: payload,
    })
    expect(taken.status).toBe(200)
    await server.end('SIGKILL')

    // Stripe is unavailable, so only stored data can be shown.
    const again = await start({
      STRIPE_WEBHOOK_SECRET: 'whsec_killed',
      STRIPE_API_BASE: 'http://127.0.0.1:9',
    }).listening()
    again.cookie = server.cookie
    expect((await again.send('/sessions/current')).body).toMatchObject({ id, status: 'verified' })
  })

  it('completes a create during which it was killed, with one session at Stripe', async () => {
    const server = await start().listening()
    await server.send('/sessions/current')
    const path = '/v1/identity/verification_sessions'
    await world.control('POST', 'faults', { method: 'POST', path, when: 'after', hang: true, times: 1 })
    const interrupted = server.send('/sessions', { method: 'POST', body: '{}' }).catch(() => null)
    await expect.poll(async () => (await world.sessionsAtStripe()).length).toBe(1)
    await server.end('SIGKILL')
    await interrupted
    const again = await start().listening()
    again.cookie = server.cookie
    const { status, body } = await again.send('/sessions', { method: 'POST', body: '{}' })
    expect([200, 201]).toContain(status)
    expect(await world.sessionsAtStripe()).toEqual([expect.objectContaining({ id: body.id })])
  })

  it('answers held polls and exits with 0 on a signal', async () => {
    const server = await start().listening()
    await server.send('/sessions/current')
    const { id, version } = (await server.send('/sessions', { method: 'POST', body: '{}' })).body
    const held = server.send(`/sessions/${id}?after=${version}&wait=30`)
    await server.send(`/sessions/${id}?after=${version}&wait=1`)
    expect(await server.end('SIGTERM')).toBe(0)
    expect((await held).status).toBe(200)
  })

  it('reports its health and metrics', async () => {
    const server = await start().listening()
    const health = async (path: string) => (await fetch(new URL(path, server.url))).status
    expect([await health('/health/live'), await health('/health/ready')]).toEqual([200, 200])
  })

  it('logs no secrets, cookies or bodies', async () => {
    const server = await start({ LOG_LEVEL: 'trace' }).listening()
    await server.send('/sessions/current')
    const { client_secret, url } = (await server.send('/sessions', { method: 'POST', body: '{}' })).body
    await expect.poll(() => server.lines.length).toBeGreaterThan(3)
    const log = JSON.stringify(server.lines)
    for (const secret of [
      client_secret,
      url,
      server.cookie,
      ...Object.values(env).slice(0, 1),
      env.COOKIE_SECRET,
    ]) {
      expect(log).not.toContain(secret)
    }
  })

  it('exits with all problems listed if the configuration is wrong', async () => {
    const server = start({ STRIPE_SECRET_KEY: '', COOKIE_SECRET: '', PORT: 'x' })
    let words = ''
    server.process.stderr?.on('data', (data: Buffer) => {
      words += data
    })
    expect((await once(server.process, 'close'))[0]).toBe(1)
    for (const name of ['STRIPE_SECRET_KEY', 'COOKIE_SECRET', 'PORT']) expect(words).toContain(name)
  })

  it.each<[string, (path: string) => Promise<void>]>([
    ['is not a database', (path) => writeFile(path, 'Milk, eggs, and a note of some length. '.repeat(400))],
    ['is a truncated database', tornDatabase],
    ['is a folder', async (path) => void (await mkdir(path))],
    ['is in a missing folder', async () => {}],
  ])('does not start on a file that %s, and leaves it unchanged', async (what, prepare) => {
    const folder = join(world.folder, 'data')
    await mkdir(folder)
    const path = join(folder, what === 'is in a missing folder' ? 'missing/notes.txt' : 'notes.txt')
    await prepare(path)
    const before = await contents(folder)
    const server = start({ DATABASE_URL: `sqlite:${path}` })
    let words = ''
    server.process.stderr?.on('data', (data: Buffer) => {
      words += data
    })
    expect((await once(server.process, 'close'))[0]).toBe(1)
    expect(words).toContain('DATABASE_URL does not name a usable database: ')
    expect(await contents(folder)).toEqual(before)
  })

  it('starts while PostgreSQL is unavailable, is not ready, and reports why', async () => {
    const server = await start({ DATABASE_URL: 'postgres://ada:hunter2@127.0.0.1:1/identity' }).listening()
    const said = server.lines.find(({ msg }) => String(msg).startsWith('the database does not answer'))
    expect(said).toMatchObject({ reason: 'ECONNREFUSED', level: 50 })
    const ready = await fetch(new URL('/health/ready', server.url))
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'store unavailable' }])
    expect(JSON.stringify(server.lines)).not.toContain('hunter2')
  })

  it('reports a port in use in one line', async () => {
    const first = await start().listening()
    const second = start({ PORT: new URL(first.url).port })
    let words = ''
    second.process.stderr?.on('data', (data: Buffer) => {
      words += data
    })
    expect((await once(second.process, 'close'))[0]).toBe(1)
    expect(words.trim().split('\n')).toEqual([expect.stringContaining('is in use')])
  })
})
