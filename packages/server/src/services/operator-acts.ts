import { IdentityError } from '../errors.js'
import type { Cause } from '../facts.js'
import { attemptsOf, type SessionRecord, versioned } from '../session.js'
import type { Store, StoreTransaction } from '../store/store.js'
import type { StripeApi, VerifiedOutputs } from '../stripe.js'
import { stripeError } from './stripe-error.js'
import { newsIn } from './timeline.js'

/**
 * Actions of operators that do not change anything at Stripe. Each is written to the session's history with the
 * operator's id.
 */
export interface OperatorActs {
  /** Resets the user's failed attempts without changing the session. Allowed only for the newest session of a user. */
  newAttempts(stripeId: string, operator: string): Promise<SessionRecord>
  /** Delivers a change to the host again with the same id. The default is the newest change. */
  resend(stripeId: string, version: number | null, operator: string): Promise<string>
  /** Reads the verified data live with the restricted key. The history entry is written before the read. */
  outputs(stripeId: string, fields: readonly string[], operator: string): Promise<VerifiedOutputs | null>
}

interface Context {
  store: Store
  stripe: StripeApi
  /** The names of the receivers of changes. */
  sinks: readonly string[]
  canReadOutputs: boolean
}

export function createOperatorActs({ store, stripe, sinks, canReadOutputs }: Context): OperatorActs {
  async function locked(tx: StoreTransaction, stripeId: string): Promise<SessionRecord> {
    const record = await tx.lockByStripeId(stripeId)
    if (record === null) throw new IdentityError('not_found', 'There is no such session.')
    return record
  }

  async function note(
    tx: StoreTransaction,
    record: SessionRecord,
    cause: Cause,
    actor: string,
  ): Promise<void> {
    await tx.recordTransition({
      sessionId: record.id,
      version: record.version,
      at: Math.floor((await tx.now()) / 1000),
      cause,
      from: record.status,
      to: record.status,
      errorCode: record.lastError?.code ?? null,
      eventId: null,
      actor,
    })
  }

  return {
    newAttempts: (stripeId, operator) =>
      store.write(async (tx) => {
        const record = await locked(tx, stripeId)
        const newest = record.user === null ? null : await tx.lockNewest(record.user)
        if (newest?.id !== record.id || record.status === 'verified') {
          throw refused(record, 'has no attempts to reset')
        }
        if (attemptsOf(record) === 0) return record
        const now = Math.floor((await tx.now()) / 1000)
        // A session about to be closed by the limit stays open.
        const canceledBy = record.open && record.canceledBy === 'limit' ? null : record.canceledBy
        const after = versioned(record, { ...record, attemptsBefore: 0, attempts: 0, canceledBy }, now)
        await tx.save(after)
        await note(tx, after, 'attempts', operator)
        return { ...after, revision: after.revision + 1 }
      }),

    async resend(stripeId, version, operator) {
      const known = await store.byStripeId(stripeId)
      const changes = known === null ? [] : newsIn(await store.history(known.id))
      return store.write(async (tx) => {
        const record = await locked(tx, stripeId)
        const change = version === null ? changes.at(-1) : changes.find((each) => each.version === version)
        if (sinks.length === 0)
          throw refused(record, 'has no receiver: neither onStatusChange nor statusWebhook is set')
        if (record.user === null || change?.to == null) throw refused(record, 'has no such change to deliver')
        const id = `${record.id}:${change.version}`
        for (const sink of sinks) {
          await tx.enqueueEffectAgain({
            id,
            sink,
            sessionId: record.id,
            version: change.version,
            stripeId,
            user: record.user,
            from: change.from,
            to: change.to,
            errorCode: change.errorCode,
            at: change.at,
          })
        }
        await note(tx, record, 'resend', operator)
        return id
      })
    },

    async outputs(stripeId, fields, operator) {
      if (!canReadOutputs) {
        throw new IdentityError('restricted_key_missing', 'Verified outputs need stripe.restrictedKey.')
      }
      await store.write(async (tx) => {
        const record = await locked(tx, stripeId)
        if (record.status !== 'verified' || record.redaction !== null) {
          throw refused(record, 'has no verified outputs')
        }
        await note(tx, record, 'outputs', operator)
      })
      return stripe.verifiedOutputs(stripeId, fields).catch((error: unknown) => {
        throw stripeError(error)
      })
    },
  }
}

function refused({ status, redaction }: SessionRecord, why: string): IdentityError {
  const state = redaction === null ? (status ?? 'not made yet') : 'redacted'
  return new IdentityError('invalid_state', `A session that is ${state} ${why}.`, {
    details: { status: status ?? 'requires_input' },
  })
}
