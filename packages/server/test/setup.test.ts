import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runSetup } from '../src/commands/setup.js'
import { World } from './support/world.js'

const URL = 'https://shop.example/identity/webhook'

interface Endpoint {
  id: string
  url: string
  status: string
  enabled_events: string[]
}

describe('stripe-identity-server setup', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  async function setup(yes: boolean, more: Record<string, string> = {}) {
    const out: string[] = []
    const err: string[] = []
    const spies = [
      vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line)),
      vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line)),
    ]
    try {
      const { secretKey, url } = world.sandbox
      const env = { STRIPE_SECRET_KEY: secretKey, STRIPE_API_BASE: url, ...more }
      const code = await runSetup({ command: 'setup', url: URL, yes }, env)
      expect(`${out}${err}`).not.toContain(secretKey)
      return { code, out, err: err.join('\n') }
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
  }
  async function endpoints(path = '', body?: Record<string, string>): Promise<Endpoint[]> {
    const answer = await fetch(`${world.sandbox.url}/v1/webhook_endpoints${path}`, {
      headers: { Authorization: `Bearer ${world.sandbox.secretKey}` },
      ...(body && { method: 'POST', body: new URLSearchParams(body) }),
    })
    return ((await answer.json()) as { data: Endpoint[] }).data
  }
  const fault = (path: string, more: object) =>
    world.control('POST', 'faults', { method: 'GET', path, when: 'before', times: 99, ...more })

  it('creates the endpoint with exactly the six events, and prints its secret once', async () => {
    const { code, out, err } = await setup(true)
    expect({ code, out }).toEqual({
      code: 0,
      out: [expect.stringMatching(/^STRIPE_WEBHOOK_SECRET=whsec_\w+$/)],
    })
    expect(err).toContain('Test mode.')
    const [made, ...others] = await endpoints()
    expect(others).toEqual([])
    expect(made).toMatchObject({ url: URL, status: 'enabled' })
    expect(made?.enabled_events.toSorted()).toEqual(
      ['canceled', 'created', 'processing', 'redacted', 'requires_input', 'verified'].map(
        (name) => `identity.verification_session.${name}`,
      ),
    )
    const again = await setup(true)
    expect({ code: again.code, out: again.out }).toEqual({ code: 0, out: [] })
    expect(again.err).toContain('exists and has the right settings')
    expect(await endpoints()).toHaveLength(1)
  })

  it('changes nothing without permission', async () => {
    const { code, out, err } = await setup(false)
    expect({ code, out }).toEqual({ code: 1, out: [] })
    expect(err).toContain('--yes')
    expect(await endpoints()).toEqual([])
  })

  it('reports and repairs differences', async () => {
    await setup(true)
    const [{ id } = { id: '' }] = await endpoints()
    const events = {
      'enabled_events[0]': 'identity.verification_session.verified',
      'enabled_events[1]': 'charge.failed',
    }
    await endpoints(`/${id}`, { ...events, disabled: 'true' })
    const refused = await setup(false)
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(
      /it is disabled[\s\S]*lacks the events .*redacted[\s\S]*ignores: charge.failed/,
    )
    expect((await endpoints())[0]?.status).toBe('disabled')
    expect((await setup(true)).code).toBe(0)
    const [mended] = await endpoints()
    expect(mended).toMatchObject({ id, status: 'enabled' })
    expect(mended?.enabled_events).toHaveLength(6)
  })

  it.each([
    ['a refused key', '/v1/*', { status: 401 }, /Stripe refuses STRIPE_SECRET_KEY/],
    [
      'a key without access to endpoints',
      '/v1/webhook_endpoints',
      { status: 403 },
      /Webhook Endpoints: write/,
    ],
    ['a key without access to events', '/v1/events', { status: 403 }, /Events: read/],
    [
      'an account without Identity',
      '/v1/identity/verification_sessions',
      {
        ...{ method: 'POST', status: 400 },
        body: {
          error: { type: 'invalid_request_error', message: 'Your account is not set up to use Identity.' },
        },
      },
      /not switched on/,
    ],
  ])('reports %s, and creates nothing', async (_what, path, more, what) => {
    await fault(path, more)
    const { code, err } = await setup(true)
    expect(code).toBe(1)
    expect(err).toMatch(what)
    await world.control('DELETE', 'faults')
    expect(await endpoints()).toEqual([])
  })

  it.each([
    [{ STRIPE_SECRET_KEY: '' }, 'STRIPE_SECRET_KEY'],
    [{ STRIPE_SECRET_KEY: 'pk_test_1' }, 'STRIPE_SECRET_KEY'],
    [{ STRIPE_API_BASE: 'nowhere' }, 'STRIPE_API_BASE'],
  ])('refuses %j', async (more, what) => {
    await expect(setup(true, more)).rejects.toThrow(what)
  })
})
