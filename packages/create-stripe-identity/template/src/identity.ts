import { createIdentity, type Identity, operatorToken } from 'stripe-identity-server'
import { signedInUser } from './auth.ts'
import type { Settings } from './settings.ts'

/** Creates the routes for sessions and Stripe's webhook, and the guard `requireVerified()`. */
export function identityFor(settings: Settings): Identity {
  return createIdentity({
    stripe: settings.stripe,
    database: settings.database,
    ...(settings.trustProxy !== 0 && { trustProxy: settings.trustProxy }),
    // The pages to which Stripe's hosted page may redirect, for browsers in which the modal cannot open.
    returnUrls: [`${settings.publicUrl}/`],
    authenticate: signedInUser,
    // The operator console at /identity/console. Use { authorize: (req) => … } for your own staff sign-in.
    ...(settings.operatorToken && { operator: operatorToken(settings.operatorToken) }),
    // Any of Stripe's options for a verification session.
    session: () => ({ type: 'document', options: { document: { require_matching_selfie: true } } }),
    // Send an e-mail, update your database, … The function may be called twice for one change, with the same
    // `change.id`.
    onStatusChange: (change) => console.log(`${change.user}: ${change.status}`),
  })
}
