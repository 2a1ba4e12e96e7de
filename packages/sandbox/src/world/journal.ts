import { REDACTED } from '../objects/table.js'

/** One API call, as `GET /_sandbox/requests` shows it. */
export interface JournalEntry {
  /** The time of arrival in milliseconds of the clock. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** The parameters of query and body; null if they could not be read. */
  params: Readonly<Record<string, unknown>> | null
  /** The status of the answer; null until there is one, and for good if the connection was cut. */
  status: number | null
  readonly idempotency_key: string | null
  readonly request_id: string
  /** Real milliseconds until the answer; null until there is one. */
  duration_ms: number | null
}

const LIMIT = 50_000

/** The API calls so far, oldest first. Beyond the limit, the oldest are dropped. */
export class Journal {
  #entries: JournalEntry[] = []
  /** The ids of the objects that calls returned. That of a new session is not in the path. */
  readonly #returned = new WeakMap<JournalEntry, string>()
  /** The sessions whose entries still have to be redacted. */
  readonly #redacted = new Set<string>()

  get entries(): readonly JournalEntry[] {
    if (this.#redacted.size > 0) this.#redactEntries()
    return this.#entries
  }

  /** Records a call on arrival. `end` records that it was answered or cut off. */
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

  /** Records the object that a call returned. */
  returns(entry: JournalEntry, id: string): void {
    this.#returned.set(entry, id)
  }

  /** Removes the personal data from the calls for a session. */
  redact(session: string): void {
    this.#redacted.add(session)
  }

  /** Covers all sessions in one pass, when the entries are read. */
  #redactEntries(): void {
    for (const entry of this.#entries) {
      const session = this.#returned.get(entry) ?? SESSION_IN_PATH.exec(entry.path)?.[1] ?? ''
      if (entry.params && this.#redacted.has(session)) entry.params = redacted(entry.params)
    }
    this.#redacted.clear()
  }

  clear(): void {
    this.#entries = []
    this.#redacted.clear()
  }
}

const SESSION_IN_PATH = /\/(vs_[^/]+)/
const PERSONAL = new Set(['client_reference_id', 'provided_details', 'return_url'])

function redacted(params: NonNullable<JournalEntry['params']>): JournalEntry['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name === 'metadata') return [name, {}]
      return [name, PERSONAL.has(name) ? REDACTED : value]
    }),
  )
}
