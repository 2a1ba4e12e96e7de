import type { Insertable } from 'kysely'
import { effectRow } from './effect-row.js'
import { markedRow } from './facet.js'
import type { Member } from './gather.js'
import { fromRow, type Schema, type SessionRow } from './schema.js'
import type { StoreTransaction } from './store.js'
import { transitionRow } from './transition-row.js'

/** The changes that a delivery makes to one session and to the rows around it. */
export interface Changes {
  /** The session as it was read. */
  read: SessionRow
  /** The session as it has to become. */
  saved: ReturnType<typeof markedRow>
  event: Schema['events']
  transitions: Schema['transitions'][]
  effects: Insertable<Schema['effects']>[]
}

/**
 * Runs a delivery's work on a session that was read without a lock. Writes nothing, and collects the changes instead.
 * Resolves to null if they are more than the change of a known session by an event, or if the work fails: it then has
 * to run in a transaction.
 */
export async function collectChanges(
  member: Member,
  read: SessionRow | undefined,
  mode: number,
  now: () => number,
): Promise<{ member: Member; value: unknown; changes: Changes } | null> {
  if (read === undefined) return null
  let saved: Changes['saved'] | undefined
  let event: Changes['event'] | undefined
  const transitions: Changes['transitions'] = []
  const effects: Changes['effects'] = []
  const refuse = () => Promise.reject(new Error('This needs a transaction.'))
  const collecting: StoreTransaction = {
    lockByStripeId: async (asked) => (asked === member.stripeId ? fromRow(read) : refuse()),
    async recordEvent(eventId, source) {
      event = { event_id: eventId, livemode: mode, source, seen_at: now() }
      return true
    },
    async save(record) {
      if (record.id !== read.id || saved !== undefined) return refuse()
      saved = markedRow(record, read)
    },
    async recordTransition(transition) {
      transitions.push(transitionRow(transition))
    },
    async enqueueEffect(effect) {
      effects.push(effectRow(effect, mode))
    },
    now: refuse,
    lock: refuse,
    lockNewest: refuse,
    keyOf: refuse,
    insert: refuse,
    touch: refuse,
    recordAttempt: refuse,
    enqueueEffectAgain: refuse,
    used: refuse,
    take: refuse,
    giveBack: refuse,
    erase: refuse,
    setSetting: refuse,
    prune: refuse,
  }
  try {
    const value = await member.work(collecting)
    if (saved === undefined || event === undefined) return null
    return { member, value, changes: { read, saved, event, transitions, effects } }
  } catch {
    return null
  }
}
