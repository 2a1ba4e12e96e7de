import Stripe from 'stripe'
import type { Sandbox } from '../../src/index.js'

/** The official client, pointed at a sandbox as its README says. */
export function client(sandbox: Sandbox, key = sandbox.secretKey): Stripe {
  return new Stripe(key, {
    host: '127.0.0.1',
    port: sandbox.port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  })
}
