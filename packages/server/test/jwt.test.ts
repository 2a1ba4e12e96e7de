import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
    const jwt = new SignJWT({ sub: 'ada', iss: 'https://issuer.example', aud: 'shop', ...claims })
    if (sign === 'key') return jwt.setProtectedHeader({ alg: 'ES256', kid: 'k1' }).sign(privateKey)
    const secret =
      sign === 'secret' ? key : new TextEncoder().encode('another secret of at least 32 characters')
    return jwt.setProtectedHeader({ alg: 'HS256' }).sign(secret)
  }
  const status = async (server: TestServer, headers: Record<string, string>) =>
    (await server.as(null).send('/sessions/current', { headers })).status
  const bearer = (value: string) => ({ Authorization: `Bearer ${value}` })

  it('takes a token by header or by cookie', async () => {
    expect(await status(bySecret, bearer(await token()))).toBe(204)
    expect(await status(bySecret, { Cookie: `a=b; session=${await token()}` })).toBe(204)
    expect(await status(byKeySet, bearer(await token({}, 'key')))).toBe(204)
  })

  it('takes the subject for the user', async () => {
    const headers = { ...bearer(await token()), 'Content-Type': 'application/json' }
    await bySecret.as(null).send('/sessions', { method: 'POST', headers, body: '{}' })
    const seen = await bySecret.as(null).send('/sessions/current', { headers: bearer(await token()) })
    expect(seen.status).toBe(200)
    expect(await status(bySecret, bearer(await token({ sub: 'bob' })))).toBe(204)
  })

  it('takes nobody for anybody', async () => {
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
    // A key set takes no HMAC, whoever knows the public key.
    expect(await status(byKeySet, bearer(await token()))).toBe(401)
  })

  it('is an error of ours, not of the user, where the keys cannot be read', async () => {
    const away = await world.serve({
      authenticate: jwtAuthentication({ jwksUrl: 'http://127.0.0.1:9/jwks' }),
    })
    expect(await status(away, bearer(await token({}, 'key')))).toBe(500)
  })
})
