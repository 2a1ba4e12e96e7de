import type { ThinEvent } from './records.js'

/** The type of the thin event for a classic one's fact. */
export function thinType(type: string): string {
  return `v1.${type}`
}

export const PING = 'v2.core.event_destination.ping'

/** A thin event as webhooks and `GET /v2/core/events/:id` show it: a nudge that names an object, and no copy of it. */
export function presentThinEvent(event: ThinEvent): Record<string, unknown> {
  return {
    id: event.id,
    object: 'v2.core.event',
    context: null,
    created: new Date(event.time).toISOString(),
    livemode: false,
    reason:
      event.request.id === null
        ? null
        : {
            type: 'request',
            request: { id: event.request.id, idempotency_key: event.request.idempotency_key },
          },
    related_object: event.related,
    ...(event.snapshot !== null && { snapshot_event: event.snapshot }),
    type: event.type,
  }
}
