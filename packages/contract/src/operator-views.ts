import type { SessionView } from './session-view.js'

/** Why a session needs an operator, most pressing first. */
export const ATTENTION = [
  'taken_back',
  'attempts_used_up',
  'delivery_set_aside',
  'redaction_overdue',
  'in_doubt',
] as const

export type Attention = (typeof ATTENTION)[number]

/** How far a session came. */
export const STAGES = ['created', 'started', 'submitted', 'verified'] as const

export type Stage = (typeof STAGES)[number]

/** What an operator can do to several sessions at once. */
export const BATCH_ACTS = ['cancel', 'attempts', 'redact', 'resend'] as const

export type BatchAct = (typeof BATCH_ACTS)[number]

/** What became of an act on one session of several. */
export interface BatchRow {
  /** `waiting` also between two tries, where Stripe or the database could not be reached. */
  state: 'waiting' | 'done' | 'refused'
  /** Why it was refused, or why the last try failed. */
  code: string | null
  /** The session as it is now. */
  session: FoundSession
}

/** The answer of `GET /operator/batches/:id`: the server goes on with it whether or not somebody looks. */
export interface BatchView {
  id: string
  act: BatchAct
  operator: string
  rows: BatchRow[]
}

/** The answer of `GET /operator/me`: who is let in, and what they may do here. */
export interface OperatorView {
  id: string
  /** Every act is refused. */
  readonly: boolean
  livemode: boolean
  /** Whether a restricted key is set, with which verified outputs can be read. */
  outputs: boolean
  /** Whether the host is told of changes, so that a change can be told again. */
  deliveries: boolean
  /** Whether the server keeps the sign-in, and so can end it. */
  sign_out: boolean
}

/** A session as `GET /operator/search` shows it, from the server's own store. */
export interface FoundSession extends Omit<SessionView, 'id'> {
  /** Stripe's id; null until Stripe has made the session. */
  id: string | null
  /** Our id, which names the session also before Stripe has made it. */
  record: string
  /** Null once redacted. */
  user: string | null
  /** Unix seconds. */
  verified_at: number | null
  canceled_by: string | null
  /** Somebody asked for its redaction, and Stripe has not confirmed it. */
  redaction_requested: boolean
  /** The same user has a newer session. */
  superseded: boolean
  attention: Attention[]
}

/** One page of a search, newest first. */
export interface SearchPage {
  object: 'list'
  data: FoundSession[]
  /** For `after` and `before`; null where there are no older or newer sessions. */
  next: string | null
  previous: string | null
}

/** One try to tell the host of a change. */
export interface DeliveryView {
  /** As in the change itself. */
  id: string
  /** The host's function (`hook`) or its URL (`status-webhook`). */
  sink: string
  state: 'told' | 'waiting' | 'set_aside'
  failures: number
  /** Unix seconds: when it was told, or is tried next. */
  at: number | null
}

export interface TimelineEntry {
  record: string
  version: number
  at: number
  cause: string
  from: string | null
  to: string | null
  error_code: string | null
  event_id: string | null
  actor: string | null
  deliveries: DeliveryView[]
}

/** The answer of `GET /operator/people/:id`: all that is known of the person whose session it is. */
export interface PersonView {
  user: string | null
  /** By the same rule as the guard. */
  verified: boolean
  /** The session that counts. */
  session: FoundSession
  /** All sessions of the person, newest first. */
  sessions: FoundSession[]
  /** Of all sessions, oldest first. */
  timeline: TimelineEntry[]
}

/** One check of a report of Stripe's, without what was read from the document. */
export interface CheckView {
  name: string
  status: string
  error_code: string | null
  reason: string | null
}

export interface ReportView {
  id: string
  created: number
  type: string
  checks: CheckView[]
}

export interface FunnelView {
  /** Unix seconds: the span whose sessions are counted. */
  since: number
  until: number
  totals: Record<Stage, number>
  by_day: ({ day: string } & Record<Stage, number>)[]
  /** Sessions by the code of their last failure, most first. */
  reasons: { code: string; count: number }[]
  seconds_to_verified: { count: number; p50: number | null; p90: number | null }
}
