import { setTimeout as delay } from 'node:timers/promises'
import type { Store, StoreTransaction } from '../store/store.js'
import { failureOf, type OperatorSession, type Reply, type StripeApi } from '../stripe.js'
import type { Adoptions } from './adopt.js'
import { stripeError } from './stripe-error.js'
import { createTokenBucket } from './token-bucket.js'

/** Stripe takes 25 requests a second; the host's own, and those of a server that runs meanwhile, come first. */
const CALLS_PER_SECOND = 10
const PAGE = 100

export interface Counts {
  seen: number
  adopted: number
  known: number
  left: number
}

/** A session that was left as it is, and why. */
export interface Left {
  /** Stripe's id, or the line of a file. */
  what: string
  reason: string
}

/** One session and the user that it is said to be of; or why none can be told. */
export type Candidate = { reply: Reply; user: string } | { left: Left } | { reply: Reply; left: Left }

/** What comes next: some candidates, and where to go on after them. */
export interface Batch {
  candidates: Candidate[]
  cursor: string
}

export interface ImportOptions {
  /** Names this import among others, to go on with it. */
  name: string
  dryRun: boolean
  /** Batches after `cursor`; null from the beginning. */
  read: (cursor: string | null) => AsyncIterable<Batch>
  onLeft: (left: Left) => void
  onProgress: (counts: Counts, cursor: string) => void
}

/** Whose a session is, by itself; or why that cannot be told. */
export type UserOf = (session: OperatorSession) => { user: string } | { reason: string }

export interface Importer {
  run(options: ImportOptions): Promise<{ counts: Counts; resumed: boolean }>
  /** All sessions of the account, newest first, each with its user by `userOf`. */
  bySession(userOf: UserOf): ImportOptions['read']
  /** One session by its id; null where Stripe does not know it. Waits for its turn. */
  retrieve(stripeId: string): Promise<Reply | null>
}

const WHY = {
  taken: 'is another user’s already',
  busy: 'the user has another open session',
  unfinished: 'is being made by the server right now',
} as const

/** Thrown out of a transaction whose work is to be forgotten. */
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
        // What is taken in, and how far that is, are committed together: a process that dies leaves no gap.
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
            // Before the commit: a process that dies in between reports a session twice rather than never.
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
