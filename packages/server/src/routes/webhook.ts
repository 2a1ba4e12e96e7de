import express, { type Request, type RequestHandler } from 'express'
import { IdentityError } from '../errors.js'
import type { Webhooks } from '../services/webhooks.js'
import { sendJson } from './answer.js'

/** Protects against senders other than Stripe, whose events are far smaller. */
const MAX_BODY = '1mb'

/**
 * Receives Stripe's deliveries. The signature covers the raw body, so the body must be unparsed, unless the host kept
 * the bytes as `req.rawBody`, like NestJS (`rawBody: true`) and Cloud Functions.
 */
export function webhookRoute(webhooks: Webhooks): RequestHandler[] {
  const parse = express.raw({ type: () => true, limit: MAX_BODY, inflate: false })
  const read: RequestHandler = (req, res, next) =>
    keptBody(req) === undefined ? parse(req, res, next) : next()
  const receive: RequestHandler = async (req, res) => {
    const body = keptBody(req) ?? bytesOf(req.body)
    if (body === undefined) {
      throw req.body === undefined
        ? new IdentityError('signature_invalid', 'The delivery has no body.')
        : new IdentityError(
            'webhook_body_parsed',
            'A body parser, probably a global express.json(), read this request first, so its signature cannot be ' +
              'checked. Mount identity.webhook (or identity.router) before it, or let it keep the bytes as req.rawBody.',
          )
    }
    await webhooks.receive(body, req.get('Stripe-Signature'))
    sendJson(res, { received: true })
  }
  return [read, receive]
}

function keptBody(req: Request): Buffer | undefined {
  return bytesOf(Reflect.get(req, 'rawBody'))
}

/** Accepts text too, which many hosts keep from `buf.toString()` or express.text(). Stripe's bodies are UTF-8. */
function bytesOf(body: unknown): Buffer | undefined {
  if (typeof body === 'string') return Buffer.from(body)
  return body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : undefined
}
