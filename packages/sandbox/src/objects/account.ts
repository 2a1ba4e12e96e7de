import type { KeyKind } from '../stripe/auth.js'
import { NOTHING } from '../stripe/expand.js'
import { REFUSALS } from '../stripe/refusals.js'
import { type Route, route } from '../stripe/route.js'
import type { Account } from '../world/account.js'

/** The routes for the key's account and the accounts connected to it. */
export function accountRoutes(account: Account): Route[] {
  const show = ({ id, created }: Account) => ({
    id,
    object: 'account',
    business_profile: { name: 'Stripe Identity sandbox', url: null },
    charges_enabled: false,
    country: 'US',
    created,
    default_currency: 'usd',
    details_submitted: true,
    email: null,
    metadata: {},
    payouts_enabled: false,
    settings: { dashboard: { display_name: 'Stripe Identity sandbox', timezone: 'Etc/UTC' } },
    type: 'standard',
  })
  return [
    route('GET', '/v1/account', {}, NOTHING, () => show(account)),
    route('GET', '/v1/accounts/:id', {}, NOTHING, ({ id, key }) => {
      const connected = account.connected.get(id)
      if (!connected) requireAccount(account, id, key)
      return show(connected ?? account)
    }),
  ]
}

/** Refuses a call that names an account to which the key has no access, as Stripe does. */
export function requireAccount(account: Account, id: string, key: KeyKind): void {
  if (id !== account.id) throw REFUSALS.otherAccount(key === 'secret' ? 'sk_test_****' : 'rk_test_****', id)
}
