import type { SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import type { StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'

export interface Sweep {
  /**
   * Reads one page of Stripe's list, from the newest of these sessions on, and applies what it says of them: one call for
   * up to a hundred. Resolves to those that are left; the first of them is not in the list and has to be retrieved.
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
        // It moved while the page was under way, and is looked at soon.
        if (applied.outcome === 'stale')
          await store.write((tx) => tx.touch(record.id, { lookAt: store.now() }))
      }
      return { left, first: left[0] === first ? first : null }
    },
  }
}
