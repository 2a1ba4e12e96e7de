import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { connectionConfig, PostgresConnection } from './postgres-connection.js'

/** One round trip through NOTIFY every so often shows that notifications still arrive. */
const HEARTBEAT_MS = 3_000
const HEARTBEAT_PATIENCE_MS = 3_000
/** Pauses between tries to connect: about 0.1, 0.2, 0.4, … up to 5 s, each moved by chance by half. */
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000
const PING = 'ping '

export interface ListenerOptions {
  url: string
  channel: string
  /** Hears each payload, this instance's own included. */
  onNotification(payload: string): void
  /** Called whenever listening begins, the first time too: what was announced before was missed. */
  onListening(): void
  /** Called when listening ended and was not closed. */
  onLost(reason: string): void
}

export interface Listener {
  /** Begins to listen, and does so until closed, however often the connection is lost. */
  start(): void
  close(): Promise<void>
}

/** A connection of its own for LISTEN: one from a pool would be lent to others, and lose its subscription unnoticed. */
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

  /** Listens on one connection; rejects once it is lost, or when all is closed. */
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

/** Resolves after `ms`, or as soon as `signal` says so. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {})
}

/** `work`, or a rejection as soon as the connection is over; a later end of `work` is then nobody's business. */
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
