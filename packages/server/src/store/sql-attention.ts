import { type Expression, expressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Schema } from './schema.js'
import type { AttentionLimits } from './store.js'

type Sessions<O> = SelectQueryBuilder<Schema, 'sessions', O>

export interface AttentionReason {
  narrow<O>(query: Sessions<O>): Sessions<O>
  /**
   * True if an index contains exactly these sessions in the order of a search. Otherwise they are few and are found
   * individually.
   */
  ordered: boolean
}

/**
 * The sessions that need an operator, by reason: a long redaction or doubt, attempts used up, a revoked verification,
 * a change that could not be delivered to the host. Each reason reads its own small index, whose condition must be
 * repeated here verbatim.
 */
export function attentionReasons(
  mode: number,
  { maxAttempts, doubtBefore, redactionBefore }: AttentionLimits,
): AttentionReason[] {
  const redaction: AttentionReason = {
    ordered: true,
    narrow: (query) =>
      query
        .where('sessions.redaction', '=', sql.lit('processing'))
        .where('sessions.updated', '<', redactionBefore),
  }
  const doubt: AttentionReason = {
    ordered: true,
    narrow: (query) =>
      query.where('sessions.doubt', 'is not', null).where('sessions.last_event_at', '<', doubtBefore),
  }
  const attempts: AttentionReason = {
    ordered: true,
    narrow: (query) =>
      query
        .where(sql<SqlBool>`attempts + attempts_before > 0`)
        .where(sql<SqlBool>`attempts + attempts_before >= ${maxAttempts}`)
        .where('sessions.status', 'in', ['requires_input', 'canceled'])
        .where((where) =>
          where.or([
            where('sessions.status', '=', 'requires_input'),
            where('sessions.canceled_by', 'is', null),
            where('sessions.canceled_by', 'not in', ['operator', 'dashboard']),
          ]),
        )
        .where(({ not, exists }) => not(exists(newerThan('sessions')))),
  }
  const takenBack: AttentionReason = {
    ordered: false,
    narrow: (query) =>
      query
        .where('sessions.status', '<>', 'verified')
        .where('sessions.id', 'in', ({ selectFrom }) =>
          selectFrom('transitions')
            .select('transitions.session_id')
            .where('transitions.from_status', '=', sql.lit('verified'))
            .where('transitions.to_status', '<>', sql.lit('verified')),
        ),
  }
  const setAside: AttentionReason = {
    ordered: false,
    narrow: (query) =>
      query.where('sessions.id', 'in', ({ selectFrom }) =>
        selectFrom('effects')
          .select('effects.session_id')
          .where('effects.livemode', '=', mode)
          .where('effects.set_aside', '=', sql.lit(1)),
      ),
  }
  return [redaction, doubt, ...(maxAttempts > 0 ? [attempts] : []), takenBack, setAside]
}

/** A session of the same user created after the one called `outer` in the surrounding query. */
export function newerThan(outer: string): Expression<{ id: string }> {
  return expressionBuilder<Schema, never>()
    .selectFrom('sessions as newer')
    .select('newer.id')
    .where('newer.livemode', '=', sql<number>`${sql.ref(`${outer}.livemode`)}`)
    .where('newer.user_key', '=', sql<string>`${sql.ref(`${outer}.user_key`)}`)
    .where('newer.ordinal', '>', sql<number>`${sql.ref(`${outer}.ordinal`)}`)
}
