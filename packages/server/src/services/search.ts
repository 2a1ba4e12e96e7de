import type { Attention, FoundSession, FunnelView, PersonView, SearchPage } from 'stripe-identity-contract'
import { SESSION_ID } from 'stripe-identity-contract'
import { IdentityError } from '../errors.js'
import { type SessionRecord, viewOf } from '../session.js'
import type { AttentionLimits, Found, Place, SearchFilter } from '../store/operator-store.js'
import type { Store } from '../store/store.js'
import type { Sessions } from './sessions.js'
import { timelineOf } from './timeline.js'

/** One retrieve settles a doubt, so a doubt of this age needs attention. */
const DOUBT_S = 60
/** Stripe redacts within four days. */
const REDACTION_S = 5 * 86_400

export interface SearchRequest {
  filter: SearchFilter
  limit: number
  after?: Place | undefined
  before?: Place | undefined
}

/** Searches for operators, served from our own store without a call to Stripe. */
export interface OperatorSearch {
  search(request: SearchRequest): Promise<SearchPage>
  /** The person of a session, by Stripe's id or ours. */
  person(id: string): Promise<PersonView>
  /** The sessions with these Stripe ids, by id. */
  byIds(stripeIds: readonly string[]): Promise<Map<string, FoundSession>>
  funnel(since: number, until: number): Promise<FunnelView>
}

interface Context {
  store: Store
  sessions: Sessions
  maxAttempts: number
}

export function createOperatorSearch({ store, sessions, maxAttempts }: Context): OperatorSearch {
  const limits = (): AttentionLimits => {
    const now = Math.floor(Date.now() / 1000)
    return { maxAttempts, doubtBefore: now - DOUBT_S, redactionBefore: now - REDACTION_S }
  }

  return {
    async search({ filter, limit, after, before }) {
      const attention = limits()
      const { found, more } = await store.search({ filter, limit, after, before, attention })
      const [first, last] = [found[0], found.at(-1)]
      const older = before === undefined ? more : true
      const newer = before === undefined ? after !== undefined : more
      return {
        object: 'list',
        data: found.map((each) => foundView(each, attention)),
        next: older && last !== undefined ? placeOf(last.record) : null,
        previous: newer && first !== undefined ? placeOf(first.record) : null,
      }
    },

    async person(id) {
      const record = SESSION_ID.test(id) ? await store.byStripeId(id) : await store.byId(id)
      if (record === null) throw new IdentityError('not_found', 'There is no such session.')
      const all = await store.allBeside(record)
      const counts = all.find((each) => each.record.stripeId !== null) ?? all[0]
      if (counts === undefined) throw new IdentityError('not_found', 'There is no such session.')
      const ids = all.map((each) => each.record.id)
      const [current, deliveries, histories] = await Promise.all([
        counts.record.user === null ? counts.record : sessions.current(counts.record.user),
        store.deliveries(ids),
        Promise.all(ids.map((each) => store.history(each))),
      ])
      const attention = limits()
      return {
        user: counts.record.user,
        verified: current?.status === 'verified',
        session: foundView(counts, attention),
        sessions: all.map((each) => foundView(each, attention)),
        timeline: timelineOf(histories.reverse().flat(), deliveries),
      }
    },

    async byIds(stripeIds) {
      const attention = limits()
      const found = await store.allFound(stripeIds)
      return new Map(found.map((each) => [each.record.stripeId ?? '', foundView(each, attention)]))
    },

    async funnel(since, until) {
      const { days, reasons, secondsToVerified } = await store.funnel(since, until)
      const totals = { created: 0, started: 0, submitted: 0, verified: 0 }
      for (const day of days) {
        totals.created += day.created
        totals.started += day.started
        totals.submitted += day.submitted
        totals.verified += day.verified
      }
      return { since, until, totals, by_day: days, reasons, seconds_to_verified: secondsToVerified }
    },
  }
}

function foundView(found: Found, limits: AttentionLimits): FoundSession {
  const { record, superseded } = found
  const { id: _, ...view } = viewOf(record, limits.maxAttempts)
  return {
    ...view,
    id: record.stripeId,
    record: record.id,
    user: record.user,
    verified_at: record.verifiedAt,
    canceled_by: record.canceledBy,
    redaction_requested: record.redactRequestedBy !== null,
    superseded,
    attention: attentionOf(found, view.attempts_left, limits),
  }
}

/** Applies the rules of the store's filter to one session. */
function attentionOf(
  { record, superseded, takenBack, setAside }: Found,
  attemptsLeft: number | null,
  { doubtBefore, redactionBefore }: AttentionLimits,
): Attention[] {
  const open = record.status === 'requires_input' || record.status === 'canceled'
  const reasons: Record<Attention, boolean> = {
    taken_back: takenBack,
    attempts_used_up: attemptsLeft === 0 && open && !superseded,
    delivery_set_aside: setAside,
    redaction_overdue: record.redaction === 'processing' && record.updated < redactionBefore,
    in_doubt: record.doubt !== null && record.lastEventAt < doubtBefore,
  }
  return (Object.keys(reasons) as Attention[]).filter((reason) => reasons[reason])
}

function placeOf({ created, id }: SessionRecord): string {
  return `${created}_${id}`
}
