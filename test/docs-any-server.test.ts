import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { ErrorBody, SessionOpening, SessionView } from 'stripe-identity-contract'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSandbox, type Sandbox } from '../packages/sandbox/src/index.js'
import { createDatabase, type TestDatabase } from '../packages/server/test/support/postgres.js'
import { freePort } from '../scripts/lib/free-port.mjs'
import { Project } from './support/project.js'
import { haveRuntime, type Runtime } from './support/runtimes.js'

// Each test starts processes, and two build an app first, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 480_000 })

interface Door {
  name: string
  /** The commands of the page in order; the last one starts the server. */
  commands: string[]
  needs?: Runtime
  /** Files that the framework's own tool creates and the page does not show. */
  files?: Record<string, string>
}

const DOORS: Door[] = [
  { name: 'Express', commands: ['node express.mjs'] },
  { name: 'Node', commands: ['node node.mjs'] },
  { name: 'Hono', commands: ['node hono.mjs'] },
  { name: 'Next.js', commands: ['npx next build', 'npx next start --port 4242'] },
  {
    name: 'SvelteKit',
    commands: ['npx vite build', 'node build'],
    files: {
      'package.json': '{ "type": "module", "dependencies": { "stripe-identity-server": "*" } }',
      'src/app.html': '<!doctype html><title>Book</title>%sveltekit.head%<div>%sveltekit.body%</div>',
      'svelte.config.js':
        "import adapter from '@sveltejs/adapter-node'\nexport default { kit: { adapter: adapter() } }\n",
    },
  },
  { name: 'Bun', commands: ['bun bun.mjs'], needs: 'bun' },
  { name: 'Deno', commands: ['deno run --allow-all deno.mjs'], needs: 'deno' },
]

/** The interface that the others are compared with. */
const EXPRESS = `import express from 'express'
import { identity as make } from './identity.mjs'
import { userOf } from './auth.mjs'
const identity = make({
  authenticate: (req) => userOf({ headers: new Headers(req.headers) }),
})
const app = express()
app.use('/identity', identity.router)
app.post('/book', identity.requireVerified(), (_req, res) => res.send('Booked.'))
app.listen(4242)
`
/** Reports the number of held polls, because nothing else shows that one ended. */
const HELD = `
import { writeFileSync } from 'node:fs'
setInterval(() => writeFileSync('held', String(globalThis.identity?.heldPolls ?? 0)), 50).unref?.()
`

describe.each(DOORS)('docs/any-server.md through $name', ({ name, commands, needs, files = {} }) => {
  let sandbox: Sandbox
  let database: TestDatabase
  let project: Project
  let url: string

  beforeAll(async () => {
    if (needs !== undefined) haveRuntime(needs)
    const port = await freePort()
    url = `http://localhost:${port}`
    sandbox = await createSandbox({ forwardTo: `${url}/identity/webhook` })
    database = await createDatabase()
    project = new Project('docs/any-server.md', { '4242': String(port) })
    const file = project.read('identity.mjs')
    if (name === 'Express') {
      project.write('express.mjs', EXPRESS.replace('4242', String(port)))
      project.write(
        'identity.mjs',
        file.replace('identity() {', 'identity(more) {').replace('authenticate: null,', '...more,') + HELD,
      )
    } else project.write('identity.mjs', file + HELD)
    const env = {
      STRIPE_SECRET_KEY: sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: sandbox.publishableKey,
      STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret,
      STRIPE_API_BASE: sandbox.url,
      DATABASE_URL: database.url,
      NEXT_TELEMETRY_DISABLED: '1', // it sends usage reports otherwise
      PORT: String(port),
      ORIGIN: url,
    }
    for (const [file, text] of Object.entries(files)) project.write(file, text)
    project.commands.unshift(...commands.map((command) => command.replace('4242', String(port))))
    for (const _ of commands.slice(1)) {
      // Without any setting: a build needs no keys.
      const build = project.start()
      expect({ code: await build.ended, said: build.said() }).toMatchObject({ code: 0 })
    }
    const server = project.start(env)
    await vi.waitFor(
      async () => {
        const { status } = await fetch(`${url}/identity/sessions/current`).catch(() => ({
          status: server.said(),
        }))
        expect(status).toBe(401)
      },
      { timeout: 120_000, interval: 100 },
    )
  })
  afterAll(async () => {
    await project?.end()
    await sandbox?.close()
    await database?.drop()
  })

  async function ask<T>(user: string | null, path: string, init: RequestInit = {}) {
    const headers = new Headers({ 'Content-Type': 'application/json', ...init.headers })
    if (user !== null) headers.set('Cookie', `user=${user}`)
    const answer = await fetch(url + path, { ...init, headers })
    const text = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      body: (text.startsWith('{') ? JSON.parse(text) : text) as T,
    }
  }
  const open = (user: string | null, init: RequestInit = {}) =>
    ask<SessionOpening & ErrorBody>(user, '/identity/sessions', { method: 'POST', body: '{}', ...init })
  const book = async (user: string | null) => {
    const { status, body } = await ask<ErrorBody | string>(user, '/book', { method: 'POST' })
    return [status, typeof body === 'string' ? body : body.error.code]
  }
  const held = () => (existsSync(join(project.folder, 'held')) ? project.read('held') : '')

  it('leads a user from click to verified, and protects a route of the host', async () => {
    expect((await ask('ada', '/identity/sessions/current')).status).toBe(204)
    expect(await book(null)).toEqual([401, 'unauthenticated'])
    expect(await book('ada')).toEqual([403, 'identity_verification_required'])
    const opened = await open('ada')
    expect([opened.status, opened.body.status]).toEqual([201, 'requires_input'])
    expect(opened.headers.get('Cache-Control')).toBe('no-store')
    expect(await open('ada')).toMatchObject({ status: 200, body: { id: opened.body.id } })
    const path = `/identity/sessions/${opened.body.id}`
    expect((await ask('bob', path)).status).toBe(404)
    const tabs = [1, 2].map(() => ask<SessionView>('ada', `${path}?after=${opened.body.version}&wait=30`))
    await expect.poll(held).toBe('2')
    await sandbox.submit(opened.body.id, { outcome: 'verified', processing_ms: 500 })
    for (const { body } of await Promise.all(tabs)) expect(body.status).toBe('processing')
    await expect.poll(async () => (await ask<SessionView>('ada', path)).body.status).toBe('verified')
    expect(await book('ada')).toEqual([200, 'Booked.'])
    expect(await book('bob')).toEqual([403, 'identity_verification_required'])
    const cancel = await ask<ErrorBody>('ada', `${path}/cancel`, { method: 'POST', body: '{}' })
    expect([cancel.status, cancel.body.error.code]).toEqual([409, 'not_cancelable'])
  })

  it('verifies a signature over the received bytes', async () => {
    const event = {
      id: 'evt_bytes',
      object: 'event',
      type: 'account.updated',
      created: 1,
      livemode: false,
      data: { object: {} },
    }
    const deliver = async (payload: string | Buffer, header: string) =>
      (
        await ask('', '/identity/webhook', {
          method: 'POST',
          body: payload as never,
          headers: { 'Stripe-Signature': header, 'Content-Type': 'application/json; charset=utf-8' },
        })
      ).status
    // Whitespace that no parser would write again, letters of several bytes, and a line end of Windows.
    const payload = `{ "name" : "Zoë \u{1f600} \\u0000",\r\n\t"pad": "${'é'.repeat(20_000)}", ${JSON.stringify(event).slice(1)}  `
    const t = Math.floor(Date.now() / 1000)
    const v1 = createHmac('sha256', sandbox.webhookSecret).update(`${t}.${payload}`).digest('hex')
    const header = `t=${t},v1=${v1}`
    expect(await deliver(payload, header)).toBe(200)
    expect(await deliver(payload.trimEnd(), header)).toBe(400)
    expect(await deliver(payload, 't=1,v1=00')).toBe(400)
  })

  it('ends a held poll when its client disconnects', async () => {
    const { body } = await open('cleo')
    const leaving = new AbortController()
    const poll = ask('cleo', `/identity/sessions/${body.id}?after=${body.version}&wait=30`, {
      signal: leaving.signal,
    })
    poll.catch(() => {})
    await expect.poll(held).toBe('1')
    leaving.abort()
    await expect.poll(held).toBe('0')
  })

  it.each<[what: string, method: string, path: string, init: RequestInit, status: number, code: string]>([
    ['a route that is not there', 'GET', '/nothing', {}, 404, 'not_found'],
    ['a method that is not there', 'POST', '/sessions/current', { body: '{}' }, 405, 'method_not_allowed'],
    ['malformed JSON', 'POST', '/sessions', { body: '{' }, 400, 'invalid_request'],
    [
      'a form',
      'POST',
      '/sessions',
      { body: 'a=1', headers: { 'Content-Type': 'text/plain' } },
      415,
      'unsupported_media_type',
    ],
    [
      '17 kB',
      'POST',
      '/sessions',
      { body: JSON.stringify({ return_url: 'x'.repeat(17_000) }) },
      413,
      'body_too_large',
    ],
    [
      "another site's page",
      'POST',
      '/sessions',
      { body: '{}', headers: { Origin: 'https://evil.example' } },
      403,
      'cross_site_request',
    ],
    ['an id that is none', 'GET', '/sessions/pi_1', {}, 400, 'invalid_request'],
    ['a query that is none', 'GET', '/sessions/vs_1?after=x', {}, 400, 'invalid_request'],
    ['an unsigned event', 'POST', '/webhook', { body: '{}' }, 400, 'signature_invalid'],
    ['an event without a body', 'POST', '/webhook', {}, 400, 'signature_invalid'],
  ])('refuses %s', async (_what, method, path, init, status, code) => {
    // Same-origin by default, because frameworks refuse other sites' forms by themselves.
    const headers = { Origin: url, ...(init.headers as Record<string, string>) }
    const answer = await ask<ErrorBody>('dora', `/identity${path}`, { method, ...init, headers })
    expect([answer.status, answer.body.error?.code]).toEqual([status, code])
    expect((await ask('dora', '/identity/sessions/current')).status).toBe(204)
  })

  it('ignores a body that breaks off', async () => {
    const socket = connect(Number(new URL(url).port), 'localhost')
    const head = ['POST /identity/sessions HTTP/1.1', `Host: ${new URL(url).host}`, 'Cookie: user=fay']
    const body = ['Content-Type: application/json', 'Content-Length: 100', '', '{"return']
    await new Promise((resolve) => socket.write([...head, ...body].join('\r\n'), resolve))
    socket.destroy()
    expect((await ask('fay', '/identity/sessions/current')).status).toBe(204)
    // An open session would be resumed.
    expect((await open('fay')).status).toBe(201)
  })

  it('accepts writes from a page of its own host', async () => {
    expect((await open('emil', { headers: { Origin: url } })).status).toBe(201)
  })
})
