import type { BatchView } from 'stripe-identity-contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, reaches, type TestServer, World } from './support/world.js'

/** Another process takes over an interrupted action after a minute. */
const PATIENCE = { timeout: 90_000 }

describe('batches of operator actions', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  const operator = { authorize: () => 'olga' }
  const begin = async (server: TestServer, act: string, sessions: string[]) =>
    (await server.as(null).send('/operator/batches', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ act, sessions }),
    })) as unknown as Answer<BatchView>
  const look = async (server: TestServer, id: string) =>
    ((await server.as(null).send(`/operator/batches/${id}`)) as unknown as Answer<BatchView>).body
  const ended = async (server: TestServer, id: string) => {
    const waiting = async () => (await look(server, id)).rows.filter(({ state }) => state === 'waiting')
    await expect.poll(waiting, PATIENCE).toEqual([])
    return (await look(server, id)).rows.map(({ state, code, session }) => [session.user, state, code])
  }
  const open = async (server: TestServer, user: string) => (await server.as(user).open()).body.id

  it('run on each session, and record each result in its history', async () => {
    const server = await world.serve({ operator })
    const ids = [await open(server, 'ada'), await open(server, 'bob'), await open(server, 'cyd')]
    await world.sandbox.submit(String(ids[1]), { outcome: 'verified', processing_ms: 0 })
    await reaches(server.as('bob'), String(ids[1]), 'verified')
    const { status, body } = await begin(server, 'cancel', ids)
    expect([status, body]).toMatchObject([202, { act: 'cancel', operator: 'olga' }])
    expect(await ended(server, body.id)).toEqual([
      ['ada', 'done', null],
      ['bob', 'refused', 'invalid_state'],
      ['cyd', 'done', null],
    ])
    for (const user of ['ada', 'cyd']) expect((await server.as(user).current()).body.status).toBe('canceled')
    const history = await server.as(null).send(`/operator/sessions/${ids[0]}/history`)
    expect(JSON.stringify(history.body)).toContain('"actor":"olga"')
  })

  it('run once per session even if it is listed twice, and are refused with an unknown session', async () => {
    const server = await world.serve({ operator })
    const id = await open(server, 'ada')
    const { body } = await begin(server, 'attempts', [id, id])
    expect(await ended(server, body.id)).toEqual([['ada', 'done', null]])
    expect((await begin(server, 'redact', [id, 'vs_nowhere'])).status).toBe(404)
    expect((await begin(server, 'redact', [])).status).toBe(400)
    expect((await server.as('ada').current()).body.redaction).toBeNull()
  })

  it('retry sessions while Stripe is unavailable, also in another process after a restart', async () => {
    const first = await world.serve({ operator })
    const ids = [await open(first, 'ada'), await open(first, 'bob'), await open(first, 'cyd')]
    await world.control('POST', 'faults', {
      ...{ method: 'POST', path: '/v1/identity/verification_sessions/*', when: 'before', times: 1000 },
      ...{ status: 503, headers: { 'stripe-should-retry': 'false' } },
    })
    const { id } = (await begin(first, 'cancel', ids)).body
    await expect
      .poll(async () => (await look(first, id)).rows.map(({ state, code }) => [state, code]), PATIENCE)
      .toEqual(ids.map(() => ['waiting', 'stripe_unavailable']))
    await first.close()
    await world.control('DELETE', 'faults')
    const second = await world.serve({ operator })
    expect(await ended(second, id)).toEqual(['ada', 'bob', 'cyd'].map((user) => [user, 'done', null]))
    for (const user of ['ada', 'bob', 'cyd'])
      expect((await second.as(user).current()).body.status).toBe('canceled')
  }, 150_000)
})
