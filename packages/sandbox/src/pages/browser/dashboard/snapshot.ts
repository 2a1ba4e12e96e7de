/** What the page at `/` shows: sent whole, over server-sent events, whenever something has changed. */
export interface Snapshot {
  /** The sandbox's clock, in milliseconds, and how far it is ahead of real time, or behind. */
  now: number
  offset_ms: number
  /** Whether the clock stands still. */
  frozen: boolean
  endpoints: number
  /** The newest, newest first; `total` counts all there are. */
  sessions: { total: number; newest: SessionRow[] }
  events: { total: number; newest: EventRow[] }
  selected: SessionDetail | null
  /** The calls of the API, newest first. */
  requests: { total: number; newest: RequestRow[] }
}

export interface RequestRow {
  /** Milliseconds. */
  at: number
  method: string
  path: string
  params: Readonly<Record<string, unknown>> | null
  status: number | null
  idempotency_key: string | null
  request_id: string
  duration_ms: number | null
}

export interface SessionRow {
  id: string
  status: string
  redacted: boolean
  last_error: string | null
  reference: string | null
  /** Unix seconds. */
  created: number
}

export interface SessionDetail extends SessionRow {
  type: string
  checks: string[]
  last_error_reason: string | null
  last_report: string | null
  return_url: string | null
  metadata: Readonly<Record<string, string>>
  events: EventRow[]
}

export interface EventRow {
  id: string
  type: string
  session: string
  /** Unix seconds. */
  created: number
  pending_webhooks: number
  deliveries: DeliveryRow[]
}

export interface DeliveryRow {
  url: string
  attempt: number
  /** The receiver's HTTP status; null where none came. */
  status: number | null
}

/** Which part of everything a page wants to see. */
export interface View {
  sessions: number
  events: number
  selected: string | null
}
