import type { Store } from '../store/store.js'
import type { StripeApi } from '../stripe.js'
import type { Learn } from './learn.js'

/** Overlap of two listings: event times are whole seconds, and some events appear late. */
const OVERLAP_S = 60
/** Stripe lists events for 30 days. */
const REACH_S = 30 * 86_400
const CURSOR = 'events-cursor'

export interface EventListing {
  /** True between the pages of a listing with several pages. */
  readonly isUnderWay: boolean
  /** Reads one page with one call to Stripe. Resolves to the ids of the records that are now in doubt. */
  page(): Promise<{ isNews: boolean; doubts: string[] }>
}

interface Walk {
  since: number
  /** The event after which the next page begins. */
  after: string | null
  /** The start of the next listing: the time of the newest event of this one. */
  newest: number | null
}

/**
 * Reads Stripe's events since the last listing, newest first, one page per call. The cursor moves after a complete
 * listing, so a gap of any length is read to its end, and a listing interrupted by a crash starts again.
 */
export function createEventListing(store: Store, stripe: StripeApi, learn: Learn): EventListing {
  let walk: Walk | null = null

  async function begin(): Promise<Walk> {
    const now = Math.floor(store.now() / 1000)
    const cursor = Number(await store.getSetting(CURSOR)) || now
    return { since: Math.max(cursor, now - REACH_S) - OVERLAP_S, after: null, newest: null }
  }

  return {
    get isUnderWay() {
      return walk !== null
    },
    async page() {
      const { since, after, newest } = walk ?? (await begin())
      walk = null
      const read = await stripe.events(since, after)
      const doubts: string[] = []
      let isNews = false
      for (const event of read.events.toReversed()) {
        const { outcome, record } = await learn(event, 'events')
        if (record !== null) isNews = true
        if (record !== null && outcome === 'doubt') doubts.push(record.id)
      }
      const cursor = newest ?? read.newest
      if (read.next !== null) walk = { since, after: read.next, newest: cursor }
      else await store.write((tx) => tx.setSetting(CURSOR, String(cursor)))
      return { isNews, doubts }
    },
  }
}
