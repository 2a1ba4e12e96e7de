import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { BatchAct, BatchView, ErrorCode } from 'stripe-identity-contract'
import { IdentityError } from '../errors.js'
import type { QueuedAct } from '../store/operator-store.js'
import type { Store } from '../store/store.js'
import { nameOf } from './error-name.js'
import type { Operators } from './operator.js'
import type { OperatorActs } from './operator-acts.js'
import type { OperatorSearch } from './search.js'
import type { TokenBucket } from './token-bucket.js'

/** Actions on several sessions. A batch is stored first, so the server completes it without the page that began it. */
export interface Batches {
  /** Resolves after the batch is stored; processing continues. */
  begin(act: BatchAct, stripeIds: readonly string[], operator: string): Promise<BatchView>
  view(id: string): Promise<BatchView>
  start(): void
  /** Processes due actions once; resolves to the number of actions tried. */
  workDue(): Promise<number>
  close(): Promise<void>
}

interface Context {
  store: Store
  operators: Operators
  acts: OperatorActs
  search: OperatorSearch
  bucket: TokenBucket
  log: Logger
}

const AT_ONCE = 3
/** Longer than one action with all its calls of Stripe, so that no other instance repeats it meanwhile. */
const LEASE_MS = 60_000
/** Interval of the search for actions that a stopped process left. */
const IDLE_MS = 5_000
const CLOSE_MS = 2_000
const FIRST_RETRY_MS = 1_000
const MAX_RETRY_MS = 60_000
/** About a day of tries. */
const MAX_TRIES = 1_440
/** Errors that may not recur at the next try. */
const PASSING: readonly ErrorCode[] = [
  'stripe_unavailable',
  'store_unavailable',
  'rate_limited',
  'server_error',
]

export function createBatches({ store, operators, acts, search, bucket, log }: Context): Batches {
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let asked = false
  let started = false

  async function perform({ act, stripeId, actor }: QueuedAct): Promise<void> {
    if (act === 'attempts') await acts.newAttempts(stripeId, actor)
    else if (act === 'resend') await acts.resend(stripeId, null, actor)
    else {
      await bucket.turn()
      await (act === 'cancel' ? operators.cancel(stripeId, actor) : operators.redact(stripeId, actor))
    }
  }

  async function one(act: QueuedAct): Promise<void> {
    try {
      await perform(act)
      await store.endAct(act, null)
    } catch (error) {
      const code = error instanceof IdentityError ? error.code : 'server_error'
      if (!(error instanceof IdentityError)) log.error({ error: nameOf(error) }, 'an act of a batch failed')
      const isOver = !PASSING.includes(code) || act.tries + 1 >= MAX_TRIES
      if (isOver) await store.endAct(act, code)
      else
        await store.delayAct(act, code, Math.min(FIRST_RETRY_MS * 2 ** Math.min(act.tries, 10), MAX_RETRY_MS))
    }
  }

  async function workDue(): Promise<number> {
    const due = await store.claimActs(AT_ONCE, LEASE_MS)
    await Promise.all(due.map(one))
    return due.length
  }

  /** Rounds run one after the other; a request during a round causes another round. */
  async function round(): Promise<void> {
    asked = false
    let tried = 0
    try {
      tried = await workDue()
    } catch (error) {
      log.warn({ error: nameOf(error) }, 'the acts of batches could not be read')
    }
    running = null
    if (tried > 0 || asked) schedule(0)
    else if (started) schedule(IDLE_MS)
  }

  function schedule(ms: number): void {
    asked = true
    if (closed || running !== null) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = round()
    }, ms)
  }

  async function view(id: string): Promise<BatchView> {
    const queued = await store.actsOf(id)
    const [first] = queued
    if (first === undefined)
      throw new IdentityError('not_found', 'There is no such batch, or it is over a week old.')
    const sessions = await search.byIds(queued.map(({ stripeId }) => stripeId))
    return {
      id,
      act: first.act as BatchAct,
      operator: first.actor,
      rows: queued.flatMap(({ stripeId, state, code }) => {
        const session = sessions.get(stripeId)
        return session === undefined ? [] : [{ state, code, session }]
      }),
    }
  }

  return {
    view,
    workDue,
    async begin(act, stripeIds, operator) {
      const known = await search.byIds(stripeIds)
      const unknown = stripeIds.find((id) => !known.has(id))
      if (unknown !== undefined) throw new IdentityError('not_found', `There is no session ${unknown}.`)
      const id = randomUUID()
      await store.enqueueActs(id, act, operator, stripeIds)
      schedule(0)
      return view(id)
    },
    start() {
      started = true
      schedule(0)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      // An interrupted action is repeated by the next instance after its lease.
      await Promise.race([running, delay(CLOSE_MS, undefined, { ref: false })])
    },
  }
}
