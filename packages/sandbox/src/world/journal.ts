/** One API call, as `GET /_sandbox/requests` shows it. */
export interface JournalEntry {
  /** When it came, in milliseconds of the clock. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** Query and body together; null where they could not be read. */
  params: Readonly<Record<string, unknown>> | null
  /** What was answered; null while unanswered, and for good where the connection was cut instead. */
  status: number | null
  readonly idempotency_key: string | null
  readonly request_id: string
  /** Real milliseconds until it was answered; null while unanswered. */
  duration_ms: number | null
}

const LIMIT = 50_000

/** The API calls so far, oldest first; beyond the limit the oldest are dropped. */
export class Journal {
  #entries: JournalEntry[] = []

  get entries(): readonly JournalEntry[] {
    return this.#entries
  }

  /** Notes a call that has come; `end` is for when it has been answered, or cut off. */
  begin(call: Pick<JournalEntry, 'at' | 'method' | 'path' | 'idempotency_key' | 'request_id'>) {
    const begun = performance.now()
    const entry: JournalEntry = { ...call, params: null, status: null, duration_ms: null }
    this.#entries.push(entry)
    if (this.#entries.length > LIMIT) this.#entries.splice(0, LIMIT / 10)
    const end = (status: number | null) => {
      entry.status = status
      entry.duration_ms = Math.round(performance.now() - begun)
    }
    return { entry, end }
  }

  clear(): void {
    this.#entries = []
  }
}
