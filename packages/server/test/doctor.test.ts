import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type PostgresServer, startPostgres } from '../../../scripts/lib/postgres.mjs'
import { type RunningServer, startServer } from '../src/app.js'
import { checkVersions } from '../src/commands/doctor/local.js'
import { runDoctor } from '../src/commands/doctor.js'
import { readConfig } from '../src/config.js'
import { queryOnce } from './support/postgres.js'
import { World } from './support/world.js'

const OWN = '0.1.0'
const HEADERS = {
  'Content-Security-Policy': "script-src 'self' https://js.stripe.com; frame-src https://js.stripe.com",
  'Permissions-Policy': 'camera=(self "https://js.stripe.com" "https://verify.stripe.com")',
}

/** A mistake in the setup: the doctor's inputs that differ from those of the server. */
interface Change {
  env?: Record<string, string>
  url?: string
  page?: string
  instances?: number
}

interface Mistake {
  what: string
  plant: () => Change | Promise<Change>
  finding: RegExp
  /** Causes other findings as well, such as an address other than that of Stripe's endpoint. */
  among?: true
}

describe('stripe-identity-server doctor', () => {
  let world: World
  /** Used by this file alone, because some of its settings are wrong on purpose. */
  let postgres: PostgresServer
  let page: string
  let server: RunningServer
  /** The settings of the server, which the doctor checks. */
  let sound: Record<string, string>
  let url: string
  let listening: Server[] = []
  /** The pending shutdowns of earlier tests' servers, which wait a second for the doctor's idle connections. */
  const endings: Promise<void>[] = []
  /** Reverts the mistake in the database server. */
  const undo: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(async () => {
    await Promise.all(endings)
    await postgres.close()
  })
  beforeEach(async () => {
    world = await World.create()
    listening = []
    page = await serve('<identity-verification></identity-verification>')
    const port = await freePort()
    url = `http://127.0.0.1:${port}/identity`
    sound = {
      STRIPE_SECRET_KEY: world.sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
      STRIPE_API_BASE: world.sandbox.url,
      STRIPE_WEBHOOK_SECRET: await world.deliverTo(`${url}/webhook`),
      STRIPE_RESTRICTED_KEY: world.sandbox.restrictedKey,
      COOKIE_SECRET: 'a cookie secret that is long enough',
      DATABASE_URL: postgres.url,
      ALLOWED_ORIGINS: page,
      RETURN_URLS: `${page}/done`,
      PORT: String(port),
      HOST: '127.0.0.1',
    }
    server = await start()
  })
  afterEach(async () => {
    for (const each of undo.splice(0)) await each()
    endings.push(end(server, listening, world))
  })
  async function end(server: RunningServer, listening: Server[], world: World): Promise<void> {
    await server.stop()
    for (const each of listening) {
      each.close()
      each.closeAllConnections()
    }
    await world.close()
  }

  const start = (more: Record<string, string> = {}) =>
    startServer(readConfig({ ...sound, ...more }), pino({ level: 'silent' }))
  async function restart(more: Record<string, string>): Promise<void> {
    await server.stop()
    server = await start(more)
  }

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
  /** A proxy in front of the server that can change requests and drop a response header. */
  const proxy = (change: (headers: Headers, body: string) => string, lost = 'X-None') =>
    listen(async (req, res) => {
      let body = ''
      for await (const chunk of req) body += chunk
      const headers = new Headers(req.headers as Record<string, string>)
      headers.delete('content-length')
      headers.delete('connection')
      const changed = body === '' ? '' : change(headers, body)
      const answer = await fetch(new URL(req.url ?? '', url), {
        method: req.method ?? 'GET',
        headers,
        ...(body === '' ? {} : { body: changed }),
      })
      const kept = new Headers(answer.headers)
      kept.delete(lost)
      res.writeHead(answer.status, [...kept].flat()).end(await answer.text())
    })

  async function doctor(change: Change = {}) {
    const lines: string[] = []
    const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    try {
      const args = { command: 'doctor', url, page, instances: 1, ...change } as const
      const code = await runDoctor(args, { ...sound, ...change.env }, OWN)
      const said = lines.join('\n')
      // The output of every mistake contains no key, secret or password.
      const secrets = [world.sandbox.secretKey, sound.STRIPE_WEBHOOK_SECRET, sound.COOKIE_SECRET, 'hunter2']
      for (const secret of secrets) expect(said).not.toContain(secret)
      return { code, said, problems: lines.filter((line) => line.startsWith('✗')) }
    } finally {
      spy.mockRestore()
    }
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
  const changeEndpoint = async (body: Record<string, string>) => {
    const [{ id } = { id: '' }] = (await atStripe('')).data
    await atStripe(`/${id}`, body)
    return {}
  }
  /** Stripe's API as restricted keys see it. */
  const refusingRestricted = (status: number) =>
    listen(async (req, res) => {
      const { authorization = '', 'content-type': type = '' } = req.headers
      if (authorization.startsWith('Bearer rk_')) {
        const error = { type: 'invalid_request_error', message: 'No.' }
        return res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error }))
      }
      let body = ''
      for await (const chunk of req) body += chunk
      const answer = await fetch(world.sandbox.url + req.url, {
        method: req.method ?? 'GET',
        headers: { Authorization: authorization, ...(type && { 'Content-Type': type }) },
        ...(req.method === 'POST' && { body }),
      })
      return res.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text())
    })
  /** A setting of the whole database server, until it is set again. */
  async function setting(name: string, value: 'on' | 'off') {
    if (value === 'off') undo.push(() => setting(name, 'on'))
    await queryOnce(postgres.url, `alter system set ${name} = ${value}`)
    await queryOnce(postgres.url, 'select pg_reload_conf()')
    const now = async () => (await queryOnce<Record<string, string>>(postgres.url, `show ${name}`))[0]?.[name]
    await expect.poll(now).toBe(value)
  }
  /** The page with changes in its HTML or headers. */
  async function otherPage(
    html: string,
    headers: Record<string, string> = {},
    status = 200,
  ): Promise<Change> {
    const other = await serve(html, headers, status)
    await restart({ ALLOWED_ORIGINS: other })
    return { page: other, env: { ALLOWED_ORIGINS: other } }
  }

  const withEnv = (env: Record<string, string>) => () => ({ env })
  const MISTAKES: Mistake[] = [
    {
      what: 'a missing key',
      plant: withEnv({ STRIPE_PUBLISHABLE_KEY: '' }),
      finding: /STRIPE_PUBLISHABLE_KEY is required/,
    },
    {
      what: 'swapped keys',
      plant: withEnv({ STRIPE_SECRET_KEY: 'pk_test_1' }),
      finding: /STRIPE_SECRET_KEY.*publishable/,
      among: true,
    },
    {
      what: 'keys of two modes',
      plant: withEnv({ STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }),
      finding: /STRIPE_PUBLISHABLE_KEY.*different modes/,
    },
    {
      what: 'a missing cookie secret',
      plant: withEnv({ COOKIE_SECRET: '' }),
      finding: /COOKIE_SECRET/,
    },
    { what: 'trust in every proxy', plant: withEnv({ TRUST_PROXY: 'true' }), finding: /TRUST_PROXY/ },
    {
      what: 'a return URL without https',
      plant: withEnv({ RETURN_URLS: 'http://shop.example/' }),
      finding: /RETURN_URLS/,
    },
    {
      what: 'a proxy that is not a URL',
      plant: withEnv({ HTTPS_PROXY: 'proxy.example:3128' }),
      finding: /HTTPS_PROXY is not the URL of a proxy/,
    },

    {
      what: 'a key refused by Stripe',
      plant: async () => {
        await fault('/v1/*', { status: 401 })
        return {}
      },
      finding: /Stripe refuses STRIPE_SECRET_KEY/,
      among: true,
    },
    {
      what: 'a key without permission to list events',
      plant: async () => {
        await fault('/v1/events', { status: 403 })
        return {}
      },
      finding: /lacks a permission.*Events: read/,
    },
    {
      what: 'a key without permission to create sessions',
      plant: async () => {
        await fault('/v1/identity/verification_sessions', { method: 'POST', status: 403 })
        return {}
      },
      finding: /lacks a permission.*Verification Sessions and Reports: write/,
    },
    {
      what: 'a restricted key refused by Stripe',
      plant: async () => ({ env: { STRIPE_API_BASE: await refusingRestricted(401) } }),
      finding: /Stripe refuses STRIPE_RESTRICTED_KEY/,
    },
    {
      what: 'a restricted key without permission to read sessions',
      plant: async () => ({ env: { STRIPE_API_BASE: await refusingRestricted(403) } }),
      finding: /STRIPE_RESTRICTED_KEY lacks permission to read/,
    },
    {
      what: 'that Identity is not activated',
      plant: async () => {
        const message = 'Your account is not set up to use Identity.'
        const body = { error: { type: 'invalid_request_error', message } }
        await fault('/v1/identity/verification_sessions', { method: 'POST', status: 400, body })
        return {}
      },
      finding: /Identity is not switched on/,
    },
    {
      what: 'that Stripe is unreachable',
      plant: async () => ({ env: { STRIPE_API_BASE: `http://127.0.0.1:${await freePort()}` } }),
      finding: /Stripe could not be reached/,
    },
    {
      what: 'a wrong clock',
      plant: async () => {
        await world.control('POST', 'clock', { advance_ms: 600_000 })
        return {}
      },
      finding: /clock of this machine is (599|600|601) s behind/,
    },

    {
      what: 'an unreachable database',
      plant: withEnv({ DATABASE_URL: 'postgres://ada:hunter2@127.0.0.1:1/x' }),
      finding: /Database: The database cannot be used/,
    },
    {
      what: 'a database in a missing folder',
      plant: withEnv({ DATABASE_URL: 'sqlite:/nowhere/at/all/identity.db' }),
      finding: /The database cannot be used/,
    },
    {
      what: 'a database that a restart deletes',
      plant: () => ({ env: { DATABASE_URL: `sqlite:${world.folder}/doctor.db` } }),
      finding: /a restart may empty/,
    },
    {
      what: 'a SQLite file for several servers',
      plant: () => ({ env: { DATABASE_URL: `sqlite:${world.folder}/doctor.db` }, instances: 2 }),
      finding: /SQLite serves one server only, and 2 are running/,
    },
    {
      what: 'PostgreSQL without fsync',
      plant: async () => {
        await setting('fsync', 'off')
        return {}
      },
      finding: /fsync = off: a power failure can corrupt/,
    },
    {
      what: 'PostgreSQL without full_page_writes',
      plant: async () => {
        await setting('full_page_writes', 'off')
        return {}
      },
      finding: /full_page_writes = off: a power failure can corrupt/,
    },
    {
      what: 'PostgreSQL with asynchronous commits',
      plant: async () => {
        await setting('synchronous_commit', 'off')
        return {}
      },
      finding: /synchronous_commit = off: a failure can lose/,
    },
    {
      what: 'more servers than PostgreSQL allows connections',
      plant: () => ({ instances: 28 }),
      finding: /28 instances need up to 308 connections, and PostgreSQL allows 297/,
    },
    {
      what: 'a database user with fewer connections than one server needs',
      plant: async () => {
        undo.push(() => queryOnce(postgres.url, 'alter role postgres connection limit -1'))
        await queryOnce(postgres.url, 'alter role postgres connection limit 10')
        return {}
      },
      finding: /One instance needs up to 11 connections, and PostgreSQL allows 10/,
    },

    {
      what: 'a missing webhook endpoint',
      plant: () => changeEndpoint({ url: 'http://127.0.0.1:9/' }),
      finding: /no webhook endpoint/,
    },
    {
      what: 'a disabled webhook endpoint',
      plant: () => changeEndpoint({ disabled: 'true' }),
      finding: /Webhook endpoint: It is disabled/,
    },
    {
      what: 'a webhook endpoint without a required event',
      plant: () => changeEndpoint({ 'enabled_events[]': '*' }),
      finding: /lacks the events .*redacted/,
    },
    {
      what: 'a duplicate webhook endpoint',
      plant: async () => {
        await world.deliverTo(`${url}/webhook`)
        return {}
      },
      finding: /has 2 webhook endpoints/,
    },
    {
      what: 'a webhook secret other than the server’s',
      plant: withEnv({ STRIPE_WEBHOOK_SECRET: 'whsec_other' }),
      finding: /refuses deliveries that are signed with the webhook secret set here/,
    },
    {
      what: 'a server without a webhook secret',
      plant: async () => {
        await restart({ STRIPE_WEBHOOK_SECRET: '' })
        return {}
      },
      finding: /the server has no webhook secret/i,
    },
    {
      what: 'a proxy that rewrites bodies',
      plant: async () => ({
        url: `${await proxy((_headers, body) => JSON.stringify(JSON.parse(body)))}/identity`,
      }),
      finding: /changes the body/,
      among: true,
    },
    {
      what: 'a redirect',
      plant: async () => {
        const front = await listen((req, res) =>
          res.writeHead(308, { Location: `https://x${req.url}` }).end(),
        )
        return { url: `${front}/identity` }
      },
      finding: /redirects to https:\/\/x/,
      among: true,
    },
    {
      what: 'that another server responds',
      plant: async () => ({ url: await serve('<h1>Welcome</h1>') }),
      finding: /is not answered by this server/,
      among: true,
    },
    {
      what: 'that the routes are at another path',
      plant: () => ({ url: `${new URL(url).origin}/elsewhere` }),
      finding: /is not answered by this server/,
      among: true,
    },
    {
      what: 'that no server responds',
      plant: async () => ({ url: `http://127.0.0.1:${await freePort()}/identity` }),
      finding: /cannot be reached/,
      among: true,
    },
    {
      what: 'a body parser in front of the webhook',
      plant: async () => {
        const host = await world.serve({ host: (app) => app.use(express.json()) })
        return { url: `${host.url}/identity` }
      },
      finding: /body parser/,
      among: true,
    },

    {
      what: 'a proxy that changes the host',
      plant: async () => {
        const front = await proxy((headers, body) => {
          headers.delete('host')
          return body
        })
        return { url: `${front}/identity`, page: `${front}/identity/console` }
      },
      finding: /treats its own pages as another site/,
      among: true,
    },
    {
      what: 'an origin that is not listed',
      plant: async () => ({ page: await serve('') }),
      finding: /may not use the server/,
    },
    {
      what: 'a proxy that removes CORS headers',
      plant: async () => ({
        url: `${await proxy((_headers, body) => body, 'Access-Control-Allow-Origin')}/identity`,
      }),
      finding: /A browser would refuse the answers.*Access-Control-Allow-Origin: missing/,
      among: true,
    },
    {
      what: 'a cookie that the browser does not send',
      plant: async () => {
        const other = page.replace('127.0.0.1', 'localhost')
        await restart({ ALLOWED_ORIGINS: other })
        return { page: other, env: { ALLOWED_ORIGINS: other } }
      },
      finding: /cookie is not sent from http:\/\/localhost/,
    },
    {
      what: 'a page whose CSP blocks Stripe’s script',
      plant: () => otherPage('', { 'Content-Security-Policy': "default-src 'self'; frame-src *" }),
      finding: /blocks Stripe.js/,
    },
    {
      what: 'a page whose CSP blocks Stripe’s frame',
      plant: () => otherPage('<meta http-equiv="Content-Security-Policy" content="frame-src \'none\'">'),
      finding: /blocks Stripe’s frame/,
    },
    {
      what: 'a page that does not allow the camera',
      plant: () => otherPage('', { 'Permissions-Policy': 'geolocation=(), camera=()' }),
      finding: /denies Stripe the camera/,
    },
    {
      what: 'a missing page',
      plant: () => otherPage('', {}, 404),
      finding: /Page: .* answers 404/,
    },
    {
      what: 'a missing return URL',
      plant: async () => ({ env: { RETURN_URLS: `${await serve('', {}, 404)}/done` } }),
      finding: /Return URLs: Users would be redirected to .*it answers 404/,
    },
    {
      what: 'the sandbox’s script in a live page',
      plant: async () => ({
        page: await serve('<script src="/sandbox.js"></script>'),
        env: { STRIPE_SECRET_KEY: 'sk_live_1' },
      }),
      finding: /live page loads the sandbox/,
      among: true,
    },
  ]

  it('finds no problem in a correct setup', async () => {
    const { code, said } = await doctor({ instances: 3 })
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('Nothing is wrong.') })
  })

  it.each(MISTAKES)('finds $what', async ({ plant, finding, among }) => {
    const { code, problems } = await doctor(await plant())
    expect(code).toBe(1)
    if (among) expect(problems).toContainEqual(expect.stringMatching(finding))
    else expect(problems).toEqual([expect.stringMatching(finding)])
  })

  it('finds packages with different versions', async () => {
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
