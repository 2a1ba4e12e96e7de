import { z } from 'zod'
import type { Accounts } from '../accounts.js'
import type { Core } from '../core.js'
import type { Delivery } from '../deliver/webhooks.js'
import type { EventRecord } from '../objects/event/fields.js'
import { namesOfChecks } from '../objects/report/checks.js'
import type { Session } from '../objects/session/record.js'
import type { Account } from '../world/account.js'

const SHOWN_REQUESTS = 30
const SHOWN_EVENTS = 50

const count = z.coerce.number().int().min(1).max(5000).catch(50)
const text = z.string().optional().catch(undefined)
const VIEW = z.object({ sessions: count, events: count, selected: text, account: text })

/** The part of the sandbox that a page displays: an account, a session, and the length of its lists. */
export type View = z.output<typeof VIEW>

export function readView(query: string): View {
  return VIEW.parse(Object.fromEntries(new URLSearchParams(query)))
}

export type Snapshot = ReturnType<typeof takeSnapshot>
export type SessionRow = ReturnType<typeof sessionRow>
export type SessionDetail = ReturnType<typeof sessionDetail>
export type EventRow = ReturnType<typeof eventRow>

/** Returns the current content of the page at `/`. It is sent as a whole after each change. */
export function takeSnapshot(accounts: Accounts, core: Core, view: View) {
  const { account, webhooks, journal } = core
  const { clock, sessions, events } = account
  const session = view.selected === undefined ? undefined : sessions.get(view.selected)
  const newest = events.page({ limit: view.events }).rows
  const ofSession = session ? events.page({ where: { session: session.id }, limit: SHOWN_EVENTS }).rows : []
  const deliveries = deliveriesOf(account, webhooks.log, [...newest, ...ofSession])
  const row = (event: EventRecord) => eventRow(event, deliveries.get(event.id) ?? [])
  return {
    /** The account that is shown, and the paths of all accounts. */
    account: accounts.addressOf(core),
    accounts: Array.from(accounts.all(), (each) => accounts.addressOf(each).path),
    /** The sandbox's clock in milliseconds, and its lead over real time, which can be negative. */
    now: clock.now(),
    offset_ms: Math.round((clock.now() - Date.now()) / 1000) * 1000,
    frozen: clock.frozen,
    endpoints: account.endpoints.size + account.destinations.size,
    /** All lists are newest first; `total` counts everything. */
    sessions: {
      total: sessions.size,
      newest: sessions.page({ limit: view.sessions }).rows.map(sessionRow),
    },
    events: { total: events.size, newest: newest.map(row) },
    requests: {
      total: journal.entries.length,
      newest: journal.entries.slice(-SHOWN_REQUESTS).reverse(),
    },
    selected: session ? sessionDetail(session, ofSession.map(row)) : null,
  }
}

function sessionRow(session: Session) {
  return {
    id: session.id,
    status: session.status,
    redacted: session.redaction !== null,
    last_error: session.last_error?.code ?? null,
    reference: session.client_reference_id,
    /** Unix seconds. */
    created: session.created,
  }
}

function sessionDetail(session: Session, events: EventRow[]) {
  return {
    ...sessionRow(session),
    type: session.type,
    checks: namesOfChecks(session),
    last_error_reason: session.last_error?.reason ?? null,
    last_report: session.last_verification_report,
    return_url: session.return_url,
    metadata: session.metadata,
    events,
  }
}

function eventRow(event: EventRecord, deliveries: readonly Delivery[]) {
  return {
    id: event.id,
    type: event.type,
    session: event.session,
    created: event.created,
    pending_webhooks: event.pending,
    deliveries: deliveries.map(({ url, attempt, status }) => ({ url, attempt, status })),
  }
}

/** The attempts by event, including those of the thin event for the same fact. */
function deliveriesOf(
  { thinEvents }: Account,
  log: readonly Delivery[],
  events: EventRecord[],
): Map<string, Delivery[]> {
  const found = new Map<string, Delivery[]>(events.map(({ id }) => [id, []]))
  for (const [event, deliveries] of [...found]) {
    const thin = thinEvents.find({ event })
    if (thin) found.set(thin.id, deliveries)
  }
  for (const delivery of log) found.get(delivery.event_id)?.push(delivery)
  return found
}
