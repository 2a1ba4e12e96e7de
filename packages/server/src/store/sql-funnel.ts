import { setImmediate } from 'node:timers/promises'
import { type Expression, type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Funnel, Stage } from './operator-store.js'
import type { Schema } from './schema.js'

const DAY_S = 86_400

/**
 * Counts the funnel in the database, without loading sessions. Counts day by day with pauses, because SQLite runs in
 * this process and would block other requests.
 */
export async function readFunnel(
  db: Kysely<Schema>,
  mode: number,
  from: number,
  until: number,
): Promise<Funnel> {
  const made = (since: number, before: number) =>
    db
      .selectFrom('sessions')
      .where('sessions.livemode', '=', mode)
      .where('sessions.stripe_id', 'is not', null)
      .where('sessions.created', '>=', since)
      .where('sessions.created', '<', before)
  const { first, last } = await made(from, until)
    .select((of) => [of.fn.min('sessions.created').as('first'), of.fn.max('sessions.created').as('last')])
    .executeTakeFirstOrThrow()
  const days: Funnel['days'] = []
  const reasons = new Map<string, number>()
  const seconds = new Map<number, number>()
  if (first === null) return { days, reasons: [], secondsToVerified: percentiles(seconds) }

  for (let day = Math.floor(Number(first) / DAY_S) * DAY_S; day <= Number(last); day += DAY_S) {
    const ofDay = () => made(Math.max(day, from), Math.min(day + DAY_S, until))
    const counts = await countStages(ofDay())
    if (counts.created === 0) continue
    days.push({ day: new Date(day * 1000).toISOString().slice(0, 10), ...counts })
    for (const row of await ofDay()
      .select(['sessions.error_code as key', (of) => of.fn.countAll<number>().as('count')])
      .where('sessions.error_code', 'is not', null)
      .groupBy('sessions.error_code')
      .execute())
      add(reasons, String(row.key), Number(row.count))
    const took = sql<number>`${sql.ref('sessions.verified_at')} - ${sql.ref('sessions.created')}`
    for (const row of await ofDay()
      .select([took.as('key'), (of) => of.fn.countAll<number>().as('count')])
      .where('sessions.status', '=', 'verified')
      .where('sessions.verified_at', 'is not', null)
      .groupBy(took)
      .execute())
      add(seconds, Number(row.key), Number(row.count))
    await setImmediate()
  }
  return {
    days,
    reasons: [...reasons]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    secondsToVerified: percentiles(seconds),
  }
}

async function countStages(
  sessions: SelectQueryBuilder<Schema, 'sessions', object>,
): Promise<Record<Stage, number>> {
  const count = (condition: Expression<SqlBool>) =>
    sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`
  const row = await sessions
    .select((on) => [
      on.fn.countAll<number>().as('created'),
      count(on('stage', '>=', 2)).as('started'),
      count(on('stage', '>=', 3)).as('submitted'),
      count(on('status', '=', 'verified')).as('verified'),
    ])
    .executeTakeFirstOrThrow()
  return {
    created: Number(row.created),
    started: Number(row.started),
    submitted: Number(row.submitted),
    verified: Number(row.verified),
  }
}

function add<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

/** The smallest number of seconds within which a share of all sessions was verified. */
function percentiles(seconds: ReadonlyMap<number, number>): Funnel['secondsToVerified'] {
  const sorted = [...seconds].sort(([a], [b]) => a - b)
  const count = sorted.reduce((sum, [, each]) => sum + each, 0)
  const at = (share: number) => {
    let seen = 0
    for (const [value, each] of sorted) {
      seen += each
      if (seen >= count * share) return value
    }
    return null
  }
  return { count, p50: at(0.5), p90: at(0.9) }
}
