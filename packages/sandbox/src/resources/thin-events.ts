import type { Account } from '../state/account.js'
import { presentThinEvent } from '../state/thin-event.js'
import { StripeError } from '../wire/errors.js'
import { type Route, route } from '../wire/route.js'

/** The full event behind a thin one, which for these facts says no more than the thin one did. */
export function thinEventRoutes(account: Account): Route[] {
  return [
    route('GET', '/v2/core/events/:id', {}, ({ id }) => {
      const event = account.thinEvents.get(id)
      if (!event) throw new StripeError(404, `No such event: '${id}'`, { code: 'not_found' })
      return presentThinEvent(event)
    }),
  ]
}
