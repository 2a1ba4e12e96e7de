import { API_VERSION } from '../wire/version.js'
import type { EventRecord } from './records.js'

/** The event as the API and the webhooks show it. */
export function presentEvent(event: EventRecord): Record<string, unknown> {
  return {
    id: event.id,
    object: 'event',
    api_version: API_VERSION,
    created: event.created,
    data: { object: event.object },
    livemode: false,
    pending_webhooks: event.pending,
    request: event.request,
    type: event.type,
  }
}
