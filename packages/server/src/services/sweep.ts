import type { SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import type { StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'

/** The last session of a page. Stripe lists newest first, and sessions of one second in an order of its own. */
export interface PageEnd {
  stripeId: string
  /** Unix seconds. */
  created: number
}

export interface SweptPage {
  /** The sessions that are not applied yet, newest first. */
  left: SessionRecord[]
  /** The first of them if the list has passed it without containing it. It has to be retrieved. */
  missing: SessionRecord | null
  end: PageEnd | null
}

export interface Sweep {
  /**
   * Reads one page of Stripe's list, starting at the newest of these sessions, and applies it: one call for up to a
   * hundred sessions. `end` of the page before continues within the same second.
   */
  page(records: SessionRecord[], end: PageEnd | null): Promise<SweptPage>
}

const PAGE = 100

export function createSweep(store: Store, stripe: StripeApi, apply: Apply): Sweep {
  return {
    async page(records, end) {
      const newestFirst = records.toSorted((a, b) => b.created - a.created)
      const [first] = newestFirst
      if (first === undefined) return { left: [], missing: null, end: null }
      const after = end?.created === first.created ? { starting_after: end.stripeId } : {}
      const { sessions, hasMore } = await stripe.list({
        created: { lte: first.created },
        limit: PAGE,
        ...after,
      })
      const replies = new Map(sessions.map((reply) => [reply.snapshot.stripeId, reply]))
      const left: SessionRecord[] = []
      for (const record of newestFirst) {
        const reply = replies.get(record.stripeId as string)
        if (reply === undefined) {
          left.push(record)
          continue
        }
        const { snapshot, date } = reply
        const applied = await apply({ kind: 'reply', record, snapshot, date, cause: 'retrieve' })
        // The record changed while the page was in transit, so it is checked soon.
        if (applied.outcome === 'stale')
          await store.write((tx) => tx.touch(record.id, { lookAt: store.now() }))
      }
      const last = sessions.at(-1)?.snapshot
      const [next] = left
      const isPassed = !hasMore || last === undefined || (next !== undefined && next.created > last.created)
      return { left, missing: isPassed ? (next ?? null) : null, end: last ?? null }
    },
  }
}
