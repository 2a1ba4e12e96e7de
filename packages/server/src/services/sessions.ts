import { IdentityError } from '../errors.js'
import type { SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import type { CreateParams, Reply, StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'
import type { Ask } from './ask.js'
import type { Cancel } from './cancel.js'
import { canLookNow, failedCreate } from './failed-create.js'
import { attemptsExhausted, type Claimed, createIntents, keyOf } from './intents.js'
import type { KnownKey } from './known-key.js'
import { attemptsLeft, type Limits } from './limits.js'
import { stripeError } from './stripe-error.js'

/**
 * Maximum number of rounds. A session may end at Stripe while it is opened, but more rounds than this indicate a
 * fault.
 */
const ROUNDS = 5

export interface OpenRequest {
  user: string
  /** A URL from the allow-list; null if the host has none. */
  returnUrl: string | null
  /** Called only if a session has to be created. */
  params: () => Promise<CreateParams>
}

export interface Opened {
  record: SessionRecord
  /** True if this request created the session. */
  made: boolean
  /** Null if the session takes no submission. */
  clientSecret: string | null
  url: string | null
}

export interface Sessions {
  /** Gets or creates: resumes an open session, returns one in progress or verified, otherwise creates one. */
  open(request: OpenRequest): Promise<Opened>
  /** The newest session that counts, or null. */
  current(user: string): Promise<SessionRecord | null>
  cancel(user: string, stripeId: string): Promise<SessionRecord>
}

interface Context {
  store: Store
  stripe: StripeApi
  apply: Apply
  ask: Ask
  cancel: Cancel
  key: KnownKey
  limits: Limits
  /** Seconds after which a verification expires; null for never. */
  verificationMaxAge: number | null
}

export function createSessions(context: Context): Sessions {
  const { store, stripe, apply, ask, key, limits, verificationMaxAge } = context
  const intents = createIntents(store, limits, lapsed)
  /** Concurrent requests of one user share one claim and one call to Stripe. */
  const inFlight = new Map<string, Promise<Opened>>()

  function lapsed(record: SessionRecord): boolean {
    if (record.status !== 'verified' || verificationMaxAge === null) return false
    return Math.floor(store.now() / 1000) - (record.verifiedAt ?? 0) > verificationMaxAge
  }

  async function open(request: OpenRequest): Promise<Opened> {
    const running = inFlight.get(request.user)
    if (running !== undefined) return { ...(await running), made: false }
    const work = openAlone(request).finally(() => inFlight.delete(request.user))
    inFlight.set(request.user, work)
    return work
  }

  async function openAlone(request: OpenRequest): Promise<Opened> {
    for (let round = 0; round < ROUNDS; round++) {
      const claimed = await intents.claim(request.user)
      const { record } = claimed
      if (record.status !== null && record.status !== 'requires_input') return withoutSecret(record)
      const opened = record.stripeId === null ? await create(claimed, request) : await resume(record)
      // The session had already ended at Stripe, so the next round creates a new one.
      if (opened.record.status !== 'canceled' && opened.record.redaction === null) return opened
    }
    throw new IdentityError('stripe_unavailable', 'Stripe ended the session each time it was opened.')
  }

  async function resume(record: SessionRecord): Promise<Opened> {
    if (attemptsLeft(record, limits) === 0) throw attemptsExhausted()
    const { record: now, reply } = await ask(record, await key.seenEver())
    if (now.status !== 'requires_input' || reply === null) return withoutSecret(now)
    if (attemptsLeft(now, limits) === 0) throw attemptsExhausted()
    return { record: now, made: false, clientSecret: reply.clientSecret, url: reply.url }
  }

  async function create({ record, fresh }: Claimed, request: OpenRequest): Promise<Opened> {
    const params = await request.params().catch(async (error: unknown) => {
      if (fresh) await intents.giveUp(record)
      throw error
    })
    let intent = record
    for (let round = 0; round < 2; round++) {
      try {
        const owner = { id: intent.id, user: request.user }
        return await made(intent, await stripe.create(owner, params, request.returnUrl, keyOf(intent)))
      } catch (error) {
        const found = await afterFailedCreate(intent, request.user, fresh && round === 0, error)
        if (found.reply !== null) return await made(found.intent, found.reply)
        intent = found.intent
      }
    }
    throw new IdentityError('stripe_unavailable', 'Stripe could not create the session.')
  }

  async function made(intent: SessionRecord, reply: Reply): Promise<Opened> {
    const { snapshot, date } = reply
    const { record } = await apply({ kind: 'reply', record: intent, snapshot, date, cause: 'create' })
    if (record === null) throw new IdentityError('server_error', 'The session belongs to another record.')
    if (record.status !== 'requires_input') return { ...withoutSecret(record), made: true }
    return { record, made: true, clientSecret: reply.clientSecret, url: reply.url }
  }

  /**
   * Returns the session that was created despite the failure, or the intent with a new key to retry; throws if
   * neither is possible now.
   */
  async function afterFailedCreate(
    intent: SessionRecord,
    user: string,
    isFirst: boolean,
    error: unknown,
  ): Promise<{ intent: SessionRecord; reply: Reply | null }> {
    const outcome = failedCreate(error, isFirst)
    if (outcome === 'nothing_made') await intents.giveUp(intent)
    if (outcome === 'nothing_made' || (outcome === 'maybe_made' && !canLookNow(error)))
      throw stripeError(error)
    const reply = await stripe.findByMark(user, intent.id).catch((cause: unknown) => {
      throw stripeError(cause)
    })
    if (reply !== null) return { intent, reply }
    if (outcome === 'maybe_made') throw stripeError(error)
    const next = await intents.nextTry(intent)
    if (next === null) throw notFound()
    return { intent: next, reply: null }
  }

  async function current(user: string): Promise<SessionRecord | null> {
    const record = await store.newest(user)
    return record === null || lapsed(record) ? null : record
  }

  async function cancel(user: string, stripeId: string): Promise<SessionRecord> {
    const record = await store.owned(user, stripeId)
    if (record === null) throw notFound()
    const after = record.status === 'canceled' ? record : await context.cancel(record, { by: 'user' })
    if (after.status === 'canceled') return after
    throw new IdentityError('not_cancelable', `A session that is ${after.status} cannot be canceled.`)
  }

  return { open, current, cancel }
}

function withoutSecret(record: SessionRecord): Opened {
  return { record, made: false, clientSecret: null, url: null }
}

function notFound(): IdentityError {
  return new IdentityError('not_found', 'There is no such session.')
}
