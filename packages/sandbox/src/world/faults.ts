/** What goes wrong with which calls, and how many times. */
export interface Fault {
  /** `*` is any. */
  readonly method: string
  /** The exact path, or a pattern with `*`. */
  readonly path: string
  readonly times: number
  /** Before or after the effect; an answer given after it is stored under the idempotency key. */
  readonly when: 'before' | 'after'
  readonly delay_ms?: number
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly reset?: boolean
  readonly hang?: boolean
  /** Bytes of the body that are sent before the connection ends. */
  readonly truncate?: number
}

/** Whether the fault is an end in itself, and not only a delay or a few headers. */
export function isTerminal(fault: Fault): boolean {
  return (
    fault.status !== undefined ||
    fault.body !== undefined ||
    fault.truncate !== undefined ||
    fault.reset === true ||
    fault.hang === true
  )
}

/** The faults that were asked for and have not happened yet. */
export class Faults {
  #left: Fault[] = []

  get list(): readonly Fault[] {
    return this.#left
  }

  add(fault: Fault): void {
    this.#left.push(fault)
  }

  clear(): void {
    this.#left = []
  }

  /** The first fault that fits, counted down; `after` ones fit only where an effect can be told from its answer. */
  take(method: string, path: string, takeAfter: boolean): Fault | undefined {
    const place = this.#left.findIndex(
      (fault) =>
        (fault.method === '*' || fault.method === method) &&
        (fault.when === 'before' || takeAfter) &&
        matches(fault.path, path),
    )
    const fault = this.#left[place]
    if (!fault) return undefined
    if (fault.times > 1) this.#left[place] = { ...fault, times: fault.times - 1 }
    else this.#left.splice(place, 1)
    return fault
  }
}

function matches(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return pattern === path
  const last = rest.pop()!
  if (!path.startsWith(first) || path.length < first.length + last.length || !path.endsWith(last))
    return false
  let from = first.length
  for (const part of rest) {
    const at = path.indexOf(part, from)
    if (at < 0 || at + part.length > path.length - last.length) return false
    from = at + part.length
  }
  return true
}
