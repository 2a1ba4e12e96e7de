import type { Core } from '../core.js'
import type { Delivery } from '../deliver/webhooks.js'
import type { EventRecord } from '../objects/event/fields.js'
import type { Session } from '../objects/session/record.js'
import type { Account } from '../world/account.js'
import type { EventRow, SessionDetail, SessionRow, Snapshot, View } from './browser/dashboard/snapshot.js'
import { checksOf } from './checks.js'

const SHOWN_REQUESTS = 30

/** What the page at `/` shows at this moment. */
export function takeSnapshot({ account, webhooks, journal }: Core, view: View): Snapshot {
  const { clock, sessions, events } = account
  const session = view.selected === null ? undefined : sessions.get(view.selected)
  const newest = events.page({ limit: view.events }).rows
  const ofSession = session ? events.page({ where: { session: session.id }, limit: 50 }).rows : []
  const deliveries = deliveriesOf(account, webhooks.log, [...newest, ...ofSession])
  const eventRow = (event: EventRecord) => toEventRow(event, deliveries.get(event.id) ?? [])
  return {
    now: clock.now(),
    frozen: clock.frozen,
    offset_ms: Math.round((clock.now() - Date.now()) / 1000) * 1000,
    endpoints: account.endpoints.size + account.destinations.size,
    sessions: {
      total: sessions.size,
      newest: sessions.page({ limit: view.sessions }).rows.map(toSessionRow),
    },
    events: { total: events.size, newest: newest.map(eventRow) },
    requests: {
      total: journal.entries.length,
      newest: journal.entries.slice(-SHOWN_REQUESTS).reverse(),
    },
    selected: session ? toDetail(session, ofSession.map(eventRow)) : null,
  }
}

function toSessionRow(session: Session): SessionRow {
  return {
    id: session.id,
    status: session.status,
    redacted: session.redaction !== null,
    last_error: session.last_error?.code ?? null,
    reference: session.client_reference_id,
    created: session.created,
  }
}

function toDetail(session: Session, events: EventRow[]): SessionDetail {
  return {
    ...toSessionRow(session),
    type: session.type,
    checks: checksOf(session),
    last_error_reason: session.last_error?.reason ?? null,
    last_report: session.last_verification_report,
    return_url: session.return_url,
    metadata: session.metadata,
    events,
  }
}

function toEventRow(event: EventRecord, deliveries: Delivery[]): EventRow {
  return {
    id: event.id,
    type: event.type,
    session: event.session,
    created: event.created,
    pending_webhooks: event.pending,
    deliveries: deliveries.map(({ url, attempt, status }) => ({ url, attempt, status })),
  }
}

/** The attempts by event; those of the thin event of the same fact are among them. */
function deliveriesOf(
  { thinEvents }: Account,
  log: readonly Delivery[],
  events: EventRecord[],
): Map<string, Delivery[]> {
  const found = new Map<string, Delivery[]>(events.map(({ id }) => [id, []]))
  for (const [event, deliveries] of [...found]) {
    for (const thin of thinEvents.page({ where: { event }, limit: 1 }).rows) found.set(thin.id, deliveries)
  }
  for (const delivery of log) found.get(delivery.event_id)?.push(delivery)
  return found
}
