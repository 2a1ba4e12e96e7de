import type { SessionView } from './session-view.js'

/** Reasons why a session needs an operator, most pressing first. */
export const ATTENTION = [
  'taken_back',
  'attempts_used_up',
  'delivery_set_aside',
  'redaction_overdue',
  'in_doubt',
] as const

export type Attention = (typeof ATTENTION)[number]

/** The stages of a verification, in order. */
export const STAGES = ['created', 'started', 'submitted', 'verified'] as const

export type Stage = (typeof STAGES)[number]

/** The actions that an operator can take on several sessions at once. */
export const BATCH_ACTS = ['cancel', 'attempts', 'redact', 'resend'] as const

export type BatchAct = (typeof BATCH_ACTS)[number]

/** The result of an action on one session of a batch. */
export interface BatchRow {
  /** `waiting` also between two tries, while Stripe or the database is unavailable. */
  state: 'waiting' | 'done' | 'refused'
  /** The error code of the refusal, or of the last failed try. */
  code: string | null
  /** The current state of the session. */
  session: FoundSession
}

/** The response of `GET /operator/batches/:id`. The server completes a batch without the page that began it. */
export interface BatchView {
  id: string
  act: BatchAct
  operator: string
  rows: BatchRow[]
}

/** The response of `GET /operator/me`: the operator and their permissions. */
export interface OperatorView {
  id: string
  /** True if the server refuses every action of this operator. */
  readonly: boolean
  livemode: boolean
  /** True if a restricted key is set, which is needed to read verified outputs. */
  outputs: boolean
  /** True if status changes are delivered to the host, so that one can be delivered again. */
  deliveries: boolean
  /** True if the server keeps the sign-in and can end it. */
  sign_out: boolean
}

/** A session as `GET /operator/search` shows it, from the server's own store. */
export interface FoundSession extends Omit<SessionView, 'id'> {
  /** Stripe's id; null before the session exists at Stripe. */
  id: string | null
  /** Our id, which identifies the session even before it exists at Stripe. */
  record: string
  /** Null after redaction. */
  user: string | null
  /** Unix seconds. */
  verified_at: number | null
  canceled_by: string | null
  /** True if a redaction was requested and Stripe has not confirmed it yet. */
  redaction_requested: boolean
  /** True if the same user has a newer session. */
  superseded: boolean
  attention: Attention[]
}

/** One page of a search, newest first. */
export interface SearchPage {
  object: 'list'
  data: FoundSession[]
  /** Cursors for `after` and `before`; null if there are no older or newer sessions. */
  next: string | null
  previous: string | null
}

/** The delivery of one status change to the host. */
export interface DeliveryView {
  /** The id of the change. */
  id: string
  /** The host's function (`hook`) or its URL (`status-webhook`). */
  sink: string
  state: 'told' | 'waiting' | 'set_aside'
  /** The number of failed attempts. */
  failures: number
  /** Unix seconds of the delivery or of the next attempt. */
  at: number | null
}

/** An entry of a person's history: a change of a session, or an operator's action on it. */
export interface TimelineEntry {
  /** Our id of the session. */
  record: string
  version: number
  /** Unix seconds. */
  at: number
  cause: string
  from: string | null
  to: string | null
  error_code: string | null
  event_id: string | null
  /** `user`, or the operator's id; null if no person acted here. */
  actor: string | null
  deliveries: DeliveryView[]
}

/** The response of `GET /operator/people/:id`: all stored information about the person of a session. */
export interface PersonView {
  user: string | null
  /** Decided by the same rule as the guard. */
  verified: boolean
  /** The session that counts. */
  session: FoundSession
  /** All sessions of the person, newest first. */
  sessions: FoundSession[]
  /** The events of all sessions, oldest first. */
  timeline: TimelineEntry[]
}

/** One check of a Stripe verification report, without the data read from the document. */
export interface CheckView {
  name: string
  status: string
  error_code: string | null
  reason: string | null
}

/** One report in the response of `GET /operator/sessions/:id/checks`. */
export interface ReportView {
  id: string
  created: number
  type: string
  checks: CheckView[]
}

/** The response of `GET /operator/funnel`: the number of sessions that reached each stage. */
export interface FunnelView {
  /** Unix seconds. Sessions created from `since` to `until` are counted. */
  since: number
  until: number
  totals: Record<Stage, number>
  by_day: ({ day: string } & Record<Stage, number>)[]
  /** Sessions by the code of their last failure, most frequent first. */
  reasons: { code: string; count: number }[]
  seconds_to_verified: { count: number; p50: number | null; p90: number | null }
}
