import { type SessionRecord, versioned } from '../session.js'
import type { Store, StoreTransaction } from '../store/store.js'
import { failureOf, type StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'
import type { Ask } from './ask.js'
import type { KnownKey } from './known-key.js'
import { stripeError } from './stripe-error.js'

/** The party that cancels: the user, an operator with this id, or the attempt limit. */
export type Canceler = { by: 'user' } | { by: 'operator'; id: string } | { by: 'limit' }

/**
 * Cancels a session. Resolves to the record as it is afterwards, canceled or not: if Stripe refuses, the record has
 * Stripe's current state.
 */
export type Cancel = (record: SessionRecord, canceler: Canceler) => Promise<SessionRecord>

interface Context {
  store: Store
  stripe: StripeApi
  apply: Apply
  ask: Ask
  key: KnownKey
}

/** Notes the canceler before calling Stripe, because a cancel without a note counts as the dashboard's. */
export function createCancel({ store, stripe, apply, ask, key }: Context): Cancel {
  return async (record, canceler) => {
    const before = await store.write(async (tx) => {
      const locked = (await tx.lock(record.id)) ?? record
      if (locked.status === 'canceled' && canceler.by === 'operator') return forgive(tx, locked, canceler.id)
      if (locked.status !== 'requires_input') return locked
      const noted = { ...locked, canceledBy: canceler.by }
      await tx.save(noted)
      return { ...noted, revision: noted.revision + 1 }
    })
    if (before.status !== 'requires_input') return before
    const actor = canceler.by === 'operator' ? canceler.id : canceler.by
    try {
      const { snapshot, date } = await stripe.cancel(before.stripeId as string)
      const applied = await apply({ kind: 'reply', record: before, snapshot, date, cause: 'cancel', actor })
      return applied.record ?? before
    } catch (error) {
      const kind = failureOf(error)
      if (kind !== 'missing' && kind !== 'state') throw stripeError(error)
      const trusted = canceler.by === 'limit' ? key.seen : await key.seenEver()
      if (kind === 'missing' && trusted) {
        const { outcome, record: closed } = await apply({ kind: 'missing', record: before, trusted, actor })
        if (outcome === 'applied' && closed !== null) return closed
      }
      // The session was submitted, or changed otherwise in the meantime.
      return (await ask(before, trusted)).record
    }
  }
}

/** Resets the attempts on an operator's cancel, even if the session is already canceled by the user or after a 404. */
async function forgive(
  tx: StoreTransaction,
  record: SessionRecord,
  operator: string,
): Promise<SessionRecord> {
  if (record.canceledBy === 'operator') return record
  const now = Math.floor((await tx.now()) / 1000)
  const after = versioned(record, { ...record, canceledBy: 'operator' }, now)
  await tx.save(after)
  await tx.recordTransition({
    sessionId: after.id,
    version: after.version,
    at: now,
    cause: 'cancel',
    from: record.status,
    to: after.status,
    errorCode: null,
    eventId: null,
    actor: operator,
  })
  return { ...after, revision: after.revision + 1 }
}
