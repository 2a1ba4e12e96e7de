import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from './support/raw.js'
import { type TestServer, World } from './support/world.js'

describe("another user's session", () => {
  let world: World
  let server: TestServer
  let foreign: string
  let missing: string
  beforeAll(async () => {
    world = await World.create()
    server = await world.serve()
    foreign = (await server.as('ada').open()).body.id
    // An id of the same length and alphabet.
    missing = `vs_${[...foreign.slice(3)].reverse().join('')}`
    await world.forgetCalls()
  })
  afterAll(() => world.close())

  /** The complete raw response without the headers that differ for each request. */
  async function bytes(method: string, path: string): Promise<string> {
    const body = method === 'POST' ? 'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}' : '\r\n'
    const head = `${method} /identity${path} HTTP/1.1\r\nHost: x\r\nX-User: bob\r\nConnection: close\r\n`
    const { text } = await raw(server.url, [head + body])
    expect(text).toMatch(/^HTTP\/1\.1 404 /)
    return text
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, 'an-id-of-the-request')
      .replace(/^Date: .*$/m, 'Date: now')
  }

  it.each([
    ['GET', ''],
    ['GET', '?after=0'],
    ['GET', '?after=1&wait=30'],
    ['GET', '?after=999&wait=30'],
    ['POST', '/cancel'],
  ])(
    '%s …%s gets the same bytes as an unknown session, at once and without a call to Stripe',
    async (method, rest) => {
      const started = performance.now()
      expect(await bytes(method, `/sessions/${foreign}${rest}`)).toBe(
        await bytes(method, `/sessions/${missing}${rest}`),
      )
      // No poll was held for the 30 seconds.
      expect(performance.now() - started).toBeLessThan(25_000)
      expect(await world.callsForUsers()).toEqual([])
      expect((await server.as('ada').get(foreign)).body.status).toBe('requires_input')
    },
  )
})
