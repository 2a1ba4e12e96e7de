import type { Permission, Probe } from '../stripe-account.js'

const NEEDED: Record<Permission, string> = {
  sessions: 'Verification Sessions and Reports: write',
  write: 'Verification Sessions and Reports: write',
  events: 'Events: read',
  endpoints: 'Webhook Endpoints: write',
}

/** Explains a failed probe and its fix. */
export function explain(permission: Permission, outcome: Probe['outcome']): { problem: string; fix: string } {
  if (outcome === 'key_refused')
    return {
      problem: 'Stripe refuses STRIPE_SECRET_KEY.',
      fix: 'Copy the key from the dashboard again; it may have been rolled, or belong to another account.',
    }
  if (outcome === 'not_enabled')
    return {
      problem: 'Identity is not switched on for this account.',
      fix: 'Switch it on at https://dashboard.stripe.com/identity/application.',
    }
  if (outcome === 'not_permitted')
    return {
      problem: `STRIPE_SECRET_KEY lacks a permission that the server needs: ${NEEDED[permission]}.`,
      fix: 'Give the restricted key that permission in the dashboard, under API keys.',
    }
  return {
    problem: 'Stripe could not be reached.',
    fix: 'Check the network, any proxy in between, and STRIPE_API_BASE if it is set.',
  }
}
