import { setImmediate } from 'node:timers/promises'
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

/** Rows per statement. SQLite blocks the process during a statement, and PostgreSQL limits its time. */
const CHUNK = 5_000

/** Counts the summary in the database, chunk by chunk, without loading sessions. */
export async function readSummary(db: Kysely<Schema>, mode: number, since: number): Promise<Summary> {
  const byStatus: Record<string, number> = {}
  const byErrorCode: Record<string, number> = {}
  const byDay: Record<string, number> = {}
  const durations = new Map<number, number>()
  let from: number | null = since
  while (from !== null) {
    const until: number | null = await endOfChunk(db, mode, from)
    for (const row of await countChunk(db, mode, from, until)) {
      const count = Number(row.count)
      if (row.status !== null) add(byStatus, row.status, count)
      if (row.error_code !== null) add(byErrorCode, row.error_code, count)
      add(byDay, new Date(Number(row.day) * DAY_S * 1000).toISOString().slice(0, 10), count)
      if (row.seconds === null) continue
      durations.set(Number(row.seconds), (durations.get(Number(row.seconds)) ?? 0) + count)
    }
    from = until
    await setImmediate()
  }
  const setAside = await db
    .selectFrom('effects')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('livemode', '=', mode)
    .where('set_aside', '=', 1)
    .executeTakeFirstOrThrow()
  return {
    byStatus,
    byErrorCode,
    byDay,
    verifiedAfter: spread(durations),
    effectsSetAside: Number(setAside.count),
  }
}

/** The end of the chunk that begins at `from`: the `created` of the first row after it; null for the last chunk. */
async function endOfChunk(db: Kysely<Schema>, mode: number, from: number): Promise<number | null> {
  const behind = await db
    .selectFrom('sessions')
    .select('created')
    .where('livemode', '=', mode)
    .where('created', '>=', from)
    .orderBy('created')
    .limit(1)
    .offset(CHUNK)
    .executeTakeFirst()
  if (behind === undefined) return null
  // Rows of one second form one chunk, even if they exceed its size.
  return Math.max(Number(behind.created), from + 1)
}

function countChunk(db: Kysely<Schema>, mode: number, from: number, until: number | null) {
  const day = sql<number>`created / ${sql.lit(DAY_S)}`
  const seconds = sql<number | null>`verified_at - created`
  const rows = db
    .selectFrom('sessions')
    .select(['status', 'error_code', day.as('day'), seconds.as('seconds')])
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('livemode', '=', mode)
    .where('stripe_id', 'is not', null)
    .where('created', '>=', from)
    .groupBy(['status', 'error_code', day, seconds])
    .orderBy(day)
  return (until === null ? rows : rows.where('created', '<', until)).execute()
}

function add(counts: Record<string, number>, key: string, count: number): void {
  counts[key] = (counts[key] ?? 0) + count
}

/** The median and 90th percentile, from the number of sessions per duration. */
function spread(durations: ReadonlyMap<number, number>): Summary['verifiedAfter'] {
  const sorted = [...durations].toSorted(([one], [other]) => one - other)
  const total = sorted.reduce((sum, [, count]) => sum + count, 0)
  const at = (share: number): number | null => {
    let behind = Math.min(total - 1, Math.floor(total * share))
    for (const [seconds, count] of sorted) {
      if (behind < count) return seconds
      behind -= count
    }
    return null
  }
  return { count: total, median: at(0.5), p90: at(0.9) }
}
