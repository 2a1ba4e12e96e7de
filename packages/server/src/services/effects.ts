import type { Logger } from 'pino'
import type { Observer } from '../observer.js'
import { type SessionRecord, shownStatus } from '../session.js'
import type { Effect, Store } from '../store/store.js'
import type { Alongside } from './apply.js'
import { nameOf } from './error-name.js'

/** A change of a session's status, as delivered to the host. */
export interface StatusChange {
  /** Stable over retries, so that a host can skip a change it has already handled. */
  id: string
  /** The host's id of the user. */
  user: string
  /** Stripe's id, `vs_…`. */
  session_id: string
  status: string
  /** Null if the session was not known at Stripe before. */
  previous_status: string | null
  last_error: { code: string } | null
  /** Increases within one session; the changes of one session arrive in this order. */
  version: number
  /** Unix seconds of the change's commit. */
  at: number
}

/** A receiver of status changes. A rejection of `tell` leads to a retry. */
export interface Sink {
  name: string
  tell(change: StatusChange, signal: AbortSignal): Promise<void>
}

export interface Effects {
  /** Runs with every change, so that its delivery is committed together with it. */
  alongside: Alongside
  start(): void
  /** Delivers the changes that are due now, without a timer. Rejects if the outbox cannot be read. */
  tellDue(): Promise<{ tried: number; told: number }>
  /** Resolves when the deliveries in progress have ended, or after two seconds. */
  close(): Promise<void>
}

/** Time for one delivery. The lease is longer, so that no other instance delivers the same change meanwhile. */
const TELL_MS = 10_000
const LEASE_MS = 30_000
/** Time for deliveries in progress at shutdown. An aborted one is repeated by the next process. */
const CLOSE_MS = 2_000
/** About eight hours of attempts, with waits that double up to an hour. */
const MAX_FAILURES = 16
const FIRST_RETRY_MS = 1_000
const MAX_RETRY_MS = 3_600_000
const IDLE_MS = 1_000
const BATCH = 20

export function createEffects(store: Store, sinks: Sink[], observer: Observer, log: Logger): Effects {
  let closed = false
  const cut = new AbortController()
  const loops = sinks.map(createLoop)

  /** Delivers one change; resolves to whether it succeeded. */
  async function tellOne(sink: Sink, effect: Effect): Promise<boolean> {
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(TELL_MS), cut.signal])
      await Promise.race([sink.tell(changeOf(effect), signal), expiry(signal)])
      await store.finishEffect(effect)
      observer.effect('told')
      return true
    } catch (error) {
      const failures = effect.failures + 1
      const retryInMs =
        failures >= MAX_FAILURES ? null : Math.min(FIRST_RETRY_MS * 2 ** effect.failures, MAX_RETRY_MS)
      const what = {
        effect: effect.id,
        sink: effect.sink,
        failures,
        error: error instanceof Error ? error.name : 'unknown',
      }
      if (retryInMs === null) log.error(what, 'a status change could not be delivered and is set aside')
      else log.warn(what, 'a status change could not be delivered; it will be retried')
      observer.effect(retryInMs === null ? 'set_aside' : 'failed')
      await store.failEffect(effect, retryInMs)
      return false
    }
  }

  async function tellDueTo(sink: Sink): Promise<{ tried: number; told: number }> {
    const effects = await store.claimEffects(sink.name, BATCH, LEASE_MS)
    const told = await Promise.all(effects.map((effect) => tellOne(sink, effect)))
    return { tried: effects.length, told: told.filter(Boolean).length }
  }

  /** Each sink has its own loop, so that a hanging one does not block another. */
  function createLoop(sink: Sink) {
    let timer: NodeJS.Timeout | undefined
    let running: Promise<void> = Promise.resolve()

    async function round(): Promise<void> {
      let tried = 0
      try {
        ;({ tried } = await tellDueTo(sink))
      } catch (error) {
        log.warn({ error: nameOf(error) }, 'the outbox could not be read')
      }
      schedule(tried > 0 ? 0 : IDLE_MS)
    }

    function schedule(ms: number): void {
      clearTimeout(timer)
      if (closed) return
      timer = setTimeout(() => {
        running = round()
      }, ms)
    }

    return {
      start: () => schedule(0),
      async end() {
        clearTimeout(timer)
        await running
      },
    }
  }

  return {
    async alongside(tx, before, after) {
      if (after.redaction !== null || !isNews(before, after)) return
      for (const { name } of sinks) await tx.enqueueEffect({ ...effectOf(before, after), sink: name })
    },
    start() {
      for (const loop of loops) loop.start()
    },
    async tellDue() {
      const rounds = await Promise.all(sinks.map(tellDueTo))
      const sum = (of: 'tried' | 'told') => rounds.reduce((total, round) => total + round[of], 0)
      return { tried: sum('tried'), told: sum('told') }
    },
    async close() {
      closed = true
      const patience = setTimeout(() => cut.abort(), CLOSE_MS)
      await Promise.all(loops.map((loop) => loop.end()))
      clearTimeout(patience)
    },
  }
}

/** True if the displayed status or the error changed. The creation of a session does not count. */
function isNews(before: SessionRecord, after: SessionRecord): boolean {
  return (
    shownStatus(before.status) !== shownStatus(after.status) ||
    before.lastError?.code !== after.lastError?.code
  )
}

function effectOf(before: SessionRecord, after: SessionRecord): Omit<Effect, 'sink' | 'failures'> {
  return {
    id: `${after.id}:${after.version}`,
    sessionId: after.id,
    version: after.version,
    stripeId: after.stripeId as string,
    user: after.user as string,
    from: before.status === null ? null : shownStatus(before.status),
    to: shownStatus(after.status),
    errorCode: after.lastError?.code ?? null,
    at: after.updated,
  }
}

function changeOf(effect: Effect): StatusChange {
  return {
    id: effect.id,
    user: effect.user,
    session_id: effect.stripeId,
    status: effect.to,
    previous_status: effect.from,
    last_error: effect.errorCode === null ? null : { code: effect.errorCode },
    version: effect.version,
    at: effect.at,
  }
}

function expiry(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('it took too long')), { once: true })
  })
}
