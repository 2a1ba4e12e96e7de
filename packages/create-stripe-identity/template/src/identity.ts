import { createIdentity, type Identity, operatorToken } from 'stripe-identity-server'
import { signedInUser } from './auth.ts'
import type { Settings } from './settings.ts'

/** Sessions, Stripe's webhook and the guard `requireVerified()`. */
export function identityFor(settings: Settings): Identity {
  return createIdentity({
    stripe: settings.stripe,
    database: settings.database,
    ...(settings.trustProxy !== 0 && { trustProxy: settings.trustProxy }),
    // Where Stripe's own page may send people back to, for browsers in which the modal can't open.
    returnUrls: [`${settings.publicUrl}/`],
    authenticate: signedInUser,
    // The operator console, at /identity/console. Once you know your staff: { authorize: (req) => their id, or null }.
    ...(settings.operatorToken && { operator: operatorToken(settings.operatorToken) }),
    // What to ask of people: any of Stripe's options for a verification session.
    session: () => ({ type: 'document', options: { document: { require_matching_selfie: true } } }),
    // Send an e-mail, tell your own database, … It may be called twice for one change: `change.id` is the same then.
    onStatusChange: (change) => console.log(`${change.user}: ${change.status}`),
  })
}
