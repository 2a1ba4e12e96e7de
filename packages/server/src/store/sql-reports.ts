import { type Kysely, sql } from 'kysely'
import type { Cause } from '../facts.js'
import type { Schema } from './schema.js'
import type { Summary, Transition } from './store.js'

const DAY_S = 86_400

export async function readHistory(db: Kysely<Schema>, id: string): Promise<Transition[]> {
  const rows = await db
    .selectFrom('transitions')
    .selectAll()
    .where('session_id', '=', id)
    .orderBy('version')
    .orderBy('at')
    .execute()
  return rows.map((row) => ({
    sessionId: row.session_id,
    version: row.version,
    at: row.at,
    cause: row.cause as Cause,
    from: row.from_status,
    to: row.to_status,
    errorCode: row.error_code,
    eventId: row.event_id,
    actor: row.actor,
  }))
}

/** Everything is counted by the database; no session leaves it. */
export async function readSummary(db: Kysely<Schema>, mode: number, since: number): Promise<Summary> {
  const made = () =>
    db
      .selectFrom('sessions')
      .where('livemode', '=', mode)
      .where('stripe_id', 'is not', null)
      .where('created', '>=', since)
  const counts = async (key: 'status' | 'error_code') => {
    const rows = await made()
      .select([key, (of) => of.fn.countAll<number>().as('count')])
      .where(key, 'is not', null)
      .groupBy(key)
      .execute()
    return Object.fromEntries(rows.map((row) => [Reflect.get(row, key) as string, Number(row.count)]))
  }
  const day = sql<number>`created / ${sql.lit(DAY_S)}`
  const days = await made()
    .select([day.as('day'), (of) => of.fn.countAll<number>().as('count')])
    .groupBy(day)
    .orderBy(day)
    .execute()
  const setAside = await db
    .selectFrom('effects')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('livemode', '=', mode)
    .where('set_aside', '=', 1)
    .executeTakeFirstOrThrow()

  return {
    byStatus: await counts('status'),
    byErrorCode: await counts('error_code'),
    byDay: Object.fromEntries(
      days.map((row) => [
        new Date(Number(row.day) * DAY_S * 1000).toISOString().slice(0, 10),
        Number(row.count),
      ]),
    ),
    verifiedAfter: await durations(),
    effectsSetAside: Number(setAside.count),
  }

  async function durations(): Promise<Summary['verifiedAfter']> {
    const verified = () => made().where('verified_at', 'is not', null)
    const { count } = await verified()
      .select((of) => of.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const total = Number(count)
    const duration = sql<number>`verified_at - created`
    const at = async (share: number) => {
      if (total === 0) return null
      const row = await verified()
        .select(duration.as('seconds'))
        .orderBy(duration)
        .limit(1)
        .offset(Math.min(total - 1, Math.floor(total * share)))
        .executeTakeFirst()
      return row === undefined ? null : Number(row.seconds)
    }
    return { count: total, median: await at(0.5), p90: await at(0.9) }
  }
}
