import type { Generated, GeneratedAlways, Selectable } from 'kysely'
import type { Basis, CanceledBy, SessionRecord } from '../session.js'

/**
 * The tables. Booleans are 0 and 1 and times are numbers on both databases, so that one implementation serves both.
 */
export interface Schema {
  sessions: SessionsTable
  events: { event_id: string; livemode: number; source: string; seen_at: number }
  attempts: { session_id: string; report_id: string }
  transitions: {
    session_id: string
    version: number
    at: number
    cause: string
    from_status: string | null
    to_status: string | null
    error_code: string | null
    event_id: string | null
    actor: string | null
  }
  effects: EffectsTable
  deliveries: {
    effect_id: string
    sink: string
    session_id: string
    version: number
    failures: number
    told_at: number
  }
  acts: {
    batch: string
    position: number
    livemode: number
    stripe_id: string
    act: string
    actor: string
    state: string
    code: string | null
    tries: number
    due_at: number
  }
  ceilings: { livemode: number; day: string; scope: string; used: number }
  leases: { name: string; holder: string; expires_at: number }
  settings: { name: string; value: string }
}

interface EffectsTable {
  id: string
  sink: string
  livemode: number
  session_id: string
  version: number
  stripe_id: string
  user_ref: string
  from_status: string | null
  to_status: string
  error_code: string | null
  at: number
  failures: number
  due_at: number
  set_aside: number
}

interface SessionsTable {
  id: string
  livemode: number
  user_key: string
  /** 1 for a user's first session, then 2, …: the newest session is determined without a clock. */
  ordinal: number
  user_ref: string | null
  stripe_id: string | null
  status: string | null
  basis: string
  error_code: string | null
  error_reason: string | null
  redaction: string | null
  type: string
  open: number
  attempts_before: number
  attempts: number
  version: number
  revision: number
  created: number
  updated: number
  verified_at: number | null
  last_event_at: number
  last_reply_at: number
  doubt: string | null
  create_try: number
  canceled_by: string | null
  redact_requested_by: string | null
  reserved_day: string | null
  watched_until: number
  look_at: number | null
  /** The highest stage reached, numbered from 1; 0 until Stripe has created the session. */
  stage: Generated<number>
  /** 1 if the user has a newer session. */
  superseded: Generated<number>
  /** 1 after the status changed from verified to another. */
  taken_back: Generated<number>
  /** 1 if a status change may be set aside; the `effects` table decides. */
  set_aside: Generated<number>
  /** Derived from the columns above: all properties that operators filter by. */
  facet: GeneratedAlways<string>
}

export type SessionRow = Selectable<SessionsTable>

/** The columns that are not part of a SessionRecord. */
type Derived = 'ordinal' | 'stage' | 'superseded' | 'taken_back' | 'set_aside' | 'facet'

export function toRow(record: SessionRecord): Omit<SessionRow, Derived> {
  return {
    id: record.id,
    livemode: Number(record.livemode),
    user_key: record.userKey,
    user_ref: record.user,
    stripe_id: record.stripeId,
    status: record.status,
    basis: record.basis,
    error_code: record.lastError?.code ?? null,
    error_reason: record.lastError?.reason ?? null,
    redaction: record.redaction,
    type: record.type,
    open: Number(record.open),
    attempts_before: record.attemptsBefore,
    attempts: record.attempts,
    version: record.version,
    revision: record.revision,
    created: record.created,
    updated: record.updated,
    verified_at: record.verifiedAt,
    last_event_at: record.lastEventAt,
    last_reply_at: record.lastReplyAt,
    doubt: record.doubt,
    create_try: record.createTry,
    canceled_by: record.canceledBy,
    redact_requested_by: record.redactRequestedBy,
    reserved_day: record.reservedDay,
    watched_until: record.watchedUntil,
    look_at: record.lookAt,
  }
}

export function fromRow(row: SessionRow): SessionRecord {
  return {
    id: row.id,
    livemode: row.livemode === 1,
    userKey: row.user_key,
    user: row.user_ref,
    stripeId: row.stripe_id,
    status: row.status,
    basis: row.basis as Basis,
    lastError: row.error_code === null ? null : { code: row.error_code, reason: row.error_reason },
    redaction: row.redaction,
    type: row.type,
    open: row.open === 1,
    attemptsBefore: row.attempts_before,
    attempts: row.attempts,
    version: row.version,
    revision: row.revision,
    created: row.created,
    updated: row.updated,
    verifiedAt: row.verified_at,
    lastEventAt: row.last_event_at,
    lastReplyAt: row.last_reply_at,
    doubt: row.doubt,
    createTry: row.create_try,
    canceledBy: row.canceled_by as CanceledBy | null,
    redactRequestedBy: row.redact_requested_by,
    reservedDay: row.reserved_day,
    watchedUntil: row.watched_until,
    lookAt: row.look_at,
  }
}
