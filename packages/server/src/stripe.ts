import Stripe from 'stripe'
import type { Observer } from './observer.js'
import { createBreaker } from './stripe-breaker.js'
import { EVENT_TYPES, type EventContent, type IdentityEvent, readEventObject } from './stripe-events.js'
import {
  type Failure,
  failureOf,
  isNotActivated,
  persist,
  type Refusal,
  StripeFailure,
  stripesWords,
} from './stripe-failure.js'
import { agentThrough, boundedHttpClient } from './stripe-http.js'
import {
  type Asked,
  dateOf,
  MARK,
  type OperatorSession,
  type Reply,
  readList,
  readReply,
  refuseFailures,
} from './stripe-shapes.js'
import { createEventReader } from './stripe-signature.js'

/** Timeouts for Stripe, in milliseconds. */
export interface StripeTimeouts {
  /** One request. */
  request: number
  /** All attempts of a call together. */
  call: number
  /** Time after which a single call is let through to an unreachable Stripe. */
  pause: number
}
const TIMEOUTS: StripeTimeouts = { request: 6_000, call: 10_000, pause: 10_000 }
const PAGE = 100
/** Pages per listing; a longer listing continues in the next round. */
const MAX_PAGES = 10

export interface StripeOptions {
  secretKey: string
  /** The key for reading sensitive results, if there is one. */
  restrictedKey?: string | undefined
  webhookSecrets: readonly string[]
  /** A host in place of Stripe's, such as `http://host:port`. */
  apiBase?: string | undefined
  /** Shorter timeouts for tests. */
  timeouts?: StripeTimeouts | undefined
  /** A proxy for all calls, such as `http://host:port`. */
  httpsProxy?: string | undefined
}

/** The create parameters that a host may set, in Stripe's own names. */
export type CreateParams = Omit<
  Stripe.Identity.VerificationSessionCreateParams,
  'expand' | 'return_url' | 'client_reference_id'
>
export type UpdateParams = Omit<Stripe.Identity.VerificationSessionUpdateParams, 'expand'>
/** The verified data in Stripe's own form. Sensitive fields are present only if they were requested. */
export type VerifiedOutputs = Stripe.Identity.VerificationSession.VerifiedOutputs

/** A key with which Stripe's SDK in a native app opens one session. */
export interface EphemeralKey {
  /** Stripe's id of the session. */
  session: string
  /** `ek_…`, for the app of the session's owner only. */
  secret: string
  /** Unix seconds. */
  expires: number
}

export interface EventsPage {
  events: IdentityEvent[]
  /** The event after which the next page starts; null on the last page. */
  next: string | null
  /** Unix seconds: the `created` of the page's newest event, or the reply's `Date` on an empty page. */
  newest: number
}

/** All calls of this package to Stripe. Stripe's types stay inside; failures are `StripeFailure`s. */
export interface StripeApi {
  readonly livemode: boolean
  /** Creates the session of a record. `key` makes a retry safe. */
  create(
    record: { id: string; user: string },
    params: CreateParams,
    returnUrl: string | null,
    key: string,
  ): Promise<Reply>
  retrieve(stripeId: string): Promise<Reply>
  update(stripeId: string, params: UpdateParams): Promise<Reply>
  cancel(stripeId: string): Promise<Reply>
  redact(stripeId: string): Promise<Reply>
  /** One page of the account's sessions, including those created elsewhere, in Stripe's order. */
  list(params: Record<string, unknown>): Promise<{ sessions: Reply[]; hasMore: boolean }>
  /** Finds the user's session that was created for our record; null if there is none. */
  findByMark(user: string, mark: string): Promise<Reply | null>
  /**
   * One page of the Identity events created at or after `since` (unix seconds), newest first, starting after the
   * event `after` if given. Unreadable events are left out.
   */
  events(since: number, after: string | null): Promise<EventsPage>
  reports(params: Record<string, unknown>): Promise<{ data: unknown[]; hasMore: boolean }>
  report(id: string): Promise<unknown>
  /** Reads with the restricted key. Throws a `StripeFailure` of kind `rejected` if there is none. */
  verifiedOutputs(stripeId: string, fields: readonly string[]): Promise<VerifiedOutputs | null>
  /**
   * Creates a key for Stripe's native SDKs that opens this session only. `apiVersion` is the version that the SDK
   * uses.
   */
  ephemeralKey(stripeId: string, apiVersion: string): Promise<EphemeralKey>
  /**
   * Checks a webhook's signature against every secret. Throws a `StripeFailure` of kind `signature` or `malformed`.
   */
  readEvent(body: Buffer, signature: string | undefined): IdentityEvent
}

export function openStripe(
  { secretKey, restrictedKey, webhookSecrets, apiBase, httpsProxy, timeouts = TIMEOUTS }: StripeOptions,
  observer: Observer,
): StripeApi {
  const agent = agentThrough(httpsProxy, apiBase)
  const connect = (key: string) =>
    new Stripe(key, {
      ...hostOf(apiBase),
      httpClient: boundedHttpClient(timeouts.request, agent),
      timeout: timeouts.request,
      maxNetworkRetries: 0,
      telemetry: false,
    })
  const stripe = connect(secretKey)
  const sessions = stripe.identity.verificationSessions
  const breaker = createBreaker(timeouts.pause)
  const call = async <T>(request: () => Promise<T>, refusal?: Refusal): Promise<T> => {
    const started = performance.now()
    let outcome: string = 'ok'
    try {
      return await breaker(() => persist(request, timeouts.call, refusal))
    } catch (error) {
      outcome = failureOf(error) ?? 'unavailable'
      const words = stripesWords(error)
      if (words !== null) observer.stripeRefusal(words.code ?? words.type)
      throw error
    } finally {
      observer.stripeCall(outcome, (performance.now() - started) / 1000)
    }
  }

  async function reply(
    asked: Asked,
    request: () => Promise<Stripe.Response<unknown>>,
    refusal?: Refusal,
  ): Promise<Reply> {
    return call(async () => {
      const response = await request()
      return readReply(response, response.lastResponse, asked)
    }, refusal)
  }
  async function page(request: () => Promise<Stripe.Response<unknown>>) {
    return call(async () => {
      const response = await request()
      return { ...readList(response, response.lastResponse), response: response.lastResponse }
    })
  }
  /** Walks the pages of a list, newest first, up to a limit. */
  async function* walk(
    request: (after: object) => Promise<Stripe.Response<unknown>>,
  ): AsyncGenerator<unknown> {
    let after = {}
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const { data, hasMore } = await page(() => request(after))
      yield* data
      const last = Reflect.get(Object(data.at(-1)), 'id')
      if (!hasMore || typeof last !== 'string') return
      after = { starting_after: last }
    }
  }

  return {
    livemode: secretKey.includes('_live_'),

    create: ({ id, user }, params, returnUrl, key) =>
      reply({ mark: id }, () =>
        sessions.create(
          {
            ...params,
            client_reference_id: user,
            metadata: { ...(params.metadata || {}), [MARK]: id },
            ...(returnUrl === null ? {} : { return_url: returnUrl }),
          },
          { idempotencyKey: key },
        ),
      ),
    retrieve: (stripeId) => reply({ id: stripeId }, () => sessions.retrieve(stripeId)),
    update: (stripeId, params) => reply({ id: stripeId }, () => sessions.update(stripeId, params), 'state'),
    cancel: (stripeId) => reply({ id: stripeId }, () => sessions.cancel(stripeId), 'state'),
    redact: (stripeId) => reply({ id: stripeId }, () => sessions.redact(stripeId), 'state'),

    async list(params) {
      const { data, hasMore, response } = await page(() => sessions.list(params))
      return { sessions: data.map((session) => readReply(session, response)), hasMore }
    },
    async findByMark(user, mark) {
      const listing = walk((after) => sessions.list({ client_reference_id: user, limit: PAGE, ...after }))
      for await (const session of listing) {
        const { id, metadata } = Object(session) as { id: string; metadata?: Record<string, string> }
        // Only a retrieve returns a fresh secret.
        if (metadata?.[MARK] === mark) return reply({ id, mark }, () => sessions.retrieve(id))
      }
      return null
    },
    async events(since, after) {
      const from = after === null ? {} : { starting_after: after }
      const { data, hasMore, response } = await page(() =>
        stripe.events.list({ types: EVENT_TYPES, created: { gte: since }, limit: PAGE, ...from }),
      )
      const last = Reflect.get(Object(data.at(-1)), 'id')
      const newest = Reflect.get(Object(data[0]), 'created')
      return {
        events: data.flatMap(readable),
        next: hasMore && typeof last === 'string' ? last : null,
        newest: typeof newest === 'number' ? newest : dateOf(response.headers),
      }
    },

    async reports(params) {
      const { data, hasMore } = await page(() => stripe.identity.verificationReports.list(params))
      return { data, hasMore }
    },
    report: (id) =>
      call(async () => {
        const response = await stripe.identity.verificationReports.retrieve(id)
        refuseFailures(response.lastResponse)
        return response
      }),
    async verifiedOutputs(stripeId, fields) {
      if (restrictedKey === undefined) throw new StripeFailure('rejected', 'There is no restricted key.')
      const expand = ['verified_outputs', ...fields.map((field) => `verified_outputs.${field}`)]
      return call(async () => {
        const reader = connect(restrictedKey).identity.verificationSessions
        const response = await reader.retrieve(stripeId, { expand })
        readReply(response, response.lastResponse)
        return response.verified_outputs ?? null
      })
    },

    ephemeralKey: (stripeId, apiVersion) =>
      call(async () => {
        const key = await stripe.ephemeralKeys.create({ verification_session: stripeId }, { apiVersion })
        refuseFailures(key.lastResponse)
        if (typeof key.secret !== 'string')
          throw new StripeFailure('unavailable', 'Stripe returned a key without its secret.', {
            garbled: true,
          })
        return { session: stripeId, secret: key.secret, expires: key.expires }
      }),

    readEvent: createEventReader(stripe.webhooks, webhookSecrets),
  }
}

function readable(event: unknown): IdentityEvent[] {
  try {
    return [readEventObject(event)]
  } catch {
    return []
  }
}

function hostOf(apiBase: string | undefined): Partial<ConstructorParameters<typeof Stripe>[1]> {
  if (apiBase === undefined) return {}
  const url = new URL(apiBase)
  const protocol = url.protocol === 'http:' ? 'http' : 'https'
  return { host: url.hostname, protocol, port: url.port || (protocol === 'http' ? 80 : 443) }
}

export {
  type EventContent,
  type Failure,
  failureOf,
  type IdentityEvent,
  isNotActivated,
  MARK,
  type OperatorSession,
  type Reply,
  StripeFailure,
  stripesWords,
}
