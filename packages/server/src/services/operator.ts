import { IdentityError } from '../errors.js'
import { type SessionRecord, viewOf } from '../session.js'
import type { Store, Summary, Transition } from '../store/store.js'
import {
  failureOf,
  isNotActivated,
  MARK,
  type OperatorSession,
  type Reply,
  type StripeApi,
  stripesWords,
  type UpdateParams,
} from '../stripe.js'
import type { Adoptions } from './adopt.js'
import type { Apply } from './apply.js'
import type { Ask } from './ask.js'
import type { Cancel } from './cancel.js'
import type { Redaction } from './redact.js'
import { stripeError } from './stripe-error.js'
import type { TokenBucket } from './token-bucket.js'

/** The operators' actions at Stripe. Each change is written to the session's history with the operator's id. */
export interface Operators {
  list(params: Record<string, unknown>): Promise<{ data: OperatorSession[]; hasMore: boolean }>
  retrieve(stripeId: string): Promise<OperatorSession>
  update(stripeId: string, params: UpdateParams, operator: string): Promise<OperatorSession>
  cancel(stripeId: string, operator: string): Promise<OperatorSession>
  redact(stripeId: string, operator: string): Promise<OperatorSession>
  /** Adopts a session that was created elsewhere. */
  adopt(user: string, stripeId: string, operator: string): ReturnType<Adoptions['adopt']>
  reports(params: Record<string, unknown>): Promise<{ data: unknown[]; hasMore: boolean }>
  report(id: string): Promise<unknown>
  summary(since: number): Promise<Summary>
  history(stripeId: string): Promise<Transition[]>
}

/** The longest wait for a call to Stripe. A longer one is refused at once. */
const PATIENCE_MS = 5_000

interface Context {
  store: Store
  stripe: StripeApi
  apply: Apply
  ask: Ask
  cancel: Cancel
  redaction: Redaction
  adoptions: Adoptions
  /** Shared with the reconciler, so that operators' lists stay within the same limit. */
  bucket: TokenBucket
}

export function createOperators({
  store,
  stripe,
  apply,
  ask,
  cancel,
  redaction,
  adoptions,
  bucket,
}: Context): Operators {
  async function call<T>(request: () => Promise<T>): Promise<T> {
    const waitMs = bucket.waitMs()
    if (waitMs > PATIENCE_MS) {
      const seconds = Math.ceil((waitMs - PATIENCE_MS) / 1000)
      throw new IdentityError(
        'rate_limited',
        `Too many calls to Stripe at once. Try again in ${seconds} s.`,
        {
          headers: { 'Retry-After': String(seconds) },
        },
      )
    }
    await bucket.turn()
    return answered(request)
  }

  function answered<T>(request: () => Promise<T>): Promise<T> {
    return request().catch((error: unknown) => {
      if (failureOf(error) === 'missing')
        throw new IdentityError('not_found', 'Stripe has no such object.', { cause: error })
      // Missing permissions were reported before, so only the parameters remain as the cause.
      const refused = failureOf(error) !== null && stripesWords(error)?.status === 400
      if (refused && !isNotActivated(error)) throw badParameters(error)
      throw stripeError(error)
    })
  }

  /**
   * Applies the sessions of a list or a retrieve. Sessions in the account without a record here are only passed on.
   */
  async function learn(replies: Reply[]): Promise<void> {
    for (const { snapshot, date } of replies) {
      const record = await store.byStripeId(snapshot.stripeId)
      if (record === null) continue
      // The request was sent before the record was read, so the record's revision proves nothing about the reply.
      const asked = { ...record, revision: -1 }
      const applied = await apply({ kind: 'reply', record: asked, snapshot, date, cause: 'retrieve' })
      if (applied.outcome !== 'stale') continue
      // With an empty bucket the retrieve is left to the reconciler, which shares the bucket.
      if (bucket.take()) await ask(record)
      else await store.write((tx) => tx.touch(record.id, { lookAt: store.now() }))
    }
  }

  async function ours(stripeId: string): Promise<SessionRecord> {
    const record = await store.byStripeId(stripeId)
    if (record === null) throw new IdentityError('not_found', 'There is no such session.')
    return record
  }

  async function shown(reply: Reply): Promise<OperatorSession> {
    await learn([reply])
    return reply.operatorView
  }

  /** Shows the result even with an empty bucket, because a refusal would look as if the action had failed. */
  const afterwards = async (record: SessionRecord): Promise<OperatorSession> => {
    const reply = await stripe.retrieve(record.stripeId as string).catch((error: unknown) => {
      if (failureOf(error) === 'missing') return null
      throw stripeError(error)
    })
    return reply === null ? ofOurs(record) : shown(reply)
  }

  return {
    retrieve: async (stripeId) => shown(await call(() => stripe.retrieve(stripeId))),

    async list(params) {
      const { sessions, hasMore } = await call(() => stripe.list(params))
      await learn(sessions)
      return { data: sessions.map(({ operatorView }) => operatorView), hasMore }
    },

    async update(stripeId, params, operator) {
      const record = await ours(stripeId)
      if (params.metadata && Object.hasOwn(params.metadata, MARK)) {
        throw new IdentityError(
          'invalid_request',
          `metadata.${MARK} ties the session to its user and stays as it is.`,
        )
      }
      const reply = await call(() =>
        stripe.update(stripeId, params).catch(async (error: unknown) => {
          throw failureOf(error) === 'state' ? await invalidState(record, 'updated', error) : error
        }),
      )
      const { snapshot, date } = reply
      const applied = await apply({ kind: 'reply', record, snapshot, date, cause: 'update', actor: operator })
      if (applied.outcome === 'stale') await ask(record)
      return reply.operatorView
    },

    async cancel(stripeId, operator) {
      const after = await cancel(await ours(stripeId), { by: 'operator', id: operator })
      if (after.status !== 'canceled') throw await invalidState(after, 'canceled')
      return afterwards(after)
    },

    async redact(stripeId, operator) {
      return afterwards(await redaction.redact(await ours(stripeId), operator))
    },

    adopt: (user, stripeId, operator) => call(() => adoptions.adopt(user, stripeId, operator)),
    reports: (params) => call(() => stripe.reports(params)),
    report: (id) => call(() => stripe.report(id)),
    summary: (since) => store.summary(since),
    history: async (stripeId) => store.history((await ours(stripeId)).id),
  }

  async function invalidState(record: SessionRecord, done: string, cause?: unknown): Promise<IdentityError> {
    const { record: now } = cause === undefined ? { record } : await ask(record)
    if (cause !== undefined && now.status === 'requires_input') return badParameters(cause)
    return new IdentityError('invalid_state', `A session that is ${now.status} cannot be ${done}.`, {
      cause,
      details: { status: now.status },
    })
  }
}

/** The view of a session that no longer exists at Stripe, from our record. */
function ofOurs(record: SessionRecord): OperatorSession {
  const { id, status, type, livemode, created, last_error, redaction } = viewOf(record, 0)
  return {
    id,
    object: 'identity.verification_session',
    status,
    type,
    livemode,
    created,
    last_error,
    redaction,
  }
}

function badParameters(cause: unknown): IdentityError {
  return new IdentityError('invalid_request', 'Stripe refuses these parameters.', { cause })
}
