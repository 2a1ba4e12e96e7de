import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type RunningServer, startServer } from '../src/app.js'
import { checkVersions } from '../src/commands/doctor/local.js'
import { runDoctor } from '../src/commands/doctor.js'
import { readConfig } from '../src/config.js'
import { createDatabase, type TestDatabase } from './support/postgres.js'
import { World } from './support/world.js'

const OWN = '0.1.0'
const HEADERS = {
  'Content-Security-Policy': "script-src 'self' https://js.stripe.com; frame-src https://js.stripe.com",
  'Permissions-Policy': 'camera=(self "https://js.stripe.com" "https://verify.stripe.com")',
}

describe('stripe-identity-server doctor', () => {
  let world: World
  let database: TestDatabase
  let server: RunningServer
  /** What the server runs with, and the doctor looks at. */
  let sound: Record<string, string>
  let url: string
  const listening: Server[] = []

  beforeAll(async () => {
    database = await createDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    world = await World.create()
    const port = await freePort()
    url = `http://127.0.0.1:${port}/identity`
    sound = {
      STRIPE_SECRET_KEY: world.sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
      STRIPE_API_BASE: world.sandbox.url,
      STRIPE_WEBHOOK_SECRET: await world.deliverTo(`${url}/webhook`),
      STRIPE_RESTRICTED_KEY: world.sandbox.restrictedKey,
      COOKIE_SECRET: 'a cookie secret that is long enough',
      DATABASE_URL: database.url,
      PORT: String(port),
      HOST: '127.0.0.1',
    }
    server = await start()
  })
  afterEach(async () => {
    await server.stop()
    for (const each of listening.splice(0)) {
      each.close()
      each.closeAllConnections()
    }
    await world.close()
  })

  const start = (more: Record<string, string> = {}) =>
    startServer(readConfig({ ...sound, ...more }), pino({ level: 'silent' }))

  async function freePort(): Promise<number> {
    const finder = createServer().listen(0, '127.0.0.1')
    await once(finder, 'listening')
    const { port } = finder.address() as AddressInfo
    finder.close()
    return port
  }
  async function listen(answer: RequestListener): Promise<string> {
    const host = createServer(answer).listen(0, '127.0.0.1')
    listening.push(host)
    await once(host, 'listening')
    return `http://127.0.0.1:${(host.address() as AddressInfo).port}`
  }
  const serve = (html: string, headers: Record<string, string> = {}, status = 200) =>
    listen((_req, res) => res.writeHead(status, { ...HEADERS, ...headers }).end(html))
  /** A proxy in front of the server, which may change what it passes on. */
  const proxy = (change: (headers: Headers, body: string) => string) =>
    listen(async (req, res) => {
      let body = ''
      for await (const chunk of req) body += chunk
      const headers = new Headers(req.headers as Record<string, string>)
      headers.delete('content-length')
      headers.delete('connection')
      const changed = change(headers, body)
      const answer = await fetch(new URL(req.url ?? '', url), {
        method: req.method ?? 'GET',
        headers,
        ...(body === '' ? {} : { body: changed }),
      })
      res.writeHead(answer.status, [...answer.headers].flat()).end(await answer.text())
    })

  async function doctor(more: Record<string, string> = {}, at: { url?: string; page?: string } = {}) {
    const lines: string[] = []
    const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    try {
      const args = { command: 'doctor', url: at.url ?? url, page: at.page ?? null } as const
      const code = await runDoctor(args, { ...sound, ...more }, OWN)
      const said = lines.join('\n')
      // Whatever is wrong, no key and no secret is shown.
      for (const secret of [world.sandbox.secretKey, sound.STRIPE_WEBHOOK_SECRET, sound.COOKIE_SECRET])
        expect(said).not.toContain(secret)
      return { code, said, problems: lines.filter((line) => line.startsWith('✗')) }
    } finally {
      spy.mockRestore()
    }
  }
  async function finds(what: RegExp, more?: Record<string, string>, at?: Parameters<typeof doctor>[1]) {
    const { code, problems } = await doctor(more, at)
    expect({ code, problems }).toEqual({ code: 1, problems: [expect.stringMatching(what)] })
  }
  const fault = (path: string, more: object) =>
    world.control('POST', 'faults', { method: 'GET', path, when: 'before', times: 99, ...more })
  const atStripe = async (path: string, body?: Record<string, string>) => {
    const answer = await fetch(`${world.sandbox.url}/v1/webhook_endpoints${path}`, {
      headers: { Authorization: `Bearer ${world.sandbox.secretKey}` },
      ...(body && { method: 'POST', body: new URLSearchParams(body) }),
    })
    return (await answer.json()) as { data: { id: string }[] }
  }

  it('finds nothing where all is well', async () => {
    const page = await serve('<identity-verification></identity-verification>')
    await server.stop()
    server = await start({ ALLOWED_ORIGINS: page, RETURN_URLS: `${page}/done` })
    const { code, said } = await doctor({ ALLOWED_ORIGINS: page, RETURN_URLS: `${page}/done` }, { page })
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('Nothing is wrong.') })
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['a key that is missing', { STRIPE_PUBLISHABLE_KEY: '' }, /STRIPE_PUBLISHABLE_KEY/],
    ['keys in each other’s place', { STRIPE_SECRET_KEY: 'pk_test_1' }, /STRIPE_SECRET_KEY.*publishable/],
    ['keys of two modes', { STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }, /STRIPE_PUBLISHABLE_KEY.*different modes/],
    ['a cookie secret that is missing', { COOKIE_SECRET: '' }, /COOKIE_SECRET/],
    ['everybody trusted', { TRUST_PROXY: 'true' }, /TRUST_PROXY/],
    ['a return URL without https', { RETURN_URLS: 'http://shop.example/' }, /RETURN_URLS/],
  ])('finds %s', async (_what, more, what) => {
    const { code, problems } = await doctor(more)
    expect(code).toBe(1)
    expect(problems).toContainEqual(expect.stringMatching(what))
  })

  it('finds a key that Stripe refuses', async () => {
    await fault('/v1/*', { status: 401 })
    const { problems } = await doctor()
    expect(problems).toContainEqual(expect.stringMatching(/Stripe refuses STRIPE_SECRET_KEY/))
  })
  it('finds a key that may not list events', async () => {
    await fault('/v1/events', { status: 403 })
    await finds(/lacks a permission.*Events: read/)
  })
  it('finds a key that may not make sessions', async () => {
    await fault('/v1/identity/verification_sessions', { method: 'POST', status: 403 })
    await finds(/lacks a permission.*Verification Sessions and Reports: write/)
  })
  it('finds that Identity is not switched on', async () => {
    const message = 'Your account is not set up to use Identity.'
    await fault('/v1/identity/verification_sessions', {
      ...{ method: 'POST', status: 400, body: { error: { type: 'invalid_request_error', message } } },
    })
    await finds(/Identity is not switched on/)
  })
  it('finds that Stripe is out of reach', async () => {
    const { problems } = await doctor({ STRIPE_API_BASE: `http://127.0.0.1:${await freePort()}` })
    expect(problems).toContainEqual(expect.stringMatching(/Stripe could not be reached/))
  })
  it('finds a clock that is wrong', async () => {
    await world.control('POST', 'clock', { advance_ms: 600_000 })
    await finds(/clock of this machine is (600|599|601) s behind/)
  })

  it.each([
    ['out of reach', 'postgres://a:secret-password@127.0.0.1:1/x', /Database: The database cannot be used/],
    ['in a folder that is not there', 'sqlite:/nowhere/at/all/identity.db', /The database cannot be used/],
    ['where a restart empties it', `sqlite:${tmpdir()}/doctor.db`, /a restart may empty/],
  ])('finds a database %s', async (_what, DATABASE_URL, what) => {
    await finds(what, { DATABASE_URL })
    expect((await doctor({ DATABASE_URL })).said).not.toContain('secret-password')
    await rm(join(tmpdir(), 'doctor.db'), { force: true })
  })

  it('finds an endpoint that is not there, is disabled, lacks events or is there twice', async () => {
    const [{ id } = { id: '' }] = (await atStripe('')).data
    await atStripe(`/${id}`, { disabled: 'true' })
    await finds(/Webhook endpoint: It is disabled/)
    await atStripe(`/${id}`, { disabled: 'false', 'enabled_events[]': '*' })
    await finds(/lacks the events .*redacted/)
    await world.deliverTo(`${url}/webhook`)
    await finds(/has 2 webhook endpoints/)
    for (const { id } of (await atStripe('')).data) await atStripe(`/${id}`, { url: 'http://127.0.0.1:9/' })
    await finds(/no webhook endpoint/)
  })

  it('finds a webhook secret that is not the server’s', async () => {
    await finds(/refuses deliveries that are signed with the webhook secret set here/, {
      STRIPE_WEBHOOK_SECRET: 'whsec_other',
    })
  })
  it('finds a server without a webhook secret', async () => {
    await server.stop()
    server = await start({ STRIPE_WEBHOOK_SECRET: '' })
    await finds(/the server has no webhook secret/i)
  })
  /** At another address than Stripe's endpoint, which is a finding of its own. */
  async function findsAt(at: string, what: RegExp) {
    const { code, problems } = await doctor({}, { url: at })
    expect(code).toBe(1)
    expect(problems).toContainEqual(expect.stringMatching(what))
  }
  it('finds a proxy that writes bodies anew', async () => {
    const front = await proxy((_headers, body) => JSON.stringify(JSON.parse(body)))
    await findsAt(`${front}/identity`, /changes the body/)
  })
  it('finds a redirect', async () => {
    const front = await listen((req, res) => res.writeHead(308, { Location: `https://x${req.url}` }).end())
    await findsAt(`${front}/identity`, /redirects to https:\/\/x/)
  })
  it('finds that another server answers', async () => {
    await findsAt(await serve('<h1>Welcome</h1>'), /is not answered by this server/)
    await findsAt(`${new URL(url).origin}/elsewhere`, /is not answered by this server/)
  })
  it('finds that nobody answers', async () => {
    await findsAt(`http://127.0.0.1:${await freePort()}/identity`, /cannot be reached/)
  })
  it('finds a body parser in front of the webhook', async () => {
    const host = await world.serve({ host: (app) => app.use(express.json()) })
    await findsAt(`${host.url}/identity`, /body parser/)
  })

  it('finds a proxy that changes the host', async () => {
    const front = await proxy((headers, body) => {
      headers.delete('host')
      return body
    })
    await findsAt(`${front}/identity`, /TRUST_PROXY|treats its own pages as another site/)
  })
  it('finds an origin that is not listed', async () => {
    await finds(/may not use the server/, {}, { page: await serve('') })
  })

  const PAGES: [string, string, Record<string, string>, RegExp][] = [
    [
      'no script of Stripe’s',
      '',
      { 'Content-Security-Policy': "default-src 'self'; frame-src *" },
      /blocks Stripe.js/,
    ],
    [
      'no frame of Stripe’s',
      '<meta http-equiv="Content-Security-Policy" content="frame-src \'none\'">',
      {},
      /blocks Stripe’s frame/,
    ],
    ['no camera', '', { 'Permissions-Policy': 'geolocation=(), camera=()' }, /denies Stripe the camera/],
  ]
  it.each(PAGES)('finds a page that allows %s', async (_what, html, headers, what) => {
    const page = await serve(html, headers)
    const more = { ALLOWED_ORIGINS: page }
    await server.stop()
    server = await start(more)
    await finds(what, more, { page })
  })
  it('finds a page that is not there, and one whose return URL is not', async () => {
    const page = await serve('', {}, 404)
    const more = { ALLOWED_ORIGINS: page, RETURN_URLS: `${page}/done` }
    await server.stop()
    server = await start(more)
    const { problems } = await doctor(more, { page })
    expect(problems).toEqual([
      expect.stringMatching(/Return URLs: Users would be redirected to .*it answers 404/),
      expect.stringMatching(/Page: .* answers 404/),
    ])
  })
  it('finds the sandbox’s script in a live page', async () => {
    const page = await serve('<script src="/sandbox.js"></script>')
    const { problems } = await doctor({ STRIPE_SECRET_KEY: 'sk_live_1' }, { page })
    expect(problems).toContainEqual(expect.stringMatching(/live page loads the sandbox/))
    expect((await doctor({ ALLOWED_ORIGINS: page }, { page })).said).not.toMatch(/loads the sandbox/)
  })

  it('finds packages of two versions', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'versions-'))
    const write = async (name: string, version: string) => {
      await mkdir(join(folder, 'node_modules', name), { recursive: true })
      await writeFile(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ version }))
    }
    await write('stripe-identity-widget', '0.2.0')
    expect(checkVersions(folder, OWN)).toEqual([
      expect.objectContaining({ problem: expect.stringContaining('0.2.0') }),
    ])
    await write('stripe-identity-widget', OWN)
    expect(checkVersions(folder, OWN)).toEqual([])
    await rm(folder, { recursive: true })
  })
})
