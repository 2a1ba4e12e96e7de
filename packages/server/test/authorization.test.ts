import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routesOf } from './support/routes.js'
import { type TestServer, World } from './support/world.js'

type Who = 'guest' | 'owner' | 'other' | 'operator' | 'reader'

/**
 * The permissions of each kind of caller, for every route of the live router. Statuses with `vs_…` being the owner's open session; a route
 * without a row fails the test, and so does a row without a route.
 */
const TABLE: Record<string, Record<Who, number>> = {
  'POST /sessions': { guest: 401, owner: 200, other: 201, operator: 401, reader: 401 },
  'GET /sessions/current': { guest: 401, owner: 200, other: 200, operator: 401, reader: 401 },
  'GET /sessions/:id': { guest: 401, owner: 200, other: 404, operator: 401, reader: 401 },
  'POST /sessions/:id/cancel': { guest: 401, owner: 200, other: 404, operator: 401, reader: 401 },
  'POST /webhook': { guest: 400, owner: 400, other: 400, operator: 400, reader: 400 },
  'GET /operator/sessions': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  'GET /operator/sessions/:id': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  'POST /operator/sessions/:id': { guest: 401, owner: 403, other: 403, operator: 200, reader: 403 },
  'POST /operator/sessions/:id/cancel': { guest: 401, owner: 403, other: 403, operator: 200, reader: 403 },
  'POST /operator/sessions/:id/redact': { guest: 401, owner: 403, other: 403, operator: 200, reader: 403 },
  'GET /operator/sessions/:id/history': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  'GET /operator/reports': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  'GET /operator/reports/:id': { guest: 401, owner: 403, other: 403, operator: 404, reader: 404 },
  'GET /operator/summary': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  'GET /operator/users/:ref/status': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  'GET /operator/me': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  'GET /operator/search': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  'GET /operator/funnel': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  'GET /operator/people/:id': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  'GET /operator/sessions/:id/checks': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  'POST /operator/sessions/:id/attempts': { guest: 401, owner: 403, other: 403, operator: 200, reader: 403 },
  // The body names no action, and the batch does not exist.
  'POST /operator/batches': { guest: 401, owner: 403, other: 403, operator: 400, reader: 403 },
  'GET /operator/batches/:id': { guest: 401, owner: 403, other: 403, operator: 404, reader: 404 },
  // It has no change to resend, and it is not verified.
  'POST /operator/sessions/:id/resend': { guest: 401, owner: 403, other: 403, operator: 409, reader: 403 },
  'POST /operator/sessions/:id/outputs': { guest: 401, owner: 403, other: 403, operator: 409, reader: 403 },
  'GET /console': { guest: 401, owner: 403, other: 403, operator: 200, reader: 200 },
  // The console's script and styles, which are public in the package.
  'GET /console/identity-console.js': { guest: 200, owner: 200, other: 200, operator: 200, reader: 200 },
  'GET /console/page.css': { guest: 200, owner: 200, other: 200, operator: 200, reader: 200 },
  'POST /sessions/:id/ephemeral_key': { guest: 401, owner: 400, other: 400, operator: 401, reader: 401 },
  'GET /maintenance': { guest: 401, owner: 401, other: 401, operator: 401, reader: 401 },
  'POST /maintenance': { guest: 401, owner: 401, other: 401, operator: 401, reader: 401 },
  'POST /operator/sessions/adopt': { guest: 401, owner: 403, other: 403, operator: 400, reader: 403 },
}

describe('authorization', () => {
  let world: World
  let server: TestServer
  beforeAll(async () => {
    world = await World.create()
    server = await world.serve({
      maintenance: { secret: 'the-secret-of-a-cron' },
      stripe: { restrictedKey: world.sandbox.restrictedKey },
      operator: {
        authorize: (req) => {
          const token = req.get('Authorization')
          if (token === 'Bearer reader') return { id: 'rita', readonly: true }
          return token === 'Bearer operator' ? 'olga' : null
        },
      },
    })
  })
  afterAll(() => world.close())

  it('covers every route, and lists no route that does not exist', () => {
    expect(routesOf(server.identity).toSorted()).toEqual(Object.keys(TABLE).toSorted())
  })

  const CASES = Object.entries(TABLE).flatMap(([route, row]) =>
    Object.entries(row).map(([who, status]) => [route, who as Who, status] as const),
  )
  it.each(CASES)('%s as %s: %i', async (route, who, expected) => {
    const { id } = (await server.as('owner').open()).body
    const [method, pattern] = route.split(' ') as [string, string]
    const path = pattern
      .replace(':id', pattern.includes('reports') ? 'vr_nowhere' : id)
      .replace(':ref', 'owner')
    const credentials: Record<Who, Record<string, string>> = {
      guest: {},
      owner: { Cookie: 'session=1' },
      other: { Cookie: 'session=2' },
      operator: { Authorization: 'Bearer operator' },
      reader: { Authorization: 'Bearer reader' },
    }
    const user: Record<string, string> = who === 'owner' || who === 'other' ? { 'X-User': who } : {}
    const body = method === 'POST' ? { body: '{}' } : {}
    const headers = { ...credentials[who], ...user, 'Content-Type': 'application/json' }
    // These cases empty the token bucket of the calls to Stripe.
    const status = async () =>
      (await fetch(`${server.url}/identity${path}`, { method, headers, ...body })).status
    await expect.poll(status, { interval: 200 }).toBe(expected)
  })
})
