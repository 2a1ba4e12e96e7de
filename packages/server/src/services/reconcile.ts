import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Observer } from '../observer.js'
import { nextLook, type SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import type { StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'
import type { Ask } from './ask.js'
import { nameOf } from './error-name.js'
import type { Redaction } from './redact.js'
import type { TokenBucket } from './token-bucket.js'

/** Without a signed event for this long, and with somebody waiting, Stripe's own list of events is read. */
const QUIET_MS = 10_000
/** Events are listed again this far back: their times are whole seconds, and some appear late. */
const OVERLAP_S = 60
/** Stripe resends events for at most 30 days. */
const KEEP_EVENTS_MS = 35 * 24 * 3_600_000
/** After a failed look. */
const RETRY_MS = 30_000
/** At least so long does one instance do the rounds. */
const LEASE_MS = 10_000
/** How long a call of Stripe may keep the end waiting. What it would have brought is asked for again. */
const CLOSE_MS = 2_000
const BATCH = 50
const CURSOR = 'events-cursor'

export interface Reconciler {
  start(): void
  /** One round now, without a timer: `ok`, or `idle` where another instance does them. */
  round(): Promise<string>
  /** Settles one record's doubt now rather than in the next round. Failures are left to the rounds. */
  settle(recordId: string): void
  /** Notes that somebody waits for this record. */
  watching(record: SessionRecord): void
  /** Ends the rounds, and resolves when what was under way is done, or Stripe has kept it waiting for two seconds. */
  close(): Promise<void>
}

interface Context {
  store: Store
  stripe: StripeApi
  apply: Apply
  ask: Ask
  redaction: Redaction
  bucket: TokenBucket
  intervalMs: number
  webhooksConfigured: boolean
  observer: Observer
  log: Logger
}

/**
 * Repairs what webhooks did not bring. One instance at a time does the rounds, under a token bucket; while signed
 * events arrive it asks Stripe nothing but what is in doubt, and a slow sweep of open sessions.
 */
export function createReconciler(context: Context): Reconciler {
  const { store, stripe, apply, ask, redaction, bucket, intervalMs, observer, log } = context
  const holder = randomUUID()
  const underWay = new Set<Promise<unknown>>()
  const watchedAt = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let closed = false
  /** Listing found what no webhook had brought: it goes on every round until a webhook comes. */
  let webhooksMissing = !context.webhooksConfigured
  let lastListedAt = 0
  let lastPrunedAt = 0

  async function round(): Promise<string> {
    if (!(await store.lease('reconciler', holder, Math.max(intervalMs * 3, LEASE_MS)))) return 'idle'
    for (const record of await store.due(Date.now(), BATCH)) {
      if (closed || !bucket.take()) break
      await attend(record)
    }
    if (await worthListing()) await list()
    await prune()
    return 'ok'
  }

  /** Does for one record what is due; a failure costs this record its turn, and no other. */
  async function attend(record: SessionRecord): Promise<void> {
    try {
      if (record.redactRequestedBy !== null) await redaction.repeat(record)
      else if (record.stripeId === null) await finish(record)
      else await ask(record)
    } catch (error) {
      log.warn({ session: record.stripeId, error: nameOf(error) }, 'could not look a session up at Stripe')
      await store.write((tx) => tx.touch(record.id, { lookAt: Date.now() + RETRY_MS }))
    }
  }

  async function worthListing(): Promise<boolean> {
    const now = Date.now()
    if ((await store.watched(now, 1)).length === 0) return false
    const lastSignedAt = await store.lastSignedAt()
    if (lastSignedAt > lastListedAt) webhooksMissing = false
    return webhooksMissing || now - Math.max(lastSignedAt, lastListedAt) >= QUIET_MS
  }

  async function list(): Promise<void> {
    if (!bucket.take()) return
    const cursor = Number(await store.getSetting(CURSOR)) || nowSeconds() - OVERLAP_S
    lastListedAt = Date.now()
    const events = await stripe.events(cursor - OVERLAP_S)
    let news = 0
    for (const event of events) {
      if (event.snapshot === null || event.livemode !== stripe.livemode) continue
      const applied = await apply({ ...event, kind: 'event', snapshot: event.snapshot, cause: 'events' })
      if (applied.outcome === 'doubt' && applied.record !== null) await attend(applied.record)
      if (applied.record !== null) news++
    }
    if (news > 0) webhooksMissing = true
    const newest = events.at(-1)
    if (newest !== undefined) await store.write((tx) => tx.setSetting(CURSOR, String(newest.created)))
  }

  /** A create whose process died: either Stripe has made the session, or the intent is closed. */
  async function finish(intent: SessionRecord): Promise<void> {
    if (intent.user === null) return
    const reply = await stripe.findByMark(intent.user, intent.id)
    if (reply !== null) {
      await apply({
        kind: 'reply',
        record: intent,
        snapshot: reply.snapshot,
        date: reply.date,
        cause: 'retrieve',
      })
      return
    }
    await store.write(async (tx) => {
      const locked = await tx.lock(intent.id)
      if (locked === null || locked.stripeId !== null || locked.revision !== intent.revision) return
      const closed = { ...locked, open: false }
      await tx.save({ ...closed, lookAt: nextLook(closed, Date.now()) })
    })
  }

  async function prune(): Promise<void> {
    if (Date.now() - lastPrunedAt < 3_600_000) return
    lastPrunedAt = Date.now()
    await store.write((tx) => tx.prune(Date.now() - KEEP_EVENTS_MS))
    for (const [id, until] of watchedAt) if (until < Date.now()) watchedAt.delete(id)
  }

  function track(work: Promise<unknown>): void {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }

  async function loop(): Promise<void> {
    try {
      observer.round(await round())
    } catch (error) {
      observer.round('failed')
      log.warn({ error: nameOf(error) }, 'a round of the reconciler failed; the next one tries again')
    }
    if (!closed) timer = setTimeout(() => track(loop()), intervalMs)
  }

  return {
    round,
    start() {
      if (!closed && timer === undefined) timer = setTimeout(() => track(loop()), 0)
    },
    settle(recordId) {
      track(
        store
          .byId(recordId)
          .then((record) => (record?.doubt ? ask(record) : null))
          .catch((error: unknown) =>
            log.warn({ error: nameOf(error) }, 'a doubt stays until the next round'),
          ),
      )
    },
    watching(record) {
      const now = Date.now()
      if ((watchedAt.get(record.id) ?? 0) > now || !record.open) return
      watchedAt.set(record.id, now + intervalMs)
      const watchedUntil = now + intervalMs * 2 + QUIET_MS
      track(
        store
          .write((tx) => tx.touch(record.id, { watchedUntil }))
          .catch((error: unknown) =>
            log.warn({ error: nameOf(error) }, 'could not mark a session as watched'),
          ),
      )
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await Promise.race([Promise.all(underWay), delay(CLOSE_MS, undefined, { ref: false })])
    },
  }
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
