import { StripeError } from '../stripe/errors.js'
import { expandParam, readExpand } from '../stripe/expand.js'
import { type Route, route } from '../stripe/route.js'
import type { Account } from '../world/account.js'

/** The one account that every key opens. */
export const ACCOUNT_ID = 'acct_1IdentitySandbox'

export function accountRoutes(account: Account): Route[] {
  const born = account.clock.seconds()
  const show = () => ({
    id: ACCOUNT_ID,
    object: 'account',
    business_profile: { name: 'Stripe Identity sandbox', url: null },
    charges_enabled: false,
    country: 'US',
    created: born,
    default_currency: 'usd',
    details_submitted: true,
    email: null,
    metadata: {},
    payouts_enabled: false,
    settings: { dashboard: { display_name: 'Stripe Identity sandbox', timezone: 'Etc/UTC' } },
    type: 'standard',
  })
  return [
    route('GET', '/v1/account', { expand: expandParam }, ({ params, key }) => {
      readExpand(params.expand, {}, key)
      return show()
    }),
    route('GET', '/v1/accounts/:id', { expand: expandParam }, ({ params, id, key }) => {
      readExpand(params.expand, {}, key)
      requireOwnAccount(id, key)
      return show()
    }),
  ]
}

/** Refuses what names another account, as Stripe does where the key has no access to it. */
export function requireOwnAccount(id: string | undefined, key: 'secret' | 'restricted'): void {
  if (id === undefined || id === '' || id === ACCOUNT_ID) return
  const shown = key === 'secret' ? 'sk_test_****' : 'rk_test_****'
  throw new StripeError(
    403,
    `The provided key '${shown}' does not have access to account '${id.slice(0, 100)}' (or that account does not exist). Application access may have been revoked.`,
    { code: 'account_invalid' },
  )
}
