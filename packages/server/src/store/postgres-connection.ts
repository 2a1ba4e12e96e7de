import pg from 'pg'
import { StoreError } from './store-error.js'

export const CONNECT_MS = 3_000
/** How long an answer may take: a little more than the server gives a statement, so that its own word comes first. */
const ANSWER_MS = 5_000
const STATEMENT_MS = 4_000

const INT8 = 20
const NUMERIC = 1700

export interface Limits {
  /** Milliseconds the server works on one statement before it gives up. */
  statementMs: number
  /** Milliseconds until a connection that does not answer is given up. */
  answerMs: number
}

export const LIMITS: Limits = { statementMs: STATEMENT_MS, answerMs: ANSWER_MS }

/** What every connection of the store is opened with; `name` is what the server's lists show. */
export function connectionConfig(url: string, name: string): pg.ClientConfig {
  return {
    connectionString: url,
    fallback_application_name: name,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Times and counters are whole numbers far below 2^53; for these connections only, they come as such.
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format as 'text'),
    } as pg.CustomTypesConfig,
  }
}

/** A connection whose questions end in bounded time, even where the network swallows every packet. */
export class PostgresConnection extends pg.Client {
  /** Called when the connection is given up for want of an answer. */
  onSilence: () => void = () => {}

  constructor(config?: pg.ClientConfig) {
    super(config)
    // A question under way is rejected with the same error; without a listener it would end the process besides.
    this.on('error', () => {})
  }

  /**
   * Without an answer in time the connection is given up: a late one would be taken for that of the next question. Under
   * a `name` the server keeps how the statement is to be run.
   */
  async ask<T extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
    answerMs: number = ANSWER_MS,
    name?: string,
  ): Promise<pg.QueryResult<T>> {
    const silence = setTimeout(() => {
      this.destroy(new Error('The database did not answer in time.'))
      this.onSilence()
    }, answerMs)
    try {
      const result = await this.query<T>({ text, values: [...values], ...(name !== undefined && { name }) })
      // A transaction in which something failed before is rolled back by its own commit, without an error.
      if (text === 'commit' && result.command !== 'COMMIT')
        throw new Error('The transaction was rolled back.')
      return result
    } catch (cause) {
      throw new StoreError(cause)
    } finally {
      clearTimeout(silence)
    }
  }

  /** What must hold on each connection, whatever the server's own settings are. */
  async prepare({ statementMs }: Limits = LIMITS): Promise<void> {
    await this.ask(
      `set statement_timeout = ${statementMs}; set idle_in_transaction_session_timeout = ${STATEMENT_MS};` +
        " set default_transaction_isolation = 'read committed'",
    )
  }

  /** Ends at once, without a word to the server. */
  destroy(reason?: Error): void {
    this.connection.stream.destroy(reason)
  }
}
