import Stripe from 'stripe'
import type { Sandbox } from '../../src/index.js'

/** The official client, configured for a sandbox as in its README. */
export function client(sandbox: Sandbox, key = sandbox.secretKey): Stripe {
  return new Stripe(key, {
    host: '127.0.0.1',
    port: sandbox.port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  })
}
