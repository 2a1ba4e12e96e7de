import Stripe from 'stripe'
import { z } from 'zod'
import type { Snapshot } from './session.js'
import { type Failure, failureOf, persist, StripeFailure } from './stripe-failure.js'

/** The metadata key by which a session at Stripe is known as made for one of our records. */
export const MARK = 'identity_session'

/** One request may take this long, all tries of a call together not longer than `CALL_MS`. */
const REQUEST_MS = 6_000
const CALL_MS = 10_000
/** Signatures and our clock may differ by this much, in both directions. */
const TOLERANCE_S = 300
const PAGE = 100
/** Pages of one listing; a listing that is longer goes on at the next round. */
const MAX_PAGES = 10

export interface Reply {
  snapshot: Snapshot
  /** Unix seconds: the answer's `Date`. */
  date: number
  /** Null once the session is not open for input. Only ever handed to the session's owner. */
  clientSecret: string | null
  url: string | null
}

export interface IdentityEvent {
  id: string
  type: string
  /** Unix seconds. */
  created: number
  livemode: boolean
  /** Null for events of other kinds. */
  snapshot: Snapshot | null
}

export interface StripeOptions {
  secretKey: string
  webhookSecrets: readonly string[]
  /** Another host than Stripe's, as `http://host:port`. */
  apiBase?: string | undefined
}

/** Parameters of a create as the host gives them: Stripe's own names. */
export type CreateParams = Omit<
  Stripe.Identity.VerificationSessionCreateParams,
  'expand' | 'return_url' | 'client_reference_id'
>

/** Everything this package says to Stripe. Stripe's types end here; failures are `StripeFailure`s. */
export interface StripeApi {
  readonly livemode: boolean
  /** Makes the session of a record; `key` makes a repetition harmless. */
  create(
    record: { id: string; user: string },
    params: CreateParams,
    returnUrl: string | null,
    key: string,
  ): Promise<Reply>
  retrieve(stripeId: string): Promise<Reply>
  cancel(stripeId: string): Promise<Reply>
  /** Looks among the user's sessions for the one made for our record; null where there is none. */
  findByMark(user: string, mark: string): Promise<Reply | null>
  /** Identity events made at or after `since` (unix seconds), oldest first. */
  events(since: number): Promise<IdentityEvent[]>
  /** Checks a webhook's signature against every secret; throws a `StripeFailure` of kind `signature`. */
  readEvent(body: Buffer, signature: string | undefined): IdentityEvent
}

export function openStripe({ secretKey, webhookSecrets, apiBase }: StripeOptions): StripeApi {
  const stripe = new Stripe(secretKey, {
    ...hostOf(apiBase),
    timeout: REQUEST_MS,
    maxNetworkRetries: 0,
    telemetry: false,
  })
  const sessions = stripe.identity.verificationSessions

  async function call(request: () => Promise<Stripe.Response<unknown>>): Promise<Reply> {
    const response = await persist(request, CALL_MS)
    return readReply(response, response.lastResponse)
  }

  return {
    livemode: secretKey.includes('_live_'),

    create: (record, params, returnUrl, key) =>
      call(() =>
        sessions.create(
          {
            ...params,
            client_reference_id: record.user,
            metadata: { ...(params.metadata || {}), [MARK]: record.id },
            ...(returnUrl === null ? {} : { return_url: returnUrl }),
          },
          { idempotencyKey: key },
        ),
      ),
    retrieve: (stripeId) => call(() => sessions.retrieve(stripeId)),
    cancel: (stripeId) => call(() => sessions.cancel(stripeId)),

    async findByMark(user, mark) {
      let after: string | undefined
      for (let page = 0; page < MAX_PAGES; page++) {
        const list = await persist(
          () =>
            sessions.list({
              client_reference_id: user,
              limit: PAGE,
              ...(after === undefined ? {} : { starting_after: after }),
            }),
          CALL_MS,
        )
        const found = list.data.find((session) => session.metadata?.[MARK] === mark)
        if (found !== undefined) return call(() => sessions.retrieve(found.id))
        after = list.data.at(-1)?.id
        if (!list.has_more || after === undefined) return null
      }
      return null
    },

    async events(since) {
      const found: IdentityEvent[] = []
      let after: string | undefined
      for (let page = 0; page < MAX_PAGES; page++) {
        const list = await persist(
          () =>
            stripe.events.list({
              types: EVENT_TYPES,
              created: { gte: since },
              limit: PAGE,
              ...(after === undefined ? {} : { starting_after: after }),
            }),
          CALL_MS,
        )
        if (!Array.isArray(list.data)) throw unexpected('a list of events')
        found.push(...list.data.map(readEventObject))
        after = list.data.at(-1)?.id
        if (!list.has_more || after === undefined) break
      }
      return found.reverse()
    },

    readEvent(body, signature) {
      const header = signature ?? ''
      const time = Number(/(?:^|,)t=(\d+)/.exec(header)?.[1])
      let cause: unknown
      for (const secret of webhookSecrets) {
        try {
          const event = stripe.webhooks.constructEvent(body, header, secret, TOLERANCE_S)
          // stripe-node lets times of the future pass.
          if (!(time - Date.now() / 1000 <= TOLERANCE_S)) throw new Error('The signature is of the future.')
          return readEventObject(event)
        } catch (error) {
          cause = error
        }
      }
      throw new StripeFailure('signature', 'No webhook secret fits the signature.', { cause })
    },
  }
}

const EVENT_TYPES: string[] = [
  'created',
  'processing',
  'verified',
  'requires_input',
  'canceled',
  'redacted',
].map((name) => `identity.verification_session.${name}`)

const SESSION = z.object({
  id: z.string().startsWith('vs_'),
  object: z.literal('identity.verification_session'),
  status: z.string(),
  type: z.string(),
  livemode: z.boolean(),
  created: z.int(),
  client_secret: z.string().nullish(),
  url: z.string().nullish(),
  last_error: z.object({ code: z.string().nullable(), reason: z.string().nullish() }).nullish(),
  last_verification_report: z.union([z.string(), z.object({ id: z.string() })]).nullish(),
  redaction: z.object({ status: z.string() }).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
})

const EVENT = z.object({
  id: z.string().startsWith('evt_'),
  type: z.string(),
  created: z.int(),
  livemode: z.boolean(),
  data: z.object({ object: z.unknown() }),
})

function readReply(body: unknown, response: { statusCode?: number; headers?: unknown }): Reply {
  if (response.statusCode !== undefined && response.statusCode >= 300)
    throw unexpected('a success', response.statusCode)
  const parsed = SESSION.safeParse(body)
  if (!parsed.success) throw unexpected('a verification session', response.statusCode)
  return {
    snapshot: snapshotOf(parsed.data),
    date: dateOf(response.headers),
    clientSecret: parsed.data.client_secret ?? null,
    url: parsed.data.url ?? null,
  }
}

function readEventObject(event: unknown): IdentityEvent {
  const parsed = EVENT.safeParse(event)
  if (!parsed.success) throw unexpected('an event')
  const { id, type, created, livemode, data } = parsed.data
  const session = type.startsWith('identity.verification_session.') ? SESSION.safeParse(data.object) : null
  return { id, type, created, livemode, snapshot: session?.success ? snapshotOf(session.data) : null }
}

function snapshotOf(session: z.infer<typeof SESSION>): Snapshot {
  const report = session.last_verification_report
  return {
    stripeId: session.id,
    mark: session.metadata?.[MARK] ?? null,
    status: session.status,
    lastError: session.last_error?.code
      ? { code: session.last_error.code, reason: session.last_error.reason ?? null }
      : null,
    redaction: session.redaction?.status ?? null,
    type: session.type,
    livemode: session.livemode,
    created: session.created,
    report: (typeof report === 'object' ? report?.id : report) ?? null,
  }
}

/** The `Date` of an answer, or our own time where a proxy removed it. */
function dateOf(headers: unknown): number {
  const value = headers instanceof Object ? Reflect.get(headers, 'date') : undefined
  const date = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Math.floor((Number.isNaN(date) ? Date.now() : date) / 1000)
}

function hostOf(apiBase: string | undefined): Partial<ConstructorParameters<typeof Stripe>[1]> {
  if (apiBase === undefined) return {}
  const url = new URL(apiBase)
  const protocol = url.protocol === 'http:' ? 'http' : 'https'
  return { host: url.hostname, protocol, port: url.port || (protocol === 'http' ? 80 : 443) }
}

function unexpected(wanted: string, status?: number): StripeFailure {
  return new StripeFailure('unavailable', `Stripe's answer is not ${wanted}${status ? ` (${status})` : ''}.`)
}

export { type Failure, failureOf, StripeFailure }
