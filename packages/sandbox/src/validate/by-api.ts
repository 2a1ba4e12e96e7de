import { type Call, DESTINATIONS, type Json, REPORTS, SESSIONS } from './client.js'

const DAY_S = 24 * 3600
/** A little more than 48 hours. */
const OLD_S = 2 * DAY_S + 3600
/** A little less than the time for which events are listed. */
const LISTED_S = 29 * DAY_S
const MOST_LOOKED_AT = 10

/** The parameters of the session that a run submits. An earlier run leaves a redacted session with the same options. */
export function submittedParams(text: (name: string) => string) {
  return {
    type: 'document',
    client_reference_id: text('submission'),
    metadata: { mine: text('metadata') },
    provided_details: { email: `${text('submission')}@example.com` },
    options: { document: { require_matching_selfie: true } },
  }
}

const SUBMITTED_OPTIONS = JSON.stringify(submittedParams(() => '').options)

/** The reference of a session that is kept for a later run. */
export const KEPT = 'kept'

/** True if an earlier run kept the session. Sessions of other origin are only read. */
export function isKept({ client_reference_id }: Json): boolean {
  return new RegExp(`^validate[0-9a-f]+-${KEPT}$`).test(client_reference_id)
}

/** Creates a destination of thin events. */
export async function createDestination(
  call: Call,
  address: string,
  name: string,
): Promise<string | undefined> {
  const { body } = await call(
    'POST',
    DESTINATIONS,
    {
      name,
      type: 'webhook_endpoint',
      event_payload: 'thin',
      enabled_events: ['created', 'requires_input'].map((fact) => `v1.identity.verification_session.${fact}`),
      webhook_endpoint: { url: address },
      include: ['webhook_endpoint.signing_secret'],
    },
    { json: true },
  )
  return body.webhook_endpoint?.signing_secret
}

/** A session; `later` if there will be one in some hours or days; undefined if there will be none. */
export type Sought = Json | 'later' | undefined

/** Finds a verified session whose checks ended more than 48 hours ago. */
export async function findOlderSession(call: Call): Promise<Sought> {
  const now = await timeOf(call)
  const isWhole = ({ redaction, last_verification_report }: Json) =>
    redaction === null && last_verification_report !== null
  const candidates = (await verifiedBetween(call, 0, now - OLD_S)).filter(isWhole)
  for (const session of candidates.sort(keptFirst).slice(0, MOST_LOOKED_AT)) {
    const { body } = await call('GET', `${REPORTS}/${session.last_verification_report}`)
    if (body.created < now - OLD_S) return session
  }
  return (await verifiedBetween(call, now - OLD_S, now + 1)).some(isWhole) ? 'later' : undefined
}

/** Finds a session that an earlier run redacted, and whose redaction has ended. */
export async function findRedactedSession(call: Call): Promise<Sought> {
  const now = await timeOf(call)
  const redacted = (await verifiedBetween(call, now - LISTED_S, now + 1)).filter(
    ({ redaction, options }) =>
      typeof redaction?.status === 'string' && JSON.stringify(options) === SUBMITTED_OPTIONS,
  )
  return redacted.find(({ redaction }) => redaction.status !== 'processing') ?? (redacted[0] && 'later')
}

async function verifiedBetween(call: Call, gt: number, lt: number): Promise<Json[]> {
  const { body } = await call('GET', SESSIONS, { status: 'verified', limit: 100, created: { gt, lt } })
  return Array.isArray(body.data) ? body.data : []
}

/** The other side's time in seconds. */
async function timeOf(call: Call): Promise<number> {
  const { headers } = await call('GET', SESSIONS, { limit: 1 })
  return Math.floor(Date.parse(headers.get('date') ?? '') / 1000)
}

function keptFirst(a: Json, b: Json): number {
  return Number(isKept(b)) - Number(isKept(a))
}
