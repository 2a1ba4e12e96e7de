import { randomUUID } from 'node:crypto'
import { IdentityError } from '../errors.js'
import { nextLook, type SessionRecord } from '../session.js'
import type { Store, StoreTransaction } from '../store/store.js'
import { failureOf, type Reply, type StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'
import { attemptsToCarry } from './limits.js'
import { stripeError } from './stripe-error.js'

/**
 * The outcome of an adoption: `adopted` the session now belongs to the user · `known` it already did · `taken` it
 * belongs to another user · `busy` the user has another open session · `unfinished` a create of ours for this session
 * is still in progress.
 */
export type AdoptionOutcome = 'adopted' | 'known' | 'taken' | 'busy' | 'unfinished'

export interface Adoption {
  outcome: AdoptionOutcome
  record: SessionRecord | null
}

export interface Adoptions {
  /**
   * Retrieves the session and adopts it. Rejects with `not_found`, or `invalid_state` if it cannot become the user's.
   */
  adopt(user: string, stripeId: string, actor: string): Promise<{ adoption: Adoption; reply: Reply }>
  /** Adopts an already retrieved session within the caller's transaction. Never rejects because of the outcome. */
  adoptWithin(tx: StoreTransaction, user: string, reply: Reply, actor: string): Promise<Adoption>
}

/** `applyTo` returns `apply` for another store: here for the transaction that inserts the row. */
export function createAdoptions(
  store: Store,
  stripe: Pick<StripeApi, 'retrieve'>,
  applyTo: (store: Store) => Apply,
): Adoptions {
  async function adoptWithin(
    tx: StoreTransaction,
    user: string,
    reply: Reply,
    actor: string,
  ): Promise<Adoption> {
    const { snapshot, date } = reply
    const newest = await tx.lockNewest(user)
    const known = await tx.lockByStripeId(snapshot.stripeId)
    if (known !== null) return { outcome: (await isOf(tx, known, user)) ? 'known' : 'taken', record: known }
    const marked = snapshot.mark === null ? null : await tx.lock(snapshot.mark)
    if (marked !== null && marked.stripeId === null) return { outcome: 'unfinished', record: null }
    const isOpen = snapshot.redaction === null && !['verified', 'canceled'].includes(snapshot.status)
    if (isOpen && newest?.open) return { outcome: 'busy', record: null }

    const behind = newest !== null && !countsBefore(snapshot.status, isOpen, newest)
    const row = await tx.insert({
      id: randomUUID(),
      user,
      type: snapshot.type,
      attemptsBefore: isOpen && !behind && newest !== null ? attemptsToCarry(newest) : 0,
      reservedDay: null,
      now: snapshot.created,
      adopted: { stripeId: snapshot.stripeId, open: isOpen && !behind, behind },
    })
    // Another instance was faster.
    if (row === null) return { outcome: 'busy', record: null }
    if (newest?.open && !behind) await tx.save(abandoned(newest, store.now()))
    // Runs without the outbox: the host is notified only of changes after the adoption.
    const apply = applyTo({ ...store, write: (work) => work(tx), writeTogether: (_, work) => work(tx) })
    const { record } = await apply({ kind: 'reply', record: row, snapshot, date, cause: 'adopt', actor })
    return { outcome: 'adopted', record }
  }

  return {
    adoptWithin,
    async adopt(user, stripeId, actor) {
      const reply = await stripe.retrieve(stripeId).catch((error: unknown) => {
        if (failureOf(error) === 'missing')
          throw new IdentityError('not_found', 'Stripe has no such session.', { cause: error })
        throw stripeError(error)
      })
      const adoption = await store.write((tx) => adoptWithin(tx, user, reply, actor))
      if (adoption.outcome === 'adopted' || adoption.outcome === 'known') return { adoption, reply }
      throw new IdentityError('invalid_state', WHY[adoption.outcome], {
        details: { status: reply.snapshot.status },
      })
    },
  }
}

const WHY = {
  taken: 'This session belongs to another user.',
  busy: 'The user has another open session. Cancel it first.',
  unfinished: 'This session is being created here right now. Try again in a minute.',
} as const

/**
 * True if the adopted session becomes the one that counts: a verification, or any open session if no current one
 * counts.
 */
function countsBefore(status: string, isOpen: boolean, newest: SessionRecord): boolean {
  if (newest.status === 'verified') return false
  return status === 'verified' || (isOpen && !newest.open)
}

/**
 * Closes the user's open session when an adopted verification takes precedence over it. The store allows one open
 * session per user, so Stripe could otherwise not take the verification back.
 */
function abandoned(record: SessionRecord, now: number): SessionRecord {
  const closed = { ...record, open: false }
  return { ...closed, lookAt: nextLook(closed, now) }
}

/** Ownership is decided by the user key, which outlives a redaction and is the same in all rows of a user. */
async function isOf(tx: StoreTransaction, record: SessionRecord, user: string): Promise<boolean> {
  if (record.user !== null) return record.user === user
  return record.userKey === (await tx.keyOf(user))
}
