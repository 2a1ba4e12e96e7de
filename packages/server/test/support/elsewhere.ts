import type { World } from './world.js'

interface Made {
  status?: 'requires_input' | 'verified' | 'canceled'
  params?: Record<string, string>
}

/** Creates a session without the server, as Stripe's sample or the Dashboard does. */
export async function madeElsewhere(world: World, { status, params = {} }: Made = {}): Promise<string> {
  const { id } = await call(world, '', { type: 'document', ...params })
  if (status === 'canceled') await call(world, `/${id}/cancel`, {})
  if (status === 'verified') {
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    const deadline = Date.now() + 10_000
    while ((await call(world, `/${id}`)).status !== 'verified') {
      if (Date.now() > deadline) throw new Error('it was not verified in time')
    }
  }
  return id
}

async function call(world: World, path: string, body?: Record<string, string>) {
  const answer = await fetch(`${world.sandbox.url}/v1/identity/verification_sessions${path}`, {
    headers: { Authorization: `Bearer ${world.sandbox.secretKey}` },
    ...(body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body) }),
  })
  return (await answer.json()) as { id: string; status: string }
}
