import { setTimeout as delay } from 'node:timers/promises'
import { pino } from 'pino'
import type { ErrorBody, SessionOpening } from 'stripe-identity-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FetchContext, Identity } from '../src/index.js'
import { World } from './support/world.js'

const BASE = 'https://shop.example/identity'

/** Mistakes that only a host without Express can make; the suites that run on both interfaces cover the rest. */
describe('identity.fetch', () => {
  let world: World
  let identity: Identity
  beforeAll(async () => {
    world = await World.create()
    ;({ identity } = await world.serve({ authenticate: null }))
  })
  afterAll(() => world.close())

  const post = (path: string, init: RequestInit = {}, base = BASE) =>
    new Request(base + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
      ...init,
    })
  async function code(request: Request, context?: FetchContext): Promise<[number, string]> {
    const answer = await identity.fetch(request, context)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    return [answer.status, ((await answer.json()) as ErrorBody).error.code]
  }

  it('opens a session for the user given by the host', async () => {
    const answer = await identity.fetch(post('/sessions'), { user: 7 })
    expect(answer.status).toBe(201)
    const { id } = (await answer.json()) as SessionOpening
    expect((await identity.getStatus('7')).session?.id).toBe(id)
    expect(await identity.guard(8)).toMatchObject({ status: 403 })
    await world.sandbox.submit(id, { outcome: 'verified' })
    await expect.poll(() => identity.guard(7)).toBeNull()
  })

  it.each([undefined, '', Number.NaN, true, {}, [], Symbol('user'), 'a\0b', Promise.resolve('ada')])(
    'refuses %s as a user with a server error',
    async (user) => {
      await world.forgetCalls()
      expect(await code(post('/sessions'), { user: user as never })).toEqual([500, 'server_error'])
      expect(await world.callsForUsers()).toEqual([])
      const answer = (await identity.guard(user as never)) ?? new Response('{}')
      const { error } = (await answer.json()) as ErrorBody
      expect([answer.status, error.code]).toEqual([500, 'server_error'])
    },
  )

  it('logs which method was called with it', async () => {
    const lines: string[] = []
    const logger = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
    const { identity: logging } = await world.serve({
      authenticate: null,
      stripe: { webhookSecrets: ['whsec_1'] },
      logger,
    })
    await logging.fetch(post('/sessions'), { user: undefined as never })
    await logging.guard(undefined as never)
    expect(lines).toEqual([
      expect.stringContaining('identity.fetch was given undefined'),
      expect.stringContaining('identity.guard was given undefined'),
    ])
  })

  it('responds 401 for a null user, and 500 if no user was given', async () => {
    expect(await code(post('/sessions'), { user: null })).toEqual([401, 'unauthenticated'])
    expect((await identity.guard(null))?.status).toBe(401)
    expect(await code(post('/sessions'))).toEqual([500, 'server_error'])
  })

  it('reports that the body was already read', async () => {
    const request = post('/sessions')
    await request.text()
    expect(await code(request, { user: 'ada' })).toEqual([500, 'webhook_body_parsed'])
    const locked = post('/webhook')
    locked.body?.getReader()
    expect(await code(locked)).toEqual([500, 'webhook_body_parsed'])
  })

  it.each([
    ['/identityx/sessions/current', undefined, [404, 'not_found']],
    ['/sessions/current', undefined, [404, 'not_found']],
    ['/identity/sessions/current', '/api/identity', [404, 'not_found']],
    ['/identity/sessions/current', 'identity', [500, 'server_error']],
    ['/identity/sessions/current', '/identity?x=1', [500, 'server_error']],
    ['/identity/sessions/current', 7, [500, 'server_error']],
    ['/identity', undefined, [404, 'not_found']],
    ['/identity//sessions/current', undefined, [404, 'not_found']],
  ])('%s with basePath %s is %j', async (path, basePath, expected) => {
    const request = new Request(`https://shop.example${path}`)
    expect(await code(request, { user: 'ada', basePath: basePath as never })).toEqual(expected)
  })

  it.each(['/identity/', '/a/b', '/', ''])('is mounted at "%s"', async (basePath) => {
    const request = new Request(`https://shop.example${basePath.replace(/\/$/, '')}/sessions/current`)
    expect((await identity.fetch(request, { user: 'nina', basePath })).status).toBe(204)
  })

  it('refuses a body that breaks off or does not consist of bytes', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"return'))
        controller.error(new Error('the line is dead'))
      },
    })
    const text = new ReadableStream({
      start(controller) {
        controller.enqueue('{}')
        controller.close()
      },
    })
    for (const body of [broken, text]) {
      const request = post('/sessions', { body, duplex: 'half' } as RequestInit)
      expect(await code(request, { user: 'olga' })).toEqual([400, 'invalid_request'])
    }
    expect((await identity.getStatus('olga')).session).toBeNull()
  })

  it('stops waiting for a stalled body', async () => {
    const stalled = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"return')),
    })
    const request = post('/sessions', { body: stalled, duplex: 'half' } as RequestInit)
    expect(await code(request, { user: 'olga' })).toEqual([400, 'invalid_request'])
    expect((await identity.getStatus('olga')).session).toBeNull()
  })

  it('stops when its client disconnects before the body is complete', async () => {
    const leaving = new AbortController()
    const stalled = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"return')),
      pull: () => leaving.abort(),
    })
    const init = { body: stalled, duplex: 'half', signal: leaving.signal } as RequestInit
    expect((await identity.fetch(post('/sessions', init), { user: 'olga' })).status).toBe(499)
    expect((await identity.getStatus('olga')).session).toBeNull()
  })

  it('reads no more of a body than the size limit', async () => {
    let pulled = 0
    const endless = new ReadableStream({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(64 * 1024))
      },
    })
    const request = post('/sessions', { body: endless, duplex: 'half' } as RequestInit)
    expect(await code(request, { user: 'olga' })).toEqual([413, 'body_too_large'])
    expect(pulled).toBeLessThan(25)
  })

  it('ends a held poll when its client disconnects', async () => {
    const opened = (await (await identity.fetch(post('/sessions'), { user: 'pia' })).json()) as SessionOpening
    const leaving = new AbortController()
    const url = `${BASE}/sessions/${opened.id}?after=${opened.version}&wait=30`
    const held = identity.fetch(new Request(url, { signal: leaving.signal }), { user: 'pia' })
    await expect.poll(() => identity.heldPolls).toBe(1)
    leaving.abort()
    expect((await held).status).toBe(499)
    await expect.poll(() => identity.heldPolls).toBe(0)
    const gone = new Request(url, { signal: AbortSignal.abort() })
    expect((await identity.fetch(gone, { user: 'pia' })).status).toBe(499)
  })

  it('ignores headers as a source of the user', async () => {
    const headers = { 'X-User': 'pia', user: 'pia', 'Content-Type': 'application/json' }
    expect(await code(post('/sessions', { headers }))).toEqual([500, 'server_error'])
  })

  it("refuses other sites by comparing the origin with the request's host", async () => {
    const from = (origin: string, host?: string) =>
      post('/sessions', {
        headers: { 'Content-Type': 'application/json', Origin: origin, ...(host && { Host: host }) },
      })
    const status = async (request: Request) => (await identity.fetch(request, { user: 'rosa' })).status
    expect(await status(from('https://evil.example'))).toBe(403)
    expect(await status(from('https://shop.example'))).toBe(201)
  })

  it('limits requests by the given address, else by user, else all together', async () => {
    const { identity: counting } = await world.serve({
      authenticate: null,
      stripe: { webhookSecrets: ['whsec_1'] },
      limits: { rateLimitPerMinute: 2 },
    })
    const status = async (context: FetchContext) =>
      (await counting.fetch(new Request(`${BASE}/sessions/current`), context)).status
    const three = async (context: FetchContext) => [
      await status(context),
      await status(context),
      await status(context),
    ]
    expect(await three({ user: 'a', address: '192.0.2.1' })).toEqual([204, 204, 429])
    expect(await three({ user: 'b', address: '192.0.2.1' })).toEqual([429, 429, 429])
    expect(await three({ user: 'a', address: '192.0.2.2' })).toEqual([204, 204, 429])
    expect(await three({ user: 'a' })).toEqual([204, 204, 429])
    expect(await three({ user: 'b' })).toEqual([204, 204, 429])
    expect(await three({ user: null })).toEqual([401, 401, 429])
  })

  it('answers held polls before it closes, like the router', async () => {
    const { identity: closing } = await world.serve({
      authenticate: null,
      stripe: { webhookSecrets: ['whsec_1'] },
      database: `sqlite:${world.folder}/closing.db`,
    })
    const opened = (await (await closing.fetch(post('/sessions'), { user: 'sue' })).json()) as SessionOpening
    const url = `${BASE}/sessions/${opened.id}?after=${opened.version}&wait=30`
    const held = closing.fetch(new Request(url), { user: 'sue' })
    await expect.poll(() => closing.heldPolls).toBe(1)
    await Promise.race([closing.close(), delay(5_000)])
    expect((await held).status).toBe(200)
  })
})
