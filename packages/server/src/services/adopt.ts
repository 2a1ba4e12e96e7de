import { randomUUID } from 'node:crypto'
import { IdentityError } from '../errors.js'
import type { SessionRecord } from '../session.js'
import type { Store, StoreTransaction } from '../store/store.js'
import { failureOf, type Reply, type StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'
import { attemptsToCarry } from './limits.js'
import { stripeError } from './stripe-error.js'

/**
 * What became of a session: `adopted` it is the user's from now on · `known` it was before · `taken` it is another
 * user's · `busy` the user has another open session · `unfinished` one of ours is being made of it right now.
 */
export type AdoptionOutcome = 'adopted' | 'known' | 'taken' | 'busy' | 'unfinished'

export interface Adoption {
  outcome: AdoptionOutcome
  record: SessionRecord | null
}

export interface Adoptions {
  /** Retrieves the session and takes it in; rejects with `not_found`, or `invalid_state` where it cannot be the user's. */
  adopt(user: string, stripeId: string, actor: string): Promise<{ adoption: Adoption; reply: Reply }>
  /** The same of a session that Stripe has shown already, in a transaction of the caller's; never rejects for the outcome. */
  adoptWithin(tx: StoreTransaction, user: string, reply: Reply, actor: string): Promise<Adoption>
}

/** `applyTo` gives the one writer over another store: here over the transaction that makes the row. */
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
    // Somebody else was faster, at another instance.
    if (row === null) return { outcome: 'busy', record: null }
    // A change that is told to the host is one that happens from now on; what was before is none.
    const apply = applyTo({ ...store, write: (work) => work(tx), writeTogether: (work) => work(tx) })
    const { record } = await apply({ kind: 'reply', record: row, snapshot, date, cause: 'adopt', actor })
    return { outcome: 'adopted', record }
  }

  return {
    adoptWithin,
    async adopt(user, stripeId, actor) {
      const reply = await stripe.retrieve(stripeId).catch((error: unknown) => {
        if (failureOf(error) === 'missing')
          throw new IdentityError('not_found', 'Stripe does not know such a session.', { cause: error })
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
  taken: 'This session is another user’s.',
  busy: 'The user has another open session: cancel it first.',
  unfinished: 'This session is being made here right now. Try again in a minute.',
} as const

/** Whether the adopted session becomes the one that counts: a verification, or anything where nothing counts yet. */
function countsBefore(status: string, isOpen: boolean, newest: SessionRecord): boolean {
  if (newest.status === 'verified') return false
  return status === 'verified' || (isOpen && !newest.open)
}

/** A row is a user's by its key, which outlives a redaction; any row of the user has the same. */
async function isOf(tx: StoreTransaction, record: SessionRecord, user: string): Promise<boolean> {
  if (record.user !== null) return record.user === user
  return record.userKey === (await tx.keyOf(user))
}
