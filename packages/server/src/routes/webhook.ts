import express, { type RequestHandler } from 'express'
import { IdentityError } from '../errors.js'
import type { Webhooks } from '../services/webhooks.js'
import { sendJson } from './answer.js'

/** Stripe's events are far smaller; the limit is there for who is not Stripe. */
const MAX_BODY = '1mb'

/** Takes Stripe's deliveries. The signature is over the raw body, so nothing may parse it before. */
export function webhookRoute(webhooks: Webhooks): RequestHandler[] {
  const raw = express.raw({ type: () => true, limit: MAX_BODY, inflate: false })
  const receive: RequestHandler = async (req, res) => {
    if (!Buffer.isBuffer(req.body)) {
      throw req.body === undefined
        ? new IdentityError('signature_invalid', 'The delivery has no body.')
        : new IdentityError(
            'webhook_body_parsed',
            'A body parser, probably a global express.json(), read this request first, so its signature cannot be ' +
              'checked. Mount identity.webhook (or identity.router) before it.',
          )
    }
    await webhooks.receive(req.body, req.get('Stripe-Signature'))
    sendJson(res, { received: true })
  }
  return [raw, receive]
}
