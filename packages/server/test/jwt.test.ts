import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { jwtAuthentication } from '../src/auth/jwt.js'
import { type TestServer, World } from './support/world.js'

const SECRET = 'a shared secret of at least 32 characters'
const key = new TextEncoder().encode(SECRET)

describe('AUTH=jwt', () => {
  let world: World
  let keyHost: Server
  let jwksUrl: string
  let privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey']
  let bySecret: TestServer
  let byKeySet: TestServer
  beforeAll(async () => {
    world = await World.create()
    const pair = await generateKeyPair('ES256')
    privateKey = pair.privateKey
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' }
    keyHost = createServer((_req, res) => {
      res.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [jwk] }))
    }).listen(0, '127.0.0.1')
    await once(keyHost, 'listening')
    jwksUrl = `http://127.0.0.1:${(keyHost.address() as AddressInfo).port}/jwks`
    const checks = { issuer: 'https://issuer.example', audience: 'shop', cookie: 'session' }
    bySecret = await world.serve({ authenticate: jwtAuthentication({ secret: SECRET, ...checks }) })
    byKeySet = await world.serve({ authenticate: jwtAuthentication({ jwksUrl, ...checks }) })
  })
  afterAll(async () => {
    keyHost.close()
    await world.close()
  })

  const token = (claims: object = {}, sign: 'secret' | 'key' | 'other' = 'secret') => {
    const exp = Math.floor(Date.now() / 1000) + 600
    const jwt = new SignJWT({ sub: 'ada', iss: 'https://issuer.example', aud: 'shop', exp, ...claims })
    if (sign === 'key') return jwt.setProtectedHeader({ alg: 'ES256', kid: 'k1' }).sign(privateKey)
    const secret =
      sign === 'secret' ? key : new TextEncoder().encode('another secret of at least 32 characters')
    return jwt.setProtectedHeader({ alg: 'HS256' }).sign(secret)
  }
  const status = async (server: TestServer, headers: Record<string, string>) =>
    (await server.as(null).send('/sessions/current', { headers })).status
  const bearer = (value: string) => ({ Authorization: `Bearer ${value}` })

  it('accepts a token in the header or the cookie', async () => {
    expect(await status(bySecret, bearer(await token()))).toBe(204)
    expect(await status(bySecret, { Cookie: `a=b; session=${await token()}` })).toBe(204)
    expect(await status(byKeySet, bearer(await token({}, 'key')))).toBe(204)
  })

  it('uses the subject as the user', async () => {
    const headers = { ...bearer(await token()), 'Content-Type': 'application/json' }
    await bySecret.as(null).send('/sessions', { method: 'POST', headers, body: '{}' })
    const seen = await bySecret.as(null).send('/sessions/current', { headers: bearer(await token()) })
    expect(seen.status).toBe(200)
    expect(await status(bySecret, bearer(await token({ sub: 'bob' })))).toBe(204)
  })

  it('refuses invalid tokens', async () => {
    const past = Math.floor(Date.now() / 1000) - 60
    const none = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"ada"}')}.`.replaceAll('=', '')
    const wrong = [
      ...[
        bearer(await token({}, 'other')),
        bearer(await token({ exp: past })),
        bearer(await token({ nbf: past + 600 })),
      ],
      ...[bearer(await token({ iss: 'https://evil.example' })), bearer(await token({ aud: 'another' }))],
      ...[
        bearer(await token({ sub: undefined })),
        bearer(await token({ sub: '' })),
        bearer(await token({ sub: 'a'.repeat(5_001) })),
        bearer(await token({ sub: 'a\0b' })),
        bearer(await token({ exp: undefined })),
        bearer(none),
        bearer('x.y.z'),
      ],
      ...[
        {},
        { Authorization: 'Basic YTpi' },
        { Cookie: 'session=nonsense' },
        { Cookie: `other=${await token()}` },
      ],
      bearer(await token({}, 'key')),
    ]
    for (const headers of wrong) expect(await status(bySecret, headers)).toBe(401)
    // A key set accepts no HMAC, which anyone could compute from the public key.
    expect(await status(byKeySet, bearer(await token()))).toBe(401)
  })

  it('accepts a cached token no longer than until its expiry', async () => {
    const exp = Math.floor(Date.now() / 1000) + 600
    const headers = bearer(await token({ sub: 'edith', exp }))
    vi.useFakeTimers({ toFake: ['Date'] })
    const at = (seconds: number) => {
      vi.setSystemTime(seconds * 1000)
      return status(bySecret, headers)
    }
    try {
      expect([await at(exp - 10), await at(exp + 4), await at(exp + 5)]).toEqual([204, 204, 401])
    } finally {
      vi.useRealTimers()
    }
  })

  describe('with a key set', () => {
    const signed = async (kid: string | undefined, by: Awaited<ReturnType<typeof generateKeyPair>>) =>
      new SignJWT({ sub: 'grace' })
        .setProtectedHeader({ alg: 'ES256', ...(kid === undefined ? {} : { kid }) })
        .setExpirationTime('10m')
        .sign(by.privateKey)
    const published = async (kid: string, { publicKey }: Awaited<ReturnType<typeof generateKeyPair>>) => ({
      ...(await exportJWK(publicKey)),
      ...{ kid, alg: 'ES256' },
    })
    /** An issuer that responds with the result of `say`; null breaks the connection. */
    const issuer = async (say: () => unknown) => {
      const host = createServer((_req, res) => {
        const body = say()
        if (body === null) res.destroy()
        else res.setHeader('Content-Type', 'application/json').end(JSON.stringify(body))
      }).listen(0, '127.0.0.1')
      await once(host, 'listening')
      issuers.push(host)
      return `http://127.0.0.1:${(host.address() as AddressInfo).port}/jwks`
    }
    const issuers: Server[] = []
    afterEach(() => {
      vi.useRealTimers()
      for (const host of issuers.splice(0)) host.close().closeAllConnections()
    })
    const ask = async (server: TestServer, headers: Record<string, string>) => {
      const answer = await server.as(null).send('/sessions/current', { headers })
      return [answer.status, answer.body?.error?.code ?? null, answer.headers.get('retry-after')]
    }
    const UNAVAILABLE = [503, 'server_unavailable', '5']

    it.each<[string, unknown]>([
      ['is unavailable', null],
      ['responds with an error as JSON', { error: 'maintenance' }],
      ['responds with invalid keys', { keys: 'none' }],
    ])('responds 503 rather than 401 when the issuer %s', async (_what, body) => {
      const server = await world.serve({
        authenticate: jwtAuthentication({ jwksUrl: await issuer(() => body) }),
      })
      expect(await ask(server, bearer(await token({}, 'key')))).toEqual(UNAVAILABLE)
      // The issuer is not requested again for each request meanwhile.
      expect(await ask(server, bearer(await token({}, 'key')))).toEqual(UNAVAILABLE)
      expect((await ask(server, {}))[0]).toBe(401)
    })

    it('keeps its cached keys for a day while the issuer is unavailable, and then fetches them again', async () => {
      const [first, second] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')]
      let keys: unknown = { keys: [await published('k1', first)] }
      vi.useFakeTimers({ toFake: ['Date'] })
      const server = await world.serve({
        authenticate: jwtAuthentication({ jwksUrl: await issuer(() => keys) }),
      })
      const later = async (hours: number) => {
        vi.setSystemTime(Date.now() + hours * 3_600_000)
        return bearer(await signed('k1', first))
      }
      expect((await ask(server, await later(0)))[0]).toBe(204)
      keys = { error: 'maintenance' }
      expect((await ask(server, await later(12)))[0]).toBe(204)
      // An unknown key may be valid, so the token can be neither accepted nor refused now.
      expect(await ask(server, bearer(await signed('k2', second)))).toEqual(UNAVAILABLE)
      expect(await ask(server, await later(13))).toEqual(UNAVAILABLE)
      keys = { keys: [await published('k2', second)] }
      await later(1)
      expect((await ask(server, bearer(await signed('k2', second))))[0]).toBe(204)
      expect((await ask(server, await later(0)))[0]).toBe(401)
    })

    it('refuses a token half a minute after the removal of its key was seen', async () => {
      const [first, second] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')]
      let keys = [await published('k1', first)]
      vi.useFakeTimers({ toFake: ['Date'] })
      const server = await world.serve({
        authenticate: jwtAuthentication({ jwksUrl: await issuer(() => ({ keys })) }),
      })
      const old = bearer(await signed('k1', first))
      const polls = async (afterSeconds: number) => {
        vi.setSystemTime(Date.now() + afterSeconds * 1000)
        return (await ask(server, old))[0]
      }
      expect(await polls(0)).toBe(204)
      keys = [await published('k2', second)]
      // The new key is read as soon as a token names it, once the keys may be read again.
      expect(await polls(31)).toBe(204)
      expect((await ask(server, bearer(await signed('k2', second))))[0]).toBe(204)
      expect(await polls(31)).toBe(401)
    })

    it('tries every matching key if the token names none', async () => {
      const pairs = await Promise.all([1, 2, 3].map(() => generateKeyPair('ES256')))
      const keys = await Promise.all(pairs.slice(0, 2).map((pair, index) => published(`k${index}`, pair)))
      const server = await world.serve({
        authenticate: jwtAuthentication({ jwksUrl: await issuer(() => ({ keys })) }),
      })
      const statuses = []
      for (const pair of pairs) statuses.push((await ask(server, bearer(await signed(undefined, pair))))[0])
      expect(statuses).toEqual([204, 204, 401])
    })
  })

  it.each([
    [{}, 'secret is required'],
    [{ secret: 'short' }, 'secret is shorter'],
    [{ secret: SECRET, jwksUrl: 'https://issuer.example/jwks' }, 'both set'],
    [{ jwksUrl: 'http://issuer.example/jwks' }, 'jwksUrl is not an https URL'],
    [{ jwksUrl: 'issuer' }, 'jwksUrl is not an https URL'],
    [{ secret: SECRET, cookie: 'a b' }, 'cookie is not a valid cookie name'],
  ])('refuses the options %o', (options, problem) => {
    expect(() => jwtAuthentication(options)).toThrow(problem)
  })
})
