import { type Cause, NO_CALL } from '../../stripe/route.js'
import { API_VERSION } from '../../stripe/version.js'
import type { Row } from '../../world/collection.js'
import type { SessionEvent } from '../session/machine.js'
import { present, type Table } from '../table.js'

export interface EventRecord extends Row {
  readonly type: SessionEvent
  /** The connected account in which it happened; undefined in any other. */
  readonly account?: string
  /** The session that it is about. */
  readonly session: string
  /** The session as the API showed it at that moment, without secrets. */
  readonly object: Readonly<Record<string, unknown>>
  readonly request: Cause
  /** How many endpoints have not taken it yet. */
  readonly pending: number
}

/** An event in the shape of a version. */
interface EventView {
  readonly event: EventRecord
  readonly version: string
}

/** What redaction does to the session in it follows from the session's own fields. */
export const EVENT = [
  { name: 'id', from: ({ event }) => event.id, redact: 'keep' },
  { name: 'object', from: () => 'event', redact: 'keep' },
  { name: 'account', from: ({ event }) => event.account, redact: 'keep' },
  { name: 'api_version', from: ({ version }) => version, redact: 'keep' },
  { name: 'created', from: ({ event }) => event.created, redact: 'keep' },
  { name: 'data', from: ({ event }) => ({ object: event.object }), redact: 'keep' },
  { name: 'livemode', from: () => false, redact: 'keep' },
  { name: 'pending_webhooks', from: ({ event }) => event.pending, redact: 'keep' },
  { name: 'request', from: ({ event }) => event.request, redact: 'keep' },
  { name: 'type', from: ({ event }) => event.type, redact: 'keep' },
] as const satisfies Table<EventView>

/** The event as the API shows it. */
export function presentEvent(event: EventRecord): Record<string, unknown> {
  return present(EVENT, { event, version: API_VERSION })
}

/** A nudge about one fact, or a ping. */
export interface ThinEvent extends Row {
  /** When it was made, in milliseconds of the clock. */
  readonly time: number
  readonly type: string
  /** The classic event of the same fact; null for a ping. */
  readonly event: string | null
  /** The classic event, where an endpoint takes that too. */
  readonly snapshot: string | null
  /** The connected account in which it happened; undefined in any other. */
  readonly account?: string
  readonly related: { readonly id: string; readonly type: string; readonly url: string }
  readonly request: Cause
}

/** The type of the thin event for a classic one's fact. */
export function thinType(type: string): string {
  return `v1.${type}`
}

export const PING = 'v2.core.event_destination.ping'

/** It names an object, and is no copy of it: there is nothing to redact. */
export const THIN_EVENT = [
  { name: 'id', redact: 'keep' },
  { name: 'object', from: () => 'v2.core.event', redact: 'keep' },
  { name: 'context', from: ({ account = null }) => account, redact: 'keep' },
  { name: 'created', from: ({ time }) => new Date(time).toISOString(), redact: 'keep' },
  { name: 'livemode', from: () => false, redact: 'keep' },
  {
    name: 'reason',
    from: ({ request }) => (request.id === NO_CALL.id ? null : { type: 'request', request }),
    redact: 'keep',
  },
  { name: 'related_object', from: ({ related }) => related, redact: 'keep' },
  { name: 'snapshot_event', from: ({ snapshot }) => snapshot ?? undefined, redact: 'keep' },
  { name: 'type', redact: 'keep' },
] as const satisfies Table<ThinEvent>

/** A thin event as webhooks and `GET /v2/core/events/:id` show it. */
export function presentThinEvent(event: ThinEvent): Record<string, unknown> {
  return present(THIN_EVENT, event)
}
