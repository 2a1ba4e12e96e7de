import { type Kysely, sql } from 'kysely'
import { collectChanges } from './collected-changes.js'
import { conditionalStatement } from './conditional-statement.js'
import { gather, type Member } from './gather.js'
import type { Schema, SessionRow } from './schema.js'
import type { Store } from './store.js'

interface Surroundings {
  db: Kysely<Schema>
  mode: number
  /** The database's current time according to its last reading. */
  now: () => number
  /** The channel on which PostgreSQL notifies other instances of changed records. */
  channel: string
  committed: (ids: readonly string[]) => void
}

/**
 * Takes a group of deliveries in two round trips to PostgreSQL: reads their sessions without a lock, collects the
 * changes of each delivery, and commits them in one statement for all sessions that are still as they were read. Each
 * other delivery runs again alone in a transaction, and no group waits for it.
 */
export function optimisticWrite(
  { db, mode, now, channel, committed }: Surroundings,
  write: Store['write'],
): Store['writeTogether'] {
  const commit = conditionalStatement(db, mode, channel)

  async function readSessions(stripeIds: string[]): Promise<Map<string | null, SessionRow>> {
    const rows = await db
      .selectFrom('sessions')
      .selectAll()
      .where('livemode', '=', mode)
      .where('stripe_id', '=', sql<string>`any(${stripeIds})`)
      .execute()
    return new Map(rows.map((row) => [row.stripe_id, row]))
  }

  /** Resolves to the values of the members whose changes are committed. */
  async function commitTogether(group: Member[]): Promise<Map<Member, unknown>> {
    const sessions = await readSessions(group.map(({ stripeId }) => stripeId))
    const attempts = group.map((member) => collectChanges(member, sessions.get(member.stripeId), mode, now))
    const collected = (await Promise.all(attempts)).filter((one) => one !== null)
    const moved = await commit(collected.map(({ changes }) => changes))
    committed(moved)
    return new Map(
      collected
        .filter(({ changes }) => moved.includes(changes.read.id))
        .map(({ member, value }) => [member, value]),
    )
  }

  const writeAlone = ({ work, resolve, reject }: Member) => void write(work).then(resolve, reject)

  return gather(async (group, takeWaiting) => {
    try {
      const values = await commitTogether(group)
      for (const member of group) {
        if (values.has(member)) member.resolve(values.get(member))
        else writeAlone(member)
      }
    } catch {
      // The data of one member, or a database that does not answer. The waiting members run alone as well, instead of
      // each group waiting for such a database in turn.
      for (const member of [...group, ...takeWaiting()]) writeAlone(member)
    }
  })
}
