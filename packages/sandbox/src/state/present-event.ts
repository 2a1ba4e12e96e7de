import type { EventRecord } from './records.js'

/** The version that objects have here, whatever version a request names. */
export const API_VERSION = '2026-10-28.endive'

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
