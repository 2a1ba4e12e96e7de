import { IdentityError } from '../errors.js'
import { nextLook, type SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import { failureOf, type StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'
import type { Ask } from './ask.js'
import type { KnownKey } from './known-key.js'
import { stripeError } from './stripe-error.js'

export interface Redaction {
  /**
   * Erases a session at Stripe and here. If Stripe refuses, because it is processing a submission, this rejects with
   * `invalid_state` and erases nothing. If Stripe does not reply, the request is stored and the reconciler repeats
   * it.
   */
  redact(record: SessionRecord, actor: string): Promise<SessionRecord>
  /** Repeats a stored request; resolves even if Stripe is unreachable. */
  repeat(record: SessionRecord): Promise<void>
}

interface Context {
  store: Store
  stripe: StripeApi
  apply: Apply
  ask: Ask
  key: KnownKey
}

export function createRedaction({ store, stripe, apply, ask, key }: Context): Redaction {
  /** Stores the requester of the redaction; null withdraws the request. */
  function note(record: SessionRecord, actor: string | null): Promise<SessionRecord> {
    return store.write(async (tx) => {
      const locked = (await tx.lock(record.id)) ?? record
      if (locked.redaction !== null) return locked
      const wish = { ...locked, redactRequestedBy: actor }
      const noted = { ...wish, lookAt: nextLook(wish, store.now()) }
      await tx.save(noted)
      return { ...noted, revision: noted.revision + 1 }
    })
  }

  async function erase(record: SessionRecord, actor: string): Promise<SessionRecord> {
    // A create may be in progress. The request stays stored and is repeated after it.
    if (record.stripeId === null && record.open) return record
    // Stripe has no such session.
    if (record.stripeId === null) return erased(record, actor)
    try {
      const { snapshot, date } = await stripe.redact(record.stripeId)
      const applied = await apply({ kind: 'reply', record, snapshot, date, cause: 'redact', actor })
      return applied.record ?? record
    } catch (error) {
      const kind = failureOf(error)
      // A key of another account must not cause an erasure, so the request stays until this key has returned one of
      // our sessions.
      if (kind === 'missing' && (await key.seenEver())) return erased(record, actor)
      if (kind !== 'state') throw stripeError(error)
      const { record: now } = await ask(record)
      if (now.redaction !== null) return now
      await note(now, null)
      throw new IdentityError('invalid_state', `A session that is ${now.status} cannot be redacted now.`, {
        cause: error,
        details: { status: now.status },
      })
    }
  }

  async function erased(record: SessionRecord, actor: string): Promise<SessionRecord> {
    const applied = await apply({ kind: 'missing', record, trusted: true, redacted: true, actor })
    return applied.record ?? record
  }

  return {
    async redact(record, actor) {
      if (record.redaction !== null) return record
      return erase(await note(record, actor), actor)
    },
    async repeat(record) {
      if (record.redactRequestedBy === null) return
      await erase(record, record.redactRequestedBy).catch(async (error: unknown) => {
        await store.write((tx) => tx.touch(record.id, { lookAt: nextLook(record, store.now()) }))
        if (!(error instanceof IdentityError)) throw error
      })
    },
  }
}
