/** The content of the page at `/`, sent as a whole over server-sent events after each change. */
export interface Snapshot {
  /** The sandbox's clock in milliseconds, and its lead over real time, which can be negative. */
  now: number
  offset_ms: number
  /** True if the clock is frozen. */
  frozen: boolean
  endpoints: number
  /** The newest sessions, newest first; `total` counts all of them. */
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
  /** The receiver's HTTP status; null if there was none. */
  status: number | null
}

/** The parts that a page displays. */
export interface View {
  sessions: number
  events: number
  selected: string | null
}
