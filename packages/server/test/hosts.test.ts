import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { client, type TestServer, World } from './support/world.js'

describe('host applications', () => {
  let world: World
  beforeAll(async () => {
    world = await World.create()
  })
  afterAll(() => world.close())

  it('can use plain Node without Express', async () => {
    const { identity, as } = await world.serve()
    const { id } = (await as('nora').open()).body
    const server = createServer(identity.router).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const plain = client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'nora')
    try {
      expect((await plain.get(id)).body.id).toBe(id)
      expect((await plain.open()).body.id).toBe(id)
      expect((await plain.get('vs_unknown')).status).toBe(404)
    } finally {
      server.close()
      server.closeAllConnections()
    }
  })

  it('do not affect responses by their own settings', async () => {
    const { as } = await world.serve({
      host: (app) => app.set('etag', 'strong').set('json spaces', 4).set('query parser', 'extended'),
    })
    const user = as('otto')
    const { id } = (await user.open()).body
    const { headers, body } = await user.get(id)
    expect(headers.get('etag')).toBeNull()
    expect(headers.get('content-length')).toBe(String(JSON.stringify(body).length))
    expect((await user.get(id, '?after[x]=1')).status).toBe(400)
  })

  it('decide about trusted proxies, unless trustProxy is set', async () => {
    const forwarded = {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Forwarded-Host': 'shop.example',
        Origin: 'https://shop.example',
      },
      body: '{}',
    }
    const trusting = await world.serve({ host: (app) => app.set('trust proxy', 1) })
    const telling = await world.serve({ trustProxy: 1 })
    const neither = await world.serve()
    const post = async ({ as }: TestServer) => (await as('paula').send('/sessions', forwarded)).status
    expect([await post(trusting), await post(telling), await post(neither)]).toEqual([201, 200, 403])
  })

  it('send responses that browsers neither cache, sniff, frame nor embed', async () => {
    const { as } = await world.serve()
    const { headers } = await as('quinn').current()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})
