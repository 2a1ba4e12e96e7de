import { z } from 'zod'
import type { Snapshot } from './session.js'
import { StripeFailure } from './stripe-failure.js'

/** The metadata key that links a session at Stripe to one of our records. */
export const MARK = 'identity_session'

export interface Reply {
  snapshot: Snapshot
  /** Unix seconds from the reply's `Date` header. */
  date: number
  /** Null if the session is not open for input. Passed only to the session's owner. */
  clientSecret: string | null
  url: string | null
  /** The fields that an operator may see. */
  operatorView: OperatorSession
}

/**
 * Stripe's session without the values that open it (`client_secret`, `url`) and without the data read from the
 * document.
 */
export type OperatorSession = Record<string, unknown>

export const SESSION = z.object({
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

/** Listed one by one, so that a field that Stripe adds stays hidden until it has been reviewed. */
const OPERATOR_FIELDS = [
  'id',
  'object',
  'client_reference_id',
  'created',
  'last_error',
  'last_verification_report',
  'livemode',
  'metadata',
  'options',
  'redaction',
  'related_customer',
  'related_customer_account',
  'related_person',
  'status',
  'type',
  'verification_flow',
] as const

type Answered = { statusCode?: number; headers?: unknown }

/** The id or mark that a reply must have, if given. */
export interface Asked {
  id?: string
  mark?: string
}

export function readReply(body: unknown, response: Answered, asked: Asked = {}): Reply {
  refuseFailures(response)
  const parsed = SESSION.safeParse(body)
  if (!parsed.success) throw unexpected('a verification session', response.statusCode)
  const snapshot = snapshotOf(parsed.data)
  const { id = snapshot.stripeId, mark = snapshot.mark } = asked
  if (snapshot.stripeId !== id || snapshot.mark !== mark) throw unexpected('the session that was asked for')
  return {
    snapshot,
    date: dateOf(response.headers),
    clientSecret: parsed.data.client_secret ?? null,
    url: parsed.data.url ?? null,
    operatorView: Object.fromEntries(
      OPERATOR_FIELDS.filter((field) => Object.hasOwn(Object(body), field)).map((field) => [
        field,
        Reflect.get(Object(body), field),
      ]),
    ),
  }
}

/** stripe-node treats any JSON without `error` as a success, whatever the status. */
export function refuseFailures({ statusCode }: Answered): void {
  if (statusCode !== undefined && statusCode >= 300) throw unexpected('a success', statusCode)
}

/** Reads one page of a list; `hasMore` means that more pages follow in the direction of the request. */
export function readList(body: unknown, response: Answered): { data: unknown[]; hasMore: boolean } {
  refuseFailures(response)
  const { data, has_more } = Object(body) as { data?: unknown; has_more?: unknown }
  if (!Array.isArray(data)) throw unexpected('a list', response.statusCode)
  return { data, hasMore: has_more === true }
}

export function snapshotOf(session: z.infer<typeof SESSION>): Snapshot {
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

/** The `Date` of a reply, or our own time if a proxy removed it. */
export function dateOf(headers: unknown): number {
  const value = headers instanceof Object ? Reflect.get(headers, 'date') : undefined
  const date = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Math.floor((Number.isNaN(date) ? Date.now() : date) / 1000)
}

export function unexpected(wanted: string, status?: number): StripeFailure {
  return new StripeFailure(
    'unavailable',
    `Stripe's answer is not ${wanted}${status ? ` (${status})` : ''}.`,
    {
      garbled: true,
    },
  )
}
