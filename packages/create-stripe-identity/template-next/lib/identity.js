import { createIdentity } from 'stripe-identity-server'

/**
 * Creates the server on the first request, so that a build needs no keys. One instance serves the process, even if
 * this file is loaded more than once.
 */
export function identity() {
  globalThis.identity ??= createIdentity({
    stripe: {
      secretKey: process.env.STRIPE_SECRET_KEY,
      publishableKey: process.env.STRIPE_PUBLISHABLE_KEY,
      webhookSecrets: (process.env.STRIPE_WEBHOOK_SECRET ?? '').split(',').filter(Boolean),
      apiBase: process.env.STRIPE_API_BASE || undefined,
    },
    database: process.env.DATABASE_URL || 'sqlite:./identity.db',
    authenticate: null, // the user comes with each request, see app/identity/[...path]/route.js
    // Next.js provides no trustworthy client address. A proxy or a firewall in front can limit requests better.
    limits: { rateLimitPerMinute: 0 },
    // Any of Stripe's options for a verification session.
    session: () => ({ type: 'document', options: { document: { require_matching_selfie: true } } }),
    // Send an e-mail, update your database, … The function may be called twice for one change, with the same
    // `change.id`.
    onStatusChange: (change) => console.log(`${change.user}: ${change.status}`),
  })
  return globalThis.identity
}
