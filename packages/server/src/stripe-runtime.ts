import { createHmac } from 'node:crypto'
import type Stripe from 'stripe'

/**
 * False in Bun and Deno, which load another build of `stripe`: it lacks Node's HTTP client and checks signatures only
 * asynchronously.
 */
export function isNode(): boolean {
  return process.versions.bun === undefined && process.versions.deno === undefined
}

/** Computes signatures synchronously; undefined where `stripe` does so by default. */
export function signatureProvider(): Stripe.CryptoProvider | undefined {
  if (isNode()) return undefined
  const computeHMACSignature = (payload: string, secret: string) =>
    createHmac('sha256', secret).update(payload, 'utf8').digest('hex')
  return { computeHMACSignature } as unknown as Stripe.CryptoProvider
}
