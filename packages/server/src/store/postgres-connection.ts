import pg from 'pg'
import { StoreError } from './store-error.js'

export const CONNECT_MS = 3_000
/**
 * Time for a result: slightly more than the server's statement timeout, so that the server's own error arrives first.
 */
const ANSWER_MS = 5_000
const STATEMENT_MS = 4_000

const INT8 = 20
const NUMERIC = 1700

export interface Limits {
  /** Milliseconds after which the server aborts a statement. */
  statementMs: number
  /** Milliseconds after which a silent connection is given up. */
  answerMs: number
}

export const LIMITS: Limits = { statementMs: STATEMENT_MS, answerMs: ANSWER_MS }

/** The configuration of every connection. `name` is shown in the server's list of connections. */
export function connectionConfig(url: string, name: string): pg.ClientConfig {
  return {
    connectionString: url,
    fallback_application_name: name,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Times and counters are integers far below 2^53, so these connections return them as numbers.
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format as 'text'),
    } as pg.CustomTypesConfig,
  }
}

/** A connection whose queries end in bounded time, even if the network drops every packet. */
export class PostgresConnection extends pg.Client {
  /** Called when the connection is given up because of a missing result. */
  onSilence: () => void = () => {}

  constructor(config?: pg.ClientConfig) {
    super(config)
    // A running query is rejected with the same error. Without a listener the event would also end the process.
    this.on('error', () => {})
  }

  /**
   * Runs a query. Gives up the connection on a timeout, because a late result would be taken for that of the next
   * query.
   */
  async ask<T extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
    answerMs: number = ANSWER_MS,
  ): Promise<pg.QueryResult<T>> {
    const silence = setTimeout(() => {
      this.destroy(new Error('The database did not answer in time.'))
      this.onSilence()
    }, answerMs)
    try {
      const result = await this.query<T>(text, [...values])
      // Committing a failed transaction rolls it back without an error.
      if (text === 'commit' && result.command !== 'COMMIT')
        throw new Error('The transaction was rolled back.')
      return result
    } catch (cause) {
      throw new StoreError(cause)
    } finally {
      clearTimeout(silence)
    }
  }

  /** Sets the session parameters that each connection needs, independent of the server's own settings. */
  async prepare({ statementMs }: Limits = LIMITS): Promise<void> {
    await this.ask(
      `set statement_timeout = ${statementMs}; set idle_in_transaction_session_timeout = ${STATEMENT_MS};` +
        " set default_transaction_isolation = 'read committed'",
    )
  }

  /** False as soon as the server has closed the connection. The pool removes it some time later. */
  get isOpen(): boolean {
    const { readable, writable } = this.connection.stream
    return readable && writable
  }

  /** Closes the socket at once, without notifying the server. */
  destroy(reason?: Error): void {
    this.connection.stream.destroy(reason)
  }
}
