import { createIdentity } from 'stripe-identity-server'

/** Made by the first request, so that a build needs no keys; one for the process, however often this file is loaded. */
export function identity() {
  globalThis.identity ??= createIdentity({
    stripe: {
      secretKey: process.env.STRIPE_SECRET_KEY,
      publishableKey: process.env.STRIPE_PUBLISHABLE_KEY,
      webhookSecrets: (process.env.STRIPE_WEBHOOK_SECRET ?? '').split(',').filter(Boolean),
      apiBase: process.env.STRIPE_API_BASE || undefined,
    },
    database: process.env.DATABASE_URL || 'sqlite:./identity.db',
    authenticate: null, // each request brings its user: see app/identity/[...path]/route.js
    // Next.js tells no address that could be believed; a proxy or a firewall in front limits better.
    limits: { rateLimitPerMinute: 0 },
    // What to ask of people: any of Stripe's options for a verification session.
    session: () => ({ type: 'document', options: { document: { require_matching_selfie: true } } }),
    // Send an e-mail, tell your own database, … It may be called twice for one change: `change.id` is the same then.
    onStatusChange: (change) => console.log(`${change.user}: ${change.status}`),
  })
  return globalThis.identity
}
