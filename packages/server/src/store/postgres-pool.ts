import { setTimeout as delay } from 'node:timers/promises'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import {
  CONNECT_MS,
  connectionConfig,
  LIMITS,
  type Limits,
  PostgresConnection,
} from './postgres-connection.js'
import { StoreError } from './store-error.js'

/**
 * Connections of one instance. Together with the listening connection they stay far below the usual server limit of
 * 100.
 */
const MAX_CONNECTIONS = 10
/** The most connections of one instance: the pool's and the listening connection. */
export const CONNECTIONS_PER_INSTANCE = MAX_CONNECTIONS + 1
/** The time for which a query waits for a connection. Polls that all wake at once can be thousands of queries. */
const TURN_MS = 10_000
/** Time for connections to close gracefully. */
const GOODBYE_MS = 1_000

/** The pool makes connections of our class, and adds `release`. */
type Pooled = PostgresConnection & Pick<pg.PoolClient, 'release'>

/** Opens the connection pool for Kysely: bounded in number and time, with failures as `StoreError`s. */
export function openPool(url: string, limits: Limits = LIMITS, max = MAX_CONNECTIONS): PostgresPool {
  const open = new Set<PostgresConnection>()
  const idle = new Set<PostgresConnection>()
  class Tracked extends PostgresConnection {
    constructor(config?: pg.ClientConfig) {
      // Connecting has a shorter timeout than waiting for a connection, which this option means for the pool.
      super({ ...config, connectionTimeoutMillis: CONNECT_MS })
      open.add(this)
      // If one connection is silent, idle ones to the same server are too.
      this.onSilence = () => {
        for (const other of idle) other.destroy()
      }
      this.once('end', () => {
        open.delete(this)
        idle.delete(this)
      })
    }
  }
  const pool = new pg.Pool({
    ...connectionConfig(url, 'stripe-identity-server'),
    max,
    connectionTimeoutMillis: TURN_MS,
    Client: Tracked,
    onConnect: (client) => (client as PostgresConnection).prepare(limits),
  })
  // A connection that breaks while idle is replaced on the next use.
  pool.on('error', () => {})

  const next = async () => (await pool.connect()) as unknown as Pooled

  async function take(): Promise<Pooled> {
    try {
      let connection = await next()
      // The server may just have closed connections that the pool still has, at most all of them.
      for (let closed = 0; closed < max && !connection.isOpen; closed++) {
        connection.release(true)
        connection = await next()
      }
      idle.delete(connection)
      return connection
    } catch (cause) {
      throw cause instanceof StoreError ? cause : new StoreError(cause)
    }
  }

  return {
    async connect() {
      const connection = await take()
      return {
        query: (text: string, values: readonly unknown[]) => connection.ask(text, values, limits.answerMs),
        release() {
          if (open.has(connection)) idle.add(connection)
          connection.release()
        },
      } as unknown as PostgresPoolClient
    },
    async end() {
      const ended = pool.end()
      await Promise.race([ended, delay(GOODBYE_MS, undefined, { ref: false })])
      for (const connection of open) connection.destroy()
      await ended
    },
  }
}
