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

  add(entry: JournalEntry): JournalEntry {
    this.#entries.push(entry)
    if (this.#entries.length > LIMIT) this.#entries.splice(0, LIMIT / 10)
    return entry
  }

  clear(): void {
    this.#entries = []
  }
}
