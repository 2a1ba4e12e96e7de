import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { connectionConfig, PostgresConnection } from './postgres-connection.js'

/** Interval of the round trip through NOTIFY that shows that notifications still arrive. */
const HEARTBEAT_MS = 3_000
const HEARTBEAT_PATIENCE_MS = 3_000
/** Pauses between connection attempts: about 0.1, 0.2, 0.4, … up to 5 s, each with 50% jitter. */
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000
const PING = 'ping '

export interface ListenerOptions {
  url: string
  channel: string
  /** Called with each payload, including those of this instance. */
  onNotification(payload: string): void
  /** Called whenever listening begins, including the first time. Earlier notifications were missed. */
  onListening(): void
  /** Called when listening ended unexpectedly. */
  onLost(reason: string): void
}

export interface Listener {
  /** Listens until closed, and reconnects after each lost connection. */
  start(): void
  close(): Promise<void>
}

/**
 * Creates a listener with a dedicated connection for LISTEN: a pooled connection would be lent to others and lose its
 * subscription unnoticed.
 */
export function createListener(options: ListenerOptions): Listener {
  const closing = new AbortController()
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    let failures = 0
    while (!closing.signal.aborted) {
      try {
        await listen(() => {
          failures = 0
          options.onListening()
        })
      } catch (error) {
        if (closing.signal.aborted) return
        if (failures === 0) options.onLost(error instanceof Error ? error.message : 'unknown')
      }
      await pause(pauseAfter(failures++), closing.signal)
    }
  }

  /** Listens on one connection. Rejects when it is lost, or when the listener is closed. */
  async function listen(onListening: () => void): Promise<void> {
    const connection = new PostgresConnection(
      connectionConfig(options.url, 'stripe-identity-server listening'),
    )
    const over = new AbortController()
    const giveUp = () => over.abort()
    connection.once('end', giveUp)
    closing.signal.addEventListener('abort', giveUp)
    const ping = PING + randomUUID()
    let echo: () => void = () => {}
    connection.on('notification', ({ payload = '' }) => {
      if (payload === ping) echo()
      else if (!payload.startsWith(PING)) options.onNotification(payload)
    })
    try {
      await orOver(connection.connect(), over.signal)
      await orOver(connection.ask(`listen ${options.channel}`), over.signal)
      onListening()
      for (;;) {
        await pause(HEARTBEAT_MS, over.signal)
        const heard = new Promise<void>((resolve) => {
          echo = resolve
        })
        const silence = setTimeout(giveUp, HEARTBEAT_PATIENCE_MS)
        const sent = connection.ask('select pg_notify($1, $2)', [options.channel, ping])
        await orOver(Promise.all([sent, heard]), over.signal).finally(() => clearTimeout(silence))
      }
    } finally {
      closing.signal.removeEventListener('abort', giveUp)
      connection.destroy()
    }
  }

  return {
    start() {
      running ??= run()
    },
    async close() {
      closing.abort()
      await running
    },
  }
}

function pauseAfter(failures: number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)
  return pause * (0.5 + Math.random())
}

/** Resolves after `ms`, or when `signal` aborts. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {})
}

/** Resolves like `work`, or rejects when the connection is over; the later result of `work` is ignored. */
async function orOver<T>(work: Promise<T>, over: AbortSignal): Promise<T> {
  let abort: () => void = () => {}
  const lost = new Promise<never>((_, reject) => {
    abort = () => reject(new Error('The listening connection was lost.'))
    if (over.aborted) abort()
    else over.addEventListener('abort', abort)
  })
  try {
    return await Promise.race([work, lost])
  } finally {
    over.removeEventListener('abort', abort)
    work.catch(() => {})
  }
}
