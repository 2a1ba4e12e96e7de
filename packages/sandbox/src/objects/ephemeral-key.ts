import { NOTHING } from '../stripe/expand.js'
import { newId, randomText } from '../stripe/ids.js'
import { requireRow } from '../stripe/paging.js'
import { text } from '../stripe/params.js'
import { REFUSALS } from '../stripe/refusals.js'
import { type Route, route } from '../stripe/route.js'
import type { Account, EphemeralKey } from '../world/account.js'

const BASE = '/v1/ephemeral_keys'
const HOUR_S = 3600

const FIELDS = {
  customer: text(),
  issuing_card: text(),
  nonce: text(),
  verification_session: text(),
}

/** The server step of Stripe's mobile guides. The keys can be created and deleted, and open nothing here. */
export function ephemeralKeyRoutes(account: Account): Route[] {
  return [
    route('POST', BASE, FIELDS, NOTHING, ({ params, version }) => {
      if (version === undefined) throw REFUSALS.ephemeralVersion()
      const other = (['customer', 'issuing_card', 'nonce'] as const).find(
        (name) => params[name] !== undefined,
      )
      if (other) throw REFUSALS.ephemeralOther(other)
      const { verification_session: session } = params
      if (session === undefined) throw REFUSALS.missing('verification_session')
      requireRow(account.sessions, session, 'VerificationSession', 'verification_session', 400)
      const created = account.clock.seconds()
      const ephemeral = { id: newId('ephkey'), created, expires: created + HOUR_S }
      account.ephemeralKeys.add(ephemeral)
      return { ...present(ephemeral), secret: `ek_test_${randomText(48)}` }
    }),

    route('DELETE', `${BASE}/:id`, {}, NOTHING, ({ id }) => {
      const ephemeral = requireRow(account.ephemeralKeys, id, 'ephemeral key', 'key')
      account.ephemeralKeys.delete(id)
      return present({ ...ephemeral, expires: Math.min(ephemeral.expires, account.clock.seconds()) })
    }),
  ]
}

function present({ id, created, expires }: EphemeralKey) {
  return { id, object: 'ephemeral_key', created, expires, livemode: false }
}
