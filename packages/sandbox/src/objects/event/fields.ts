import { type Cause, NO_CALL } from '../../stripe/route.js'
import { API_VERSION } from '../../stripe/version.js'
import type { Row } from '../../world/collection.js'
import type { SessionEvent } from '../session/machine.js'

export interface EventRecord extends Row {
  readonly type: SessionEvent
  /** The connected account of the event; undefined in any other account. */
  readonly account?: string
  /** The session's id. */
  readonly session: string
  /** The session as the API showed it at that moment, without secrets. */
  readonly object: Readonly<Record<string, unknown>>
  readonly request: Cause
  /** The number of endpoints that have not taken the event yet. */
  readonly pending: number
}

/** The event as the API shows it. */
export function presentEvent(event: EventRecord) {
  return {
    id: event.id,
    object: 'event',
    ...(event.account !== undefined && { account: event.account }),
    api_version: API_VERSION,
    created: event.created,
    data: { object: event.object },
    livemode: false,
    pending_webhooks: event.pending,
    request: event.request,
    type: event.type,
  }
}

/** A thin event: a notice about one fact, or a ping. */
export interface ThinEvent extends Row {
  /** The time of creation in milliseconds of the clock. */
  readonly time: number
  readonly type: string
  /** The id of the classic event for the same fact; null for a ping. */
  readonly event: string | null
  /** The id of the classic event if an endpoint takes it too. */
  readonly snapshot: string | null
  /** The connected account of the event; undefined in any other account. */
  readonly account?: string
  readonly related: { readonly id: string; readonly type: string; readonly url: string }
  readonly request: Cause
}

/** The type of the thin event that corresponds to a classic type. */
export function thinType(type: string): string {
  return `v1.${type}`
}

export const PING = 'v2.core.event_destination.ping'

/** A thin event as webhooks and `GET /v2/core/events/:id` show it. */
export function presentThinEvent(event: ThinEvent) {
  const { request, snapshot } = event
  return {
    id: event.id,
    object: 'v2.core.event',
    context: event.account ?? null,
    created: new Date(event.time).toISOString(),
    livemode: false,
    reason: request.id === NO_CALL.id ? null : { type: 'request', request },
    related_object: event.related,
    ...(snapshot && { snapshot_event: snapshot }),
    type: event.type,
  }
}
