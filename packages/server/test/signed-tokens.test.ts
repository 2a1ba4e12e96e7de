import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sign, unsign } from 'cookie-signature'
import express, { type Express } from 'express'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { operatorToken } from '../src/auth/operator-token.js'
import { visitors } from '../src/auth/visitor.js'

const TOKEN = 'a-token-of-thirty-two-characters'
const SECRET = 'a-secret-of-thirty-two-character'
const NOW = Date.UTC(2026, 5, 1)
const HOUR = 3_600_000

let app: Express
let server: Server
let url: string
beforeAll(async () => {
  server = createServer((req, res) => app(req, res)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})
beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  app = host()
})
afterEach(() => {
  vi.useRealTimers()
})

/** An app behind a proxy that responds with the identity of the request's sender. */
function host(): Express {
  const app = express().set('trust proxy', true)
  const { authorize, signIn } = operatorToken(TOKEN)
  const operators = express.Router()
  operators.get('/who', async (req, res) => void res.json(await authorize(req)))
  operators.post('/open/:token', (req, res) => void res.json(signIn?.open(req, res, req.params.token)))
  operators.post('/close', (req, res) => {
    signIn?.close(req, res)
    res.json(true)
  })
  const authenticate = visitors({ cookieSecret: SECRET })
  const identity = express.Router().use(async (req, res) => void res.json(await authenticate(req, res)))
  return app.use('/operator', operators).use('/identity', identity).use(operators)
}

async function send(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const answer = await fetch(url + path, { method, headers })
  const cookie = answer.headers.get('Set-Cookie')
  return { said: (await answer.json()) as unknown, cookie, value: cookie?.split(';', 1)[0] ?? '' }
}
const who = async (headers: Record<string, string>) => (await send('/operator/who', headers)).said

describe('operator authentication by token', () => {
  it.each([
    [`Bearer ${TOKEN}`, 'operator'],
    [`bearer   ${TOKEN}`, 'operator'],
    [`Bearer ${TOKEN}x`, null],
    [`Bearer ${TOKEN.slice(1)}`, null],
    [`Bearer ${TOKEN} x`, null],
    [`x Bearer ${TOKEN}`, null],
    [`Basic ${TOKEN}`, null],
    [`Bearer${TOKEN}`, null],
    ['Bearer ', null],
    [TOKEN, null],
  ])('of "%s" returns %s', async (Authorization, expected) => {
    expect(await who({ Authorization })).toBe(expected)
  })

  it('returns null without a token and a cookie', async () => {
    expect(await who({})).toBeNull()
    expect(await who({ Cookie: 'other=1' })).toBeNull()
  })
})

describe('the operator sign-in', () => {
  it('sets a cookie that is valid for twelve hours', async () => {
    const { said, value } = await send(`/operator/open/${TOKEN}`, {}, 'POST')
    expect(said).toBe(true)
    expect(await who({ Cookie: value })).toBe('operator')
    vi.setSystemTime(NOW + 12 * HOUR - 1)
    expect(await who({ Cookie: value })).toBe('operator')
    vi.setSystemTime(NOW + 12 * HOUR)
    expect(await who({ Cookie: value })).toBeNull()
  })

  it('is refused with another token, and sets no cookie', async () => {
    expect(await send(`/operator/open/${TOKEN}x`, {}, 'POST')).toEqual({
      ...{ said: false, cookie: null, value: '' },
    })
  })

  it('sets an HttpOnly, SameSite cookie for its own path', async () => {
    const plain = (await send(`/operator/open/${TOKEN}`, {}, 'POST')).cookie
    expect(plain?.split('; ').slice(1).toSorted()).toEqual([
      'Expires=Mon, 01 Jun 2026 12:00:00 GMT',
      'HttpOnly',
      'Max-Age=43200',
      'Path=/operator',
      'SameSite=Strict',
    ])
    const secure = (await send(`/open/${TOKEN}`, { 'X-Forwarded-Proto': 'https' }, 'POST')).cookie
    expect(secure?.split('; ')).toEqual(expect.arrayContaining(['Secure', 'Path=/']))
  })

  it('ends with a cookie of the same attributes', async () => {
    const { cookie } = await send('/operator/close', { 'X-Forwarded-Proto': 'https' }, 'POST')
    expect(cookie?.split('; ').toSorted()).toEqual([
      'Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      'HttpOnly',
      'Path=/operator',
      'SameSite=Strict',
      'Secure',
      'identity_operator=',
    ])
    const plain = (await send('/close', {}, 'POST')).cookie
    expect(plain).toContain('Path=/;')
    expect(plain).not.toContain('Secure')
  })

  it('does not put the token into the cookie, and signs it with a derived key', async () => {
    const { value } = await send(`/operator/open/${TOKEN}`, {}, 'POST')
    expect(decodeURIComponent(value)).not.toContain(TOKEN)
    const until = String(NOW + HOUR)
    const cookie = (key: string) => `identity_operator=${encodeURIComponent(sign(until, key))}`
    for (const key of [TOKEN, SECRET, createHash('sha256').update(TOKEN).digest('base64url')]) {
      expect(await who({ Cookie: cookie(key) })).toBeNull()
    }
    // An update of this package must not sign operators out.
    const derived = createHash('sha256').update(`identity-operator-cookie:${TOKEN}`).digest('base64url')
    expect(await who({ Cookie: cookie(derived) })).toBe('operator')
  })

  it.each(['', '1', `${NOW + HOUR}`, `${NOW + HOUR}.signature`, 'x.y'])(
    'refuses the cookie "%s"',
    async (value) => {
      expect(await who({ Cookie: `identity_operator=${value}` })).toBeNull()
    },
  )

  it('does not accept a valid cookie with a wrong token', async () => {
    const { value } = await send(`/operator/open/${TOKEN}`, {}, 'POST')
    expect(await who({ Cookie: value, Authorization: 'Bearer wrong' })).toBeNull()
  })
})

describe('a visitor', () => {
  const held = (id: string, secret = SECRET) => ({
    Cookie: `identity_visitor=${encodeURIComponent(sign(id, secret))}`,
  })

  it('is identified by a signed cookie on every route', async () => {
    expect((await send('/identity/sessions/vs_1', held('v1'))).said).toBe('visitor:v1')
    expect((await send('/identity/sessions', held('v1'), 'POST')).said).toBe('visitor:v1')
    expect((await send('/identity/sessions/current', held('v1'))).cookie).toBeNull()
  })

  it('gets an own id with the first GET /sessions/current', async () => {
    const first = await send('/identity/sessions/current')
    const second = await send('/identity/sessions/current', { Cookie: 'other=1' })
    expect(first.said).toMatch(/^visitor:[0-9a-f-]{36}$/)
    expect(second.said).not.toBe(first.said)
    expect((await send('/identity/sessions/vs_1', { Cookie: first.value })).said).toBe(first.said)
    const signed = decodeURIComponent(first.value.slice('identity_visitor='.length))
    expect(`visitor:${unsign(signed, SECRET)}`).toBe(first.said)
  })

  it('gets a cookie for 400 days that scripts cannot read', async () => {
    const { cookie } = await send('/identity/sessions/current')
    expect(cookie?.split('; ').slice(1).toSorted()).toEqual([
      'Expires=Tue, 06 Jul 2027 00:00:00 GMT',
      'HttpOnly',
      'Max-Age=34560000',
      'Path=/',
      'SameSite=Lax',
    ])
    const secure = await send('/identity/sessions/current', { 'X-Forwarded-Proto': 'https' })
    expect(secure.cookie).toContain('; Secure')
  })

  it.each([
    ['GET', '/identity/sessions/vs_1'],
    ['POST', '/identity/sessions'],
    ['POST', '/identity/sessions/current'],
  ])('without a cookie is unauthenticated at %s %s', async (method, path) => {
    expect(await send(path, {}, method)).toEqual({ said: null, cookie: null, value: '' })
  })

  it.each(['v1', 'v1.signature', ''])('gets a new id with the forged cookie "%s"', async (value) => {
    const headers = { Cookie: `identity_visitor=${value}` }
    expect((await send('/identity/sessions', headers, 'POST')).said).toBeNull()
    const { said, cookie } = await send('/identity/sessions/current', headers)
    expect(said).not.toBe('visitor:v1')
    expect(cookie).not.toBeNull()
  })

  it('gets a new id if the cookie was signed with another secret', async () => {
    expect((await send('/identity/sessions/current', held('v1', TOKEN))).said).not.toBe('visitor:v1')
  })
})
