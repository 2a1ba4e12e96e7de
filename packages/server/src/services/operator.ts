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

/** What people who run the site may do. Each act is written to the session's history with who did it. */
export interface Operators {
  list(params: Record<string, unknown>): Promise<{ data: OperatorSession[]; hasMore: boolean }>
  retrieve(stripeId: string): Promise<OperatorSession>
  update(stripeId: string, params: UpdateParams, operator: string): Promise<OperatorSession>
  cancel(stripeId: string, operator: string): Promise<OperatorSession>
  redact(stripeId: string, operator: string): Promise<OperatorSession>
  /** Takes in a session that was made elsewhere. */
  adopt(user: string, stripeId: string, operator: string): ReturnType<Adoptions['adopt']>
  reports(params: Record<string, unknown>): Promise<{ data: unknown[]; hasMore: boolean }>
  report(id: string): Promise<unknown>
  summary(since: number): Promise<Summary>
  history(stripeId: string): Promise<Transition[]>
}

/** People wait a moment for their turn; where it would be longer than this they are told at once. */
const PATIENCE_MS = 5_000

interface Context {
  store: Store
  stripe: StripeApi
  apply: Apply
  ask: Ask
  cancel: Cancel
  redaction: Redaction
  adoptions: Adoptions
  /** Shared with the reconciler: operators' lists must not eat up Stripe's limit either. */
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
        `Too many calls of Stripe at once. Try again in ${seconds} s.`,
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
        throw new IdentityError('not_found', 'Stripe does not know it.', { cause: error })
      // Who may not do it now has been told before; what is left is what was asked for.
      const refused = failureOf(error) !== null && stripesWords(error)?.status === 400
      if (refused && !isNotActivated(error)) throw badParameters(error)
      throw stripeError(error)
    })
  }

  /** What a list or a retrieve brought, told to the truth; sessions of others in the account are only passed on. */
  async function learn(replies: Reply[]): Promise<void> {
    for (const { snapshot, date } of replies) {
      const record = await store.byStripeId(snapshot.stripeId)
      if (record === null) continue
      // The request left before the record was read, so its age cannot speak for the answer.
      const asked = { ...record, revision: -1 }
      const applied = await apply({ kind: 'reply', record: asked, snapshot, date, cause: 'retrieve' })
      if (applied.outcome !== 'stale') continue
      // Where the bucket is empty the reconciler asks, which goes by the same bucket.
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

  /** What was done is shown, whatever the bucket holds: a refusal would say that it was not done. */
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

/** A session that Stripe does not know any more, as we do. */
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
