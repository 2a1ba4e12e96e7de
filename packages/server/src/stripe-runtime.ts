import { createHmac } from 'node:crypto'
import type Stripe from 'stripe'

/**
 * In Bun and Deno `stripe` is another build of itself: it has no HTTP client of Node's, and checks signatures only
 * asynchronously.
 */
export function isNode(): boolean {
  return process.versions.bun === undefined && process.versions.deno === undefined
}

/** Computes signatures at once; undefined where `stripe` does so by itself. */
export function signatureProvider(): Stripe.CryptoProvider | undefined {
  if (isNode()) return undefined
  const computeHMACSignature = (payload: string, secret: string) =>
    createHmac('sha256', secret).update(payload, 'utf8').digest('hex')
  return { computeHMACSignature } as unknown as Stripe.CryptoProvider
}
