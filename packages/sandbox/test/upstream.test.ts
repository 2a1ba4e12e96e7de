import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, createSession, SESSIONS } from './support/api.js'
import { client } from './support/stripe.js'

/** Stands in for stripe-mock: returns the request that it received. */
let upstream: http.Server
let seen: { method: string; url: string; authorization: string; host: string; body: string }[]
let sandbox: Sandbox
let place: string
beforeEach(async () => {
  seen = []
  upstream = http.createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = '', url = '', headers } = request
    seen.push({ method, url, authorization: headers.authorization ?? '', host: headers.host ?? '', body })
    response.writeHead(url.includes('refused') ? 402 : 200, {
      'content-type': 'application/json',
      'request-id': 'req_up',
    })
    response.end(JSON.stringify({ id: 'cus_1', object: 'customer' }))
  })
  upstream.listen(0, '127.0.0.1')
  await once(upstream, 'listening')
  place = `127.0.0.1:${(upstream.address() as AddressInfo).port}`
  sandbox = await createSandbox({ upstream: `http://${place}` })
})
afterEach(async () => {
  await sandbox.close()
  upstream.closeAllConnections()
  upstream.close()
})

describe('with an upstream', () => {
  it('serves payments and identity to one client', async () => {
    const stripe = client(sandbox)
    const customer = await stripe.customers.create({ name: 'Jenny' })
    expect(customer.id).toBe('cus_1')
    expect(customer.lastResponse.requestId).toBe('req_up')
    const session = await stripe.identity.verificationSessions.create({
      type: 'document',
      related_customer: 'cus_1',
    })
    expect(session.related_customer).toBe('cus_1')
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/v1/customers',
        authorization: `Bearer ${sandbox.secretKey}`,
        host: place,
        body: 'name=Jenny',
      },
    ])
    expect(sandbox.requests().map(({ path, status }) => [path, status])).toEqual([
      ['/v1/customers', 200],
      [SESSIONS, 200],
    ])
  })

  it("handles Identity's paths itself, also unknown ones", async () => {
    await createSession(sandbox)
    for (const path of [
      '/v1/identity/nothing',
      '/v1/events',
      '/v1/webhook_endpoints',
      '/v1/files',
      '/v1/file_links',
    ]) {
      await call(sandbox, 'GET', path)
    }
    expect(seen).toEqual([])
  })

  it('returns responses and errors unchanged', async () => {
    const { status, body } = await call(sandbox, 'GET', '/v1/customers/refused', 'expand[]=x')
    expect([status, body.id]).toEqual([402, 'cus_1'])
    expect(seen[0]!.url).toBe('/v1/customers/refused?expand[]=x')
  })

  it("uses the key in the upstream's URL instead of the call's, and does not print it", async () => {
    const other = await createSandbox({ upstream: `http://sk_test_mine@${place}` })
    await call(other, 'GET', '/v1/balance')
    expect(seen[0]).toMatchObject({ authorization: 'Bearer sk_test_mine', host: place })
    await other.close()
  })

  it.each(['sk_live_1234567890', 'rk_live_1', 'nonsense'])('does not pass on the key %s', async (key) => {
    const { status, body } = await call(sandbox, 'GET', '/v1/balance', '', { key })
    expect(status).toBe(401)
    expect(body.error.message).toContain('test keys only')
    expect(JSON.stringify(body)).not.toContain(key)
    expect(seen).toEqual([])
  })

  it('is a 502 in Stripe’s format while it is unavailable', async () => {
    const away = await createSandbox({ upstream: 'http://127.0.0.1:9' })
    const { status, body } = await call(away, 'GET', '/v1/balance')
    expect(status).toBe(502)
    expect(body.error).toMatchObject({
      type: 'api_error',
      message: expect.stringContaining('did not answer'),
    })
    await away.close()
  })

  it.each([
    ['localhost:12112', /http or https/],
    ['https://sk_live_1@api.stripe.com', /test key/],
    ['https://user:pass@api.stripe.com', /test key/],
  ])('is refused at the start as %s', async (address, message) => {
    const error = await createSandbox({ upstream: address }).catch((caught: Error) => caught)
    expect(String(error)).toMatch(message)
    expect(String(error)).not.toContain('sk_live_1')
  })
})

it('is required for paths outside Identity', async () => {
  const alone = await createSandbox()
  expect((await call(alone, 'GET', '/v1/customers')).status).toBe(404)
  await alone.close()
})
