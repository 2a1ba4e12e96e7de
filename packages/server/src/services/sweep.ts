import type { SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import type { StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'

export interface Sweep {
  /**
   * Reads one page of Stripe's list, starting at the newest of these sessions, and applies it: one call for up to a
   * hundred sessions. Resolves to the sessions that are left. If `first` is set, it is missing from the list and has
   * to be retrieved.
   */
  page(records: SessionRecord[]): Promise<{ left: SessionRecord[]; first: SessionRecord | null }>
}

const PAGE = 100

export function createSweep(store: Store, stripe: StripeApi, apply: Apply): Sweep {
  return {
    async page(records) {
      const newestFirst = records.toSorted((a, b) => b.created - a.created)
      const [first] = newestFirst
      if (first === undefined) return { left: [], first: null }
      const { sessions } = await stripe.list({ created: { lte: first.created }, limit: PAGE })
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
      return { left, first: left[0] === first ? first : null }
    },
  }
}
