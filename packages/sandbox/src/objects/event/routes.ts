import { NOTHING } from '../../stripe/expand.js'
import { created, listRoute, presentList, readPage } from '../../stripe/paging.js'
import { boolean, list, text } from '../../stripe/params.js'
import { REFUSALS } from '../../stripe/refusals.js'
import { type Route, route } from '../../stripe/route.js'
import type { Account } from '../../world/account.js'
import { type EventRecord, presentEvent, presentThinEvent } from './fields.js'

const BASE = '/v1/events'
/** Events older than this are not listed. */
const SHOWN_SECONDS = 30 * 24 * 3600

const LIST_FIELDS = {
  created,
  delivery_success: boolean,
  type: text(),
  types: list(text(), { max: 20 }),
}

export function eventRoutes(account: Account): Route[] {
  const oldest = () => account.clock.seconds() - SHOWN_SECONDS

  return [
    listRoute(BASE, LIST_FIELDS, NOTHING, ({ params }) => {
      const { type, types, delivery_success: success } = params
      if (type !== undefined && types !== undefined) throw REFUSALS.exclusive('types', 'type, types')
      const patterns = types ?? (type === undefined ? undefined : [type])
      const exact = patterns?.length === 1 && !patterns[0]!.includes('*') ? patterns[0] : undefined
      const test = (event: EventRecord) =>
        (success === undefined || success === (event.pending === 0)) &&
        (exact !== undefined || !patterns || matchesAny(patterns, event.type))
      const page = readPage(params, account.events, 'event', {
        where: { type: exact },
        test,
        created: { ...params.created, gte: Math.max(params.created?.gte ?? 0, oldest()) },
      })
      return presentList(page, BASE, presentEvent)
    }),

    route('GET', `${BASE}/:id`, {}, NOTHING, ({ id }) => {
      const event = account.events.get(id)
      if (!event || event.created < oldest()) throw REFUSALS.noSuch('event', id, 'id')
      return presentEvent(event)
    }),

    route('GET', '/v2/core/events/:id', {}, null, ({ id }) => {
      const event = account.thinEvents.get(id)
      if (!event) throw REFUSALS.noSuchThinEvent(id)
      return presentThinEvent(event)
    }),
  ]
}

/** True if a pattern matches the type; `*` stands for any text. */
function matchesAny(patterns: readonly string[], type: string): boolean {
  return patterns.some((pattern) => {
    const [head = '', tail] = pattern.split('*', 2)
    return tail === undefined ? pattern === type : type.startsWith(head) && type.endsWith(tail)
  })
}
