import { randomUUID } from 'node:crypto'
import { IdentityError } from '../errors.js'
import type { SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import { type CreateParams, failureOf, type Reply, type StripeApi, StripeFailure } from '../stripe.js'
import type { Apply } from './apply.js'
import { attemptsLeft, attemptsToCarry, type Limits } from './limits.js'
import { stripeError } from './stripe-error.js'

/** A verification in progress moves on between our calls; more rounds than this mean that something is wrong. */
const ROUNDS = 5

export interface OpenRequest {
  user: string
  /** From the allow-list; null where the host has none. */
  returnUrl: string | null
  /** Called only when a session has to be made. */
  params: () => Promise<CreateParams>
}

export interface Opened {
  record: SessionRecord
  /** True where this request made the session. */
  made: boolean
  /** Null where there is nothing to submit. */
  clientSecret: string | null
  url: string | null
}

export interface Sessions {
  /** Get-or-create: resumes what is open, returns what is in progress or verified, makes a session otherwise. */
  open(request: OpenRequest): Promise<Opened>
  /** The newest session that counts, or null. */
  current(user: string): Promise<SessionRecord | null>
  cancel(user: string, stripeId: string): Promise<SessionRecord>
  /** Asks Stripe and writes the answer; the record as it is afterwards. */
  refresh(record: SessionRecord): Promise<SessionRecord>
}

interface Context {
  store: Store
  stripe: StripeApi
  apply: Apply
  limits: Limits
  /** Seconds after which a verification no longer counts; null for never. */
  verificationMaxAge: number | null
}

export function createSessions({ store, stripe, apply, limits, verificationMaxAge }: Context): Sessions {
  /** Requests for one record at one time share one call of Stripe. */
  const inFlight = new Map<string, Promise<Opened>>()

  function lapsed(record: SessionRecord): boolean {
    if (record.status !== 'verified' || verificationMaxAge === null) return false
    return Math.floor(Date.now() / 1000) - (record.verifiedAt ?? 0) > verificationMaxAge
  }

  /** The record to go on with: the open one, the verified one, or a new one, durable before Stripe hears of it. */
  function claim(user: string): Promise<SessionRecord> {
    return store.write(async (tx) => {
      const newest = await tx.lockNewest(user)
      if (newest !== null && (newest.open || (newest.status === 'verified' && !lapsed(newest)))) {
        return newest
      }
      const attemptsBefore = newest === null ? 0 : attemptsToCarry(newest)
      if (attemptsLeft({ attemptsBefore, attempts: 0 }, limits) === 0) throw attemptsExhausted()
      const now = Math.floor(Date.now() / 1000)
      const record = await tx.insert({
        id: randomUUID(),
        user,
        type: 'document',
        attemptsBefore,
        reservedDay: null,
        now,
      })
      if (record !== null) return record
      const winner = await tx.lockNewest(user)
      if (winner === null) throw new IdentityError('server_error', 'A session was made and is gone.')
      return winner
    })
  }

  async function open(request: OpenRequest): Promise<Opened> {
    for (let round = 0; round < ROUNDS; round++) {
      const record = await claim(request.user)
      if (record.status !== null && record.status !== 'requires_input') return withoutSecret(record)
      const running = inFlight.get(record.id)
      const opened =
        running === undefined ? await begin(record, request) : { ...(await running), made: false }
      // Ended at Stripe before we knew: the next round makes a new one.
      if (opened.record.status !== 'canceled' && opened.record.redaction === null) return opened
    }
    throw new IdentityError('stripe_unavailable', 'Stripe ended the session each time it was opened.')
  }

  function begin(record: SessionRecord, request: OpenRequest): Promise<Opened> {
    const work = record.stripeId === null ? create(record, request) : resume(record)
    const settled = work.finally(() => inFlight.delete(record.id))
    inFlight.set(record.id, settled)
    return settled
  }

  async function resume(record: SessionRecord): Promise<Opened> {
    if (attemptsLeft(record, limits) === 0) throw attemptsExhausted()
    const { record: now, reply } = await ask(record)
    if (now.status !== 'requires_input' || reply === null) return withoutSecret(now)
    if (attemptsLeft(now, limits) === 0) throw attemptsExhausted()
    return { record: now, made: false, clientSecret: reply.clientSecret, url: reply.url }
  }

  /** Retrieves until the answer stands, which takes a second try only where something else was learned meanwhile. */
  async function ask(record: SessionRecord): Promise<{ record: SessionRecord; reply: Reply | null }> {
    let before = record
    for (let round = 0; round < ROUNDS; round++) {
      const reply = await stripe.retrieve(before.stripeId as string).catch((error: unknown) => {
        if (failureOf(error) === 'missing') return null
        throw stripeError(error)
      })
      const applied = await apply(
        reply === null
          ? { kind: 'missing', record: before }
          : { kind: 'reply', record: before, snapshot: reply.snapshot, date: reply.date, cause: 'retrieve' },
      )
      if (applied.record === null) throw notFound()
      if (applied.outcome !== 'stale') return { record: applied.record, reply }
      before = applied.record
    }
    throw new IdentityError('stripe_unavailable', 'The session changed faster than it could be read.')
  }

  async function create(record: SessionRecord, request: OpenRequest): Promise<Opened> {
    const params = await request.params()
    let intent = record
    for (let round = 0; round < 2; round++) {
      try {
        const reply = await stripe.create(
          { id: intent.id, user: request.user },
          params,
          request.returnUrl,
          keyOf(intent),
        )
        return await made(intent, reply)
      } catch (error) {
        const found = await afterFailedCreate(intent, request.user, error)
        if (found.reply !== null) return await made(found.intent, found.reply)
        intent = found.intent
      }
    }
    throw new IdentityError('stripe_unavailable', 'Stripe could not make the session.')
  }

  async function made(intent: SessionRecord, reply: Reply): Promise<Opened> {
    const applied = await apply({
      kind: 'reply',
      record: intent,
      snapshot: reply.snapshot,
      date: reply.date,
      cause: 'create',
    })
    if (applied.record === null)
      throw new IdentityError('server_error', 'The session belongs to another record.')
    const open = applied.record.status === 'requires_input'
    return {
      record: applied.record,
      made: true,
      clientSecret: open ? reply.clientSecret : null,
      url: open ? reply.url : null,
    }
  }

  /**
   * Decides what a failed create leaves: nothing was made (the intent closes, the error goes to the caller), something
   * was made (its reply), or nothing can be said of this key any more (the next one, stored before it is used).
   */
  async function afterFailedCreate(
    intent: SessionRecord,
    user: string,
    error: unknown,
  ): Promise<{ intent: SessionRecord; reply: Reply | null }> {
    const kind = failureOf(error)
    if (kind === 'rejected' || kind === 'state' || kind === 'missing' || kind === 'rate_limited') {
      await giveUp(intent)
      throw stripeError(error)
    }
    const spentKey = kind === 'reused_key' || (error instanceof StripeFailure && error.stored)
    if (!spentKey) throw stripeError(error)
    const reply = await stripe.findByMark(user, intent.id).catch((cause: unknown) => {
      throw stripeError(cause)
    })
    if (reply !== null) return { intent, reply }
    const next = await store.write(async (tx) => {
      const locked = await tx.lock(intent.id)
      if (locked === null || locked.stripeId !== null || locked.createTry !== intent.createTry) return locked
      const raised = { ...locked, createTry: locked.createTry + 1 }
      await tx.save(raised)
      return { ...raised, revision: raised.revision + 1 }
    })
    if (next === null) throw notFound()
    return { intent: next, reply: null }
  }

  async function giveUp(intent: SessionRecord): Promise<void> {
    await store.write(async (tx) => {
      const locked = await tx.lock(intent.id)
      if (locked === null || locked.stripeId !== null || !locked.open) return
      await tx.save({ ...locked, open: false })
    })
  }

  async function current(user: string): Promise<SessionRecord | null> {
    const record = await store.newest(user)
    return record === null || lapsed(record) ? null : record
  }

  async function cancel(user: string, stripeId: string): Promise<SessionRecord> {
    const record = await store.owned(user, stripeId)
    if (record === null) throw notFound()
    if (record.status === 'canceled') return record
    if (record.status !== 'requires_input') throw notCancelable(record)
    const before = await store.write(async (tx) => {
      const locked = await tx.lock(record.id)
      if (locked === null) throw notFound()
      if (locked.status !== 'requires_input') return locked
      const noted = { ...locked, canceledBy: 'user' as const }
      await tx.save(noted)
      return { ...noted, revision: noted.revision + 1 }
    })
    const after = before.status === 'requires_input' ? await cancelAtStripe(before) : before
    if (after.status !== 'canceled') throw notCancelable(after)
    return after
  }

  async function cancelAtStripe(record: SessionRecord): Promise<SessionRecord> {
    try {
      const { snapshot, date } = await stripe.cancel(record.stripeId as string)
      const applied = await apply({ kind: 'reply', record, snapshot, date, cause: 'cancel', actor: 'user' })
      return applied.outcome === 'stale'
        ? (await ask(applied.record as SessionRecord)).record
        : (applied.record ?? record)
    } catch (error) {
      const kind = failureOf(error)
      if (kind === null && error instanceof IdentityError) throw error
      // It may have been submitted meanwhile: what Stripe says now is the answer.
      if (kind === 'state' || kind === 'missing') return (await ask(record)).record
      throw stripeError(error)
    }
  }

  return { open, current, cancel, refresh: async (record) => (await ask(record)).record }
}

function keyOf(intent: SessionRecord): string {
  return `identity-session-${intent.id}-${intent.createTry}`
}

function withoutSecret(record: SessionRecord): Opened {
  return { record, made: false, clientSecret: null, url: null }
}

function attemptsExhausted(): IdentityError {
  return new IdentityError('attempts_exhausted', 'No attempts are left; an operator can help.')
}

function notCancelable(record: SessionRecord): IdentityError {
  return new IdentityError('not_cancelable', `A session that is ${record.status} cannot be canceled.`)
}

function notFound(): IdentityError {
  return new IdentityError('not_found', 'There is no such session.')
}
