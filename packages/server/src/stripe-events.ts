import { SESSION_ID } from 'stripe-identity-contract'
import { z } from 'zod'
import type { Snapshot } from './session.js'
import { SESSION, snapshotOf, unexpected } from './stripe-shapes.js'

/** Classic events contain the session; thin events about the same facts only name it. */
const CLASSIC = 'identity.verification_session.'
const THIN = `v1.${CLASSIC}`
const PING = 'v2.core.event_destination.ping'

/** The types of the six events about verification sessions. */
export const EVENT_TYPES: string[] = [
  'created',
  'processing',
  'verified',
  'requires_input',
  'canceled',
  'redacted',
].map((name) => CLASSIC + name)

export interface IdentityEvent {
  /**
   * The id for recognizing duplicates: for a thin event the id of the classic event of the same fact, if Stripe names
   * it.
   */
  id: string
  type: string
  /** Null if the event does not contain it. */
  livemode: boolean | null
  /** The connected account of the event; null for our own account. */
  account: string | null
  says: EventContent
}

/**
 * The content of an event: `session`, a whole session at one moment; `nudge`, the id of a session that has to be
 * retrieved because the event is thin or unreadable; `nothing`, no information about a session.
 */
export type EventContent =
  | { kind: 'session'; snapshot: Snapshot; created: number; birth: boolean }
  | { kind: 'nudge'; stripeId: string }
  | { kind: 'nothing'; reason: 'ping' | 'other_type' | 'unreadable' }

const ENVELOPE = z.object({
  id: z.string().startsWith('evt_'),
  type: z.string(),
  livemode: z.boolean().nullish().catch(null),
  account: z.string().nullish().catch(null),
  context: z.string().nullish().catch(null),
  snapshot_event: z.string().startsWith('evt_').nullish().catch(null),
})
const CREATED = z.object({ created: z.int() })
const CONTAINED = z.object({ data: z.object({ object: z.object({ id: z.string().regex(SESSION_ID) }) }) })
const RELATED = z.object({ related_object: z.object({ id: z.string().regex(SESSION_ID) }) })

/** Throws if the value is not an event. Never follows the `url` of a thin event's object; the id is enough. */
export function readEventObject(event: unknown): IdentityEvent {
  const parsed = ENVELOPE.safeParse(event)
  if (!parsed.success) throw unexpected('an event')
  const { id, type, livemode, account, context, snapshot_event } = parsed.data
  return {
    id: snapshot_event ?? id,
    type,
    livemode: livemode ?? null,
    account: account ?? context ?? null,
    says: contentOf(type, event),
  }
}

function contentOf(type: string, event: unknown): EventContent {
  if (type === PING) return { kind: 'nothing', reason: 'ping' }
  if (type.startsWith(THIN)) {
    const related = RELATED.safeParse(event)
    return related.success ? nudge(related.data.related_object.id) : UNREADABLE
  }
  if (!type.startsWith(CLASSIC)) return { kind: 'nothing', reason: 'other_type' }
  const contained = CONTAINED.safeParse(event)
  if (!contained.success) return UNREADABLE
  const { object } = contained.data.data
  const session = SESSION.safeParse(Reflect.get(Object(Reflect.get(Object(event), 'data')), 'object'))
  const time = CREATED.safeParse(event)
  if (!session.success || !time.success) return nudge(object.id)
  return {
    kind: 'session',
    snapshot: snapshotOf(session.data),
    created: time.data.created,
    birth: type === `${CLASSIC}created`,
  }
}

const UNREADABLE: EventContent = { kind: 'nothing', reason: 'unreadable' }

function nudge(stripeId: string): EventContent {
  return { kind: 'nudge', stripeId }
}
