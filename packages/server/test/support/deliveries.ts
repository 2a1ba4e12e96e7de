import Stripe from 'stripe'
import type { World } from './world.js'

const signer = new Stripe('sk_test_signer')

/** All events of the sandbox, oldest first, as request bodies of Stripe's deliveries. */
export async function eventBodies(world: World, type?: string): Promise<string[]> {
  const query = type === undefined ? '' : `&type=identity.verification_session.${type}`
  const answer = await fetch(`${world.sandbox.url}/v1/events?limit=100${query}`, {
    headers: { Authorization: `Bearer ${world.sandbox.secretKey}` },
  })
  const { data } = (await answer.json()) as { data: object[] }
  return data.map((event) => JSON.stringify(event)).reverse()
}

/** Sends one signed delivery to `base`/webhook; resolves to the status and the error's code. */
export async function deliver(base: string, payload: string, secret: string): Promise<[number, string?]> {
  const header = signer.webhooks.generateTestHeaderString({ payload, secret })
  const answer = await fetch(`${base}/webhook`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Stripe-Signature': header },
    body: payload,
  })
  const { error } = (await answer.json()) as { error?: { code: string } }
  return error === undefined ? [answer.status] : [answer.status, error.code]
}
