import { createHmac } from 'node:crypto'
import type { Sink } from './effects.js'

interface StatusWebhook {
  url: string
  /** `whsec_` and base64, as in Standard Webhooks. */
  secret: string
}

/**
 * Delivers changes as a POST that Standard Webhooks libraries of any language can verify. Any response other than
 * 2xx, including a redirect, leads to a retry with the same id.
 */
export function statusWebhook({ url, secret }: StatusWebhook): Sink {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return {
    name: 'status-webhook',
    async tell({ id, user, session_id, ...change }, signal) {
      const timestamp = Math.floor(Date.now() / 1000)
      const body = JSON.stringify({
        type: 'identity.status_changed',
        timestamp: new Date(change.at * 1000).toISOString(),
        data: { id: session_id, user, ...change },
      })
      const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': `v1,${signature}`,
        },
        body,
        redirect: 'manual',
        signal,
      })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the status webhook answered ${answer.status}`)
    },
  }
}
