import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { ERRORS } from 'stripe-identity-contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { raw } from './support/raw.js'
import { routesOf } from './support/routes.js'
import { rows } from './support/rows.js'
import { Standalone } from './support/standalone.js'
import { type TestServer, World } from './support/world.js'

const BOMB = Buffer.alloc(50 * 1024 * 1024)
const ENCODED: [name: string, body: Buffer][] = [
  ['gzip', gzipSync(BOMB)],
  ['deflate', deflateSync(BOMB)],
  ['br', brotliCompressSync(BOMB)],
  ['gzip, gzip', gzipSync(gzipSync(BOMB))],
  ['identity, gzip', gzipSync(Buffer.from('{}'))],
  ['compress', Buffer.from('{}')],
]
const TYPES = [
  '',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/json',
  'application/jsonp',
  'application/json+evil',
  'application/vnd.api+json',
  'application/json, text/html',
  'application/json; charset=utf-7',
  'application/json; charset=x-unknown',
  '*/*',
]
const BODIES: [what: string, body: string | Buffer][] = [
  ['a prototype key', '{"__proto__":{"admin":true}}'],
  ['a constructor key', '{"constructor":{"prototype":{"admin":true}}}'],
  ['both beside each other', '{"return_url":"https://a.example","__proto__":{"toString":1}}'],
  ['keys twice', '{"status":"verified","status":"canceled"}'],
  ['depth', `${'{"a":'.repeat(2_500)}1${'}'.repeat(2_500)}`],
  ['a wide object', `{${Array.from({ length: 900 }, (_, index) => `"k${index}":1`).join(',')}}`],
  ['NUL', '{"return_url":"https://a.example/\\u0000"}\u0000'],
  ['a lone surrogate as a key', '{"\\ud800":1}'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', Buffer.from('\ufeff{"a":1}', 'utf16le')],
  ['a number too large', '{"return_url":1e999}'],
  ['comments', '{/* */}'],
  ['two documents', '{}{}'],
  ['2 MB', JSON.stringify({ return_url: 'x'.repeat(2 * 1024 * 1024) })],
]
/** Other spellings of an existing path, which do not match it. */
const SPELLINGS: ((path: string) => string)[] = [
  (path) => path.replace('/', '//'),
  (path) => `/.${path}`,
  (path) => `/x/..${path}`,
  (path) => path.replace(/\/(\w)/, (_, letter: string) => `/%${letter.charCodeAt(0).toString(16)}`),
  (path) => path.replace(/\/(\w)/, (_, letter: string) => `/${letter.toUpperCase()}`),
  (path) => `/%2f${path.slice(1)}`,
  (path) => path.replace('/', '/\\'),
  (path) => `${path}%00`,
  (path) => `${path}%2f`,
  (path) => `${path};a=b`,
  (path) => `${path}.json`,
  (path) => `${path}/..`,
  (path) => `${path}%`,
  (path) => `${path}%ed%a0%80`,
]
const QUERIES = [
  'after=1&after=2',
  'after[]=1',
  'after[x]=1',
  'after=%00',
  'after=1%0d%0aX-Evil:1',
  'after=%ed%a0%80',
  '__proto__=1',
  '__proto__[admin]=1',
  'constructor=1',
  'limit=1&limit=2',
  'created[gte][gte]=1',
  'status[]=verified',
  `after=${'9'.repeat(400)}`,
  'limit=-1',
  'wait=1e3',
]

describe('every route with hostile requests', () => {
  let world: World
  let server: TestServer
  let routes: { method: string; path: string }[]
  beforeAll(async () => {
    world = await World.create()
    server = await world.serve({
      operator: { authorize: (req) => (req.get('Authorization') === 'operator' ? 'olga' : null) },
    })
    await server.as('mallory').current()
    routes = routesOf(server.identity).map((route) => {
      const [method, pattern] = route.split(' ') as [string, string]
      return {
        method,
        path: pattern.replace('reports/:id', 'reports/vr_1').replace(':id', 'vs_1').replace(':ref', 'x'),
      }
    })
  })
  afterAll(() => world.close())
  afterEach(async () => {
    expect(await world.callsForUsers()).toEqual([])
    expect(await rows(`${world.folder}/identity.db`, 'select id from stripe_identity_sessions')).toEqual([])
  })

  /** Sends the request with all permissions, so that only its form is wrong. */
  async function refused(method: string, path: string, init: RequestInit = {}): Promise<void> {
    const headers = new Headers(init.headers)
    headers.set('X-User', 'mallory')
    if (path.startsWith('/operator')) headers.set('Authorization', 'operator')
    const before = process.cpuUsage()
    const answer = await fetch(`${server.url}/identity${path}`, {
      ...init,
      method,
      headers,
      redirect: 'manual',
    })
    const text = await answer.text()
    const what = `${method} ${path.slice(0, 100)} ${JSON.stringify(init.headers ?? {})}: ${answer.status} ${text.slice(0, 200)}`
    // CPU time of this process, which includes the server, so that other programs do not count.
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000, what).toBeLessThan(1_000)
    expect(answer.status, what).toBeGreaterThanOrEqual(400)
    expect(answer.status, what).toBeLessThan(500)
    const { error } = JSON.parse(text) as {
      error: { code: keyof typeof ERRORS; message: string; request_id: string }
    }
    expect(Object.keys(error).toSorted(), what).toEqual(['code', 'message', 'request_id'])
    expect(ERRORS[error.code], what).toBe(answer.status)
    expect(answer.headers.get('cache-control'), what).toBe('no-store')
    expect(answer.headers.get('x-evil'), what).toBeNull()
  }
  const writes = () => routes.filter(({ method }) => method === 'POST')
  const json = { 'Content-Type': 'application/json' }

  it('reads the routes from the live router', () => {
    expect(routes.length).toBeGreaterThanOrEqual(15)
    expect(writes().length).toBeGreaterThanOrEqual(6)
  })

  it('refuses another content type', async () => {
    for (const { method, path } of writes()) {
      for (const type of TYPES) {
        await refused(method, path, {
          body: Buffer.from('{}'),
          headers: type === '' ? {} : { 'Content-Type': type },
        })
      }
    }
  })

  it('refuses a compressed body that expands a hundredfold', async () => {
    for (const { method, path } of writes()) {
      for (const [encoding, body] of ENCODED) {
        await refused(method, path, { body, headers: { ...json, 'Content-Encoding': encoding } })
      }
    }
  })

  it('refuses a malformed body', async () => {
    for (const { method, path } of writes()) {
      for (const [, body] of BODIES) await refused(method, path, { body, headers: json })
    }
    expect(Reflect.get({}, 'admin')).toBeUndefined()
  })

  it('does not match other spellings of its path', async () => {
    const tried = async (method: string, path: string) => {
      const body = method === 'POST' ? { body: '{}', headers: json } : {}
      // fetch would normalize the path first.
      const { answers } = await raw(server.url, [
        `${method} /identity${path} HTTP/1.1\r\nHost: x\r\nX-User: mallory\r\nAuthorization: operator\r\nConnection: close\r\n` +
          (body.body ? `Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}` : '\r\n'),
      ])
      const what = `${method} ${path}`
      expect(answers, what).toHaveLength(1)
      expect([400, 404, 405], what).toContain(answers[0]?.status)
      expect(Object.keys(ERRORS), what).toContain(JSON.parse(answers[0]?.body ?? '').error.code)
    }
    for (const spell of SPELLINGS) {
      await Promise.all(routes.map(({ method, path }) => tried(method, spell(path))))
    }
  })

  it('refuses unknown query parameters', async () => {
    const strict = ['/sessions/vs_1', '/operator/sessions', '/operator/reports', '/operator/summary']
    for (const path of strict) {
      for (const query of QUERIES) await refused('GET', `${path}?${query}`)
    }
    for (const { method, path } of routes.filter(
      ({ method, path }) => method === 'GET' && !strict.includes(path),
    )) {
      // The console responds with a page.
      if (path.startsWith('/operator') || path.startsWith('/console')) continue
      for (const query of QUERIES) {
        const answer = await server.as('mallory').send(`${path}?${query}`, { method })
        expect(answer.status, `${path}?${query}`).toBeLessThan(500)
      }
    }
  })

  it('refuses unsupported methods', async () => {
    for (const path of new Set(routes.map((route) => route.path))) {
      for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'QUERY']) await refused(method, path)
    }
  })
})

describe('HTTP with hostile requests', () => {
  let world: World
  let server: Standalone
  const db = () => `${world.folder}/hostile.db`
  beforeAll(async () => {
    world = await World.create()
    server = await new Standalone({
      STRIPE_SECRET_KEY: world.sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
      STRIPE_API_BASE: world.sandbox.url,
      STRIPE_WEBHOOK_SECRET: 'whsec_hostile',
      COOKIE_SECRET: 'a cookie secret that is long enough',
      DATABASE_URL: `sqlite:${db()}`,
      RATE_LIMIT_PER_MINUTE: '0',
      HOST: '127.0.0.1',
      PORT: '0',
    }).listening()
    await server.send('/sessions/current')
  })
  afterAll(async () => {
    expect(server.process.exitCode).toBeNull()
    await server.end('SIGKILL')
    await world.close()
  })

  const good = () => `GET /identity/sessions/current HTTP/1.1\r\nHost: x\r\nCookie: ${server.cookie}\r\n\r\n`
  const post = (headers: string, body: string) =>
    `POST /identity/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nCookie: ${server.cookie}\r\n${headers}\r\n${body}`

  const BROKEN: [what: string, bytes: () => string | Buffer][] = [
    ['bytes that are not HTTP', () => '\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03'],
    ['another version', () => 'GET /identity/sessions/current HTTP/9.9\r\nHost: x\r\n\r\n'],
    ['no Host', () => 'GET /identity/sessions/current HTTP/1.1\r\n\r\n'],
    ['a header without a colon', () => 'GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n'],
    ['a NUL in a header', () => 'GET / HTTP/1.1\r\nHost: x\r\nX-User: a\0b\r\n\r\n'],
    ['a bare CR in a header', () => 'GET / HTTP/1.1\r\nHost: x\r\nX-User: a\rX-Evil: b\r\n\r\n'],
    ['a space before the colon', () => 'GET / HTTP/1.1\r\nHost : x\r\n\r\n'],
    ['a folded header', () => 'GET / HTTP/1.1\r\nHost: x\r\nX-User: a\r\n b\r\n\tc\0\r\n\r\n'],
    ['a header of 100 kB', () => `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['10,000 headers', () => `GET / HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(10_000)}\r\n`],
    ['a path of 100 kB', () => `GET /identity/sessions/${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ['both lengths', () => post('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n')],
    ['two lengths', () => post('Content-Length: 2\r\nContent-Length: 3\r\n', '{} ')],
    ['a negative length', () => post('Content-Length: -1\r\n', '{}')],
    [
      'a chunk size that is not a number',
      () => post('Transfer-Encoding: chunked\r\n', 'zz\r\n{}\r\n0\r\n\r\n'),
    ],
    ['an encoding that is not chunked', () => post('Transfer-Encoding: gzip\r\n', '{}')],
    [
      'raw bytes in the path',
      () => Buffer.from('GET /identity/\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n', 'latin1'),
    ],
  ]

  // The server allows these ten seconds. The other tests use connections of their own meanwhile.
  it.concurrent('cuts off headers and bodies that arrive byte by byte, without blocking other requests', async () => {
    const slow = [
      raw(server.url, ['GET /identity/sess'], { quietMs: 20_000 }),
      raw(server.url, [post('Content-Length: 9000\r\n', '{')], { quietMs: 20_000 }),
      raw(
        server.url,
        [post('Transfer-Encoding: chunked\r\n', ''), ...Array.from({ length: 200 }, () => '1\r\n \r\n')],
        {
          quietMs: 20_000,
          pauseMs: 100,
        },
      ),
    ]
    expect((await raw(server.url, [good()])).answers).toMatchObject([{ status: 204 }])
    for (const { answers, closed } of await Promise.all(slow)) {
      expect(closed).toBe(true)
      for (const { status } of answers) expect([400, 408]).toContain(status)
    }
  })

  it.concurrent.each(BROKEN)(
    '%s: refuses or cuts off the request, and serves the next one',
    async (_what, bytes) => {
      const { answers, closed } = await raw(server.url, [bytes()])
      for (const { status, body } of answers) {
        expect(status).toBeGreaterThanOrEqual(400)
        expect(status).toBeLessThan(500)
        if (body !== '') expect(Object.keys(ERRORS)).toContain(JSON.parse(body).error.code)
      }
      expect(answers.length === 1 || closed).toBe(true)
      expect((await raw(server.url, [good()])).answers).toMatchObject([{ status: 204 }])
      expect(await world.callsForUsers()).toEqual([])
      expect(await rows(db(), 'select id from stripe_identity_sessions')).toEqual([])
    },
  )

  it.concurrent('answers pipelined requests on one connection in order', async () => {
    const wrong = post('Content-Length: 5\r\n', '{"a":')
    const { answers } = await raw(server.url, [good() + wrong + good() + wrong + good()])
    expect(answers.map(({ status }) => status)).toEqual([204, 400, 204, 400, 204])
  })

  it.concurrent('does not parse the rest of a refused body as a request', async () => {
    const smuggled = good()
    const large = post(`Content-Length: ${20_000 + smuggled.length}\r\n`, 'x'.repeat(20_000) + smuggled)
    const { answers } = await raw(server.url, [large])
    expect(answers.map(({ status }) => status)).toEqual([413])
  })

  it.concurrent('reads a body in many small chunks', async () => {
    const pieces = [...'{"x":1}'].map((letter) => `1\r\n${letter}\r\n`)
    const { answers } = await raw(
      server.url,
      [post('Transfer-Encoding: chunked\r\n', ''), ...pieces, '0\r\n\r\n'],
      {
        pauseMs: 20,
      },
    )
    expect(answers).toMatchObject([{ status: 400 }])
    expect(JSON.parse(answers[0]?.body ?? '').error.message).toContain('x')
  })

  it.concurrent('ignores upgrades and expectations', async () => {
    for (const headers of [
      'Upgrade: websocket\r\nConnection: Upgrade\r\n',
      'Upgrade: h2c\r\nConnection: Upgrade\r\n',
    ]) {
      const { answers } = await raw(server.url, [good().replace('\r\n\r\n', `\r\n${headers}\r\n`)])
      expect(answers).toMatchObject([{ status: 204 }])
    }
    const { answers } = await raw(server.url, [post('Content-Length: 2\r\nExpect: 100-continue\r\n', '[]')])
    expect(answers).toMatchObject([{ status: 400 }])
    expect((await raw(server.url, ['CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n'])).closed).toBe(true)
  })

  it('serves the next valid request', async () => {
    expect((await server.send('/sessions', { method: 'POST', body: '{}' })).status).toBe(201)
  })
})
