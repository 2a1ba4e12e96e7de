import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Observer } from '../observer.js'
import { isToBeClosed, nextLook, type SessionRecord } from '../session.js'
import type { Store } from '../store/store.js'
import type { StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'
import type { Ask } from './ask.js'
import type { Cancel } from './cancel.js'
import { nameOf } from './error-name.js'
import type { EventListing } from './event-listing.js'
import { holdLease, releaseLease } from './lease.js'
import { plan, QUIET_MS, type Step } from './plan.js'
import type { Redaction } from './redact.js'
import type { PageEnd, Sweep, SweptPage } from './sweep.js'
import type { TokenBucket } from './token-bucket.js'

/** Stripe resends events for at most 30 days. */
const KEEP_EVENTS_MS = 35 * 24 * 3_600_000
/** The delay of the next check after a failed one. */
const RETRY_MS = 30_000
/** The longest time that a call to Stripe may delay shutdown. The call is repeated later. */
const CLOSE_MS = 2_000
/** The number of doubts settled concurrently; further ones wait for the rounds. */
const SETTLING_AT_ONCE = 4
const LEASE = 'reconciler'
const URGENT_BATCH = 50
const SWEEP_BATCH = 500

export interface Reconciler {
  start(): void
  /** Runs one round now, without a timer: `ok`, or `idle` if another instance runs them. */
  round(): Promise<string>
  /** Retrieves one record now instead of in the next round. Failures are left to the rounds. */
  settle(recordId: string): void
  /** Notes that a client waits up to `waitMs` for this record. */
  watching(record: SessionRecord, waitMs: number): void
  /** Ends the rounds. Resolves when the work in progress is done, or after two seconds. */
  close(): Promise<void>
}

interface Context {
  store: Store
  stripe: StripeApi
  apply: Apply
  ask: Ask
  cancel: Cancel
  redaction: Redaction
  listing: EventListing
  sweep: Sweep
  bucket: TokenBucket
  intervalMs: number
  webhooksConfigured: boolean
  observer: Observer
  log: Logger
}

/**
 * Finds changes that webhooks did not deliver. One instance at a time runs the rounds, under a token bucket. While
 * signed events arrive it calls Stripe only for doubts, the hourly listing and a slow sweep.
 */
export function createReconciler(context: Context): Reconciler {
  const { store, stripe, apply, ask, cancel, redaction, listing, sweep, bucket, intervalMs, observer, log } =
    context
  const holder = randomUUID()
  const underWay = new Set<Promise<unknown>>()
  const watchedUntil = new Map<string, number>()
  const toSettle = new Set<string>()
  let settling = 0
  let timer: NodeJS.Timeout | undefined
  let closed = false
  /** True if a listing found events that no webhook had delivered. Every round then lists until a webhook arrives. */
  let webhooksMissing = !context.webhooksConfigured
  let lastListedAt = 0
  let lastListedForWatchersAt = 0
  let lastPrunedAt = 0
  let isUrgentFirst = false

  async function round(): Promise<string> {
    forgetWatched()
    const lease = await holdLease(store, LEASE, holder, intervalMs)
    if (lease === null) return 'idle'
    try {
      let isCut = false
      for (const step of await steps()) {
        if (closed || lease.lost) break
        isCut = !bucket.take()
        if (isCut) break
        await attempt(step)
      }
      isUrgentFirst = isCut && !isUrgentFirst
      await prune()
      return 'ok'
    } finally {
      lease.release()
    }
  }

  async function steps(): Promise<Step[]> {
    const now = store.now()
    const [urgent, due, watched, lastSignedAt] = await Promise.all([
      store.urgent(now, URGENT_BATCH),
      store.due(now, SWEEP_BATCH),
      store.watched(now, 1),
      store.lastSignedAt(),
    ])
    if (lastSignedAt > lastListedForWatchersAt) webhooksMissing = false
    const isListing = listing.isUnderWay
    const isWatched = watched.length > 0
    const steps = plan(now, {
      ...{ urgent, due, isWatched, isListing, webhooksMissing, isUrgentFirst },
      ...{ lastSignedAt, lastListedAt, lastListedForWatchersAt },
    })
    if (isWatched && steps[0]?.does === 'list') lastListedForWatchersAt = now
    return steps
  }

  /** Runs one step. A failure delays only its own record. */
  async function attempt(step: Step): Promise<void> {
    if (step.does === 'list') return list()
    if (step.does === 'sweep') return sweepAll(step.records)
    try {
      if (step.does === 'redact') await redaction.repeat(step.record)
      else if (step.does === 'close') await cancel(step.record, { by: 'limit' })
      else if (step.does === 'finish') await finish(step.record)
      else await ask(step.record)
    } catch (error) {
      log.warn(
        { session: step.record.stripeId, error: nameOf(error) },
        'a session could not be retrieved from Stripe',
      )
      await store.write((tx) => tx.touch(step.record.id, { lookAt: store.now() + RETRY_MS }))
    }
  }

  async function list(): Promise<void> {
    if (!listing.isUnderWay) lastListedAt = store.now()
    const { isNews, doubts } = await listing.page()
    if (isNews) webhooksMissing = true
    for (const id of doubts) settle(id)
  }

  /**
   * Sweeps by pages until all sessions are applied or the bucket is empty. A session missing from the list is
   * retrieved individually.
   */
  async function sweepAll(records: SessionRecord[]): Promise<void> {
    let left = records
    let end: PageEnd | null = null
    do {
      const page: SweptPage = await sweep.page(left, end)
      left = page.left
      end = page.end
      if (page.missing === null) continue
      if (closed || !bucket.take()) return
      await attempt({ does: 'retrieve', record: page.missing })
      left = left.filter((record) => record !== page.missing)
    } while (left.length > 0 && !closed && bucket.take())
  }

  /** Finishes a create whose process died: finds the session at Stripe, or closes the intent. */
  async function finish(intent: SessionRecord): Promise<void> {
    if (intent.user === null) return
    const reply = await stripe.findByMark(intent.user, intent.id)
    if (reply !== null) {
      const { snapshot, date } = reply
      await apply({ kind: 'reply', record: intent, snapshot, date, cause: 'retrieve' })
      return
    }
    await store.write(async (tx) => {
      const locked = await tx.lock(intent.id)
      if (locked === null || locked.stripeId !== null || locked.revision !== intent.revision) return
      const given = { ...locked, open: false }
      await tx.save({ ...given, lookAt: nextLook(given, store.now()) })
    })
  }

  async function prune(): Promise<void> {
    if (store.now() - lastPrunedAt < 3_600_000) return
    lastPrunedAt = store.now()
    await store.write((tx) => tx.prune(store.now() - KEEP_EVENTS_MS))
  }

  function forgetWatched(): void {
    for (const [id, until] of watchedUntil) if (until < Date.now()) watchedUntil.delete(id)
  }

  function settle(recordId: string): void {
    toSettle.add(recordId)
    while (!closed && settling < SETTLING_AT_ONCE && settling < toSettle.size) {
      settling++
      track(settleAll().finally(() => settling--))
    }
  }

  /** Settles doubts one by one until the bucket is empty; the rounds do the rest. */
  async function settleAll(): Promise<void> {
    for (const id of toSettle) {
      toSettle.delete(id)
      if (closed || !bucket.take()) return
      try {
        const record = await store.byId(id)
        if (record?.doubt) await ask(record)
        else if (record !== null && isToBeClosed(record)) await cancel(record, { by: 'limit' })
      } catch (error) {
        log.warn({ error: nameOf(error) }, 'a session is left to the next round')
      }
    }
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
    settle,
    watching(record, waitMs) {
      const until = Date.now() + waitMs
      if ((watchedUntil.get(record.id) ?? 0) >= until - intervalMs || !record.open) return
      watchedUntil.set(record.id, until + intervalMs)
      const mark = { watchedUntil: store.now() + waitMs + intervalMs * 2 + QUIET_MS }
      track(
        store
          .write((tx) => tx.touch(record.id, mark))
          .catch((error: unknown) =>
            log.warn({ error: nameOf(error) }, 'a session could not be marked as watched'),
          ),
      )
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await Promise.race([Promise.all(underWay), delay(CLOSE_MS, undefined, { ref: false })])
      await releaseLease(store, LEASE, holder)
    },
  }
}
