import { setTimeout as delay } from 'node:timers/promises'
import type { Store, StoreTransaction } from '../store/store.js'
import { failureOf, type OperatorSession, type Reply, type StripeApi } from '../stripe.js'
import type { Adoptions } from './adopt.js'
import { stripeError } from './stripe-error.js'
import { createTokenBucket } from './token-bucket.js'

/** Stripe allows 25 requests per second. The rest is for the host's own calls and those of a running server. */
const CALLS_PER_SECOND = 10
const PAGE = 100

export interface Counts {
  seen: number
  adopted: number
  known: number
  left: number
}

/** A session that was not imported, and the reason. */
export interface Left {
  /** Stripe's id, or the line of a file. */
  what: string
  reason: string
}

/** One session and its user, or the reason why its user is unknown. */
export type Candidate = { reply: Reply; user: string } | { left: Left } | { reply: Reply; left: Left }

/** Some candidates, and the cursor after them. */
export interface Batch {
  candidates: Candidate[]
  cursor: string
}

export interface ImportOptions {
  /** Identifies this import, so that it can be resumed. */
  name: string
  dryRun: boolean
  /** Reads the batches after `cursor`; null starts at the beginning. */
  read: (cursor: string | null) => AsyncIterable<Batch>
  onLeft: (left: Left) => void
  onProgress: (counts: Counts, cursor: string) => void
}

/** Determines the user of a session from its own fields, or the reason why that is impossible. */
export type UserOf = (session: OperatorSession) => { user: string } | { reason: string }

export interface Importer {
  run(options: ImportOptions): Promise<{ counts: Counts; resumed: boolean }>
  /** Reads all sessions of the account, newest first, each with its user by `userOf`. */
  bySession(userOf: UserOf): ImportOptions['read']
  /** Retrieves one session within the rate limit; null if Stripe has no such session. */
  retrieve(stripeId: string): Promise<Reply | null>
}

const WHY = {
  taken: 'already belongs to another user',
  busy: 'the user has another open session',
  unfinished: 'is being created by the server right now',
} as const

/** Thrown to roll back the transaction of a dry run. */
class OnlyLooking extends Error {}

export function createImporter(store: Store, stripe: StripeApi, adoptions: Adoptions): Importer {
  const bucket = createTokenBucket(CALLS_PER_SECOND, CALLS_PER_SECOND)
  async function turn(): Promise<void> {
    while (!bucket.take()) await delay(1000 / CALLS_PER_SECOND)
  }
  const answered = async <T>(request: () => Promise<T>): Promise<T> => {
    await turn()
    return request().catch((error: unknown) => {
      throw stripeError(error)
    })
  }

  async function take(tx: StoreTransaction, candidate: Candidate): Promise<keyof Counts | Left> {
    if (!('user' in candidate)) {
      const known = 'reply' in candidate && (await tx.lockByStripeId(candidate.reply.snapshot.stripeId))
      return known ? 'known' : candidate.left
    }
    const { outcome } = await adoptions.adoptWithin(tx, candidate.user, candidate.reply, 'import')
    if (outcome === 'adopted' || outcome === 'known') return outcome
    return { what: candidate.reply.snapshot.stripeId, reason: WHY[outcome] }
  }

  return {
    async run({ name, dryRun, read, onLeft, onProgress }) {
      const setting = `import:${name}`
      const begun = dryRun ? '' : ((await store.getSetting(setting)) ?? '')
      const before = begun === '' ? null : (JSON.parse(begun) as { cursor: string; counts: Counts })
      let counts = before?.counts ?? { seen: 0, adopted: 0, known: 0, left: 0 }
      for await (const { candidates, cursor } of read(before?.cursor ?? null)) {
        let after = counts
        // The imported sessions and the cursor are committed together, so a crash leaves no gap.
        await store
          .write(async (tx) => {
            const left: Left[] = []
            after = { ...counts }
            for (const candidate of candidates) {
              const outcome = await take(tx, candidate)
              after.seen++
              after[typeof outcome === 'string' ? outcome : 'left']++
              if (typeof outcome !== 'string') left.push(outcome)
            }
            // Reported before the commit: after a crash in between, a session is reported twice rather than never.
            left.forEach(onLeft)
            if (dryRun) throw new OnlyLooking()
            await tx.setSetting(setting, JSON.stringify({ cursor, counts: after }))
          })
          .catch((error: unknown) => {
            if (!(error instanceof OnlyLooking)) throw error
          })
        counts = after
        onProgress(counts, cursor)
      }
      if (!dryRun) await store.write((tx) => tx.setSetting(setting, ''))
      return { counts, resumed: before !== null }
    },

    bySession: (userOf) =>
      async function* (cursor) {
        let after = cursor
        for (;;) {
          const params = { limit: PAGE, ...(after === null ? {} : { starting_after: after }) }
          const { sessions, hasMore } = await answered(() => stripe.list(params))
          const last = sessions.at(-1)
          if (last === undefined) return
          after = last.snapshot.stripeId
          const candidates = sessions.map((reply): Candidate => {
            const found = userOf(reply.operatorView)
            if ('user' in found) return { reply, user: found.user }
            return { reply, left: { what: reply.snapshot.stripeId, reason: found.reason } }
          })
          yield { candidates, cursor: after }
          if (!hasMore) return
        }
      },

    retrieve: (stripeId) =>
      answered(() =>
        stripe.retrieve(stripeId).catch((error: unknown) => {
          if (failureOf(error) === 'missing') return null
          throw error
        }),
      ),
  }
}
