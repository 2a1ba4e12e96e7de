import type { Snapshot, View } from './snapshot.js'

/** When to try again after an answer that the browser takes for final, in milliseconds. */
const AGAIN_MS = 1000

/** The live connection to the sandbox, opened again whenever it breaks. */
export class Feed {
  #source: EventSource | null = null
  #again: ReturnType<typeof setTimeout> | undefined
  readonly #onSnapshot: (snapshot: Snapshot) => void
  readonly #onConnection: (live: boolean) => void

  constructor(onSnapshot: (snapshot: Snapshot) => void, onConnection: (live: boolean) => void) {
    this.#onSnapshot = onSnapshot
    this.#onConnection = onConnection
  }

  /** Shows another part from now on. */
  watch(view: View) {
    this.close()
    const query = new URLSearchParams({
      sessions: String(view.sessions),
      events: String(view.events),
      ...(view.selected && { selected: view.selected }),
    })
    const source = new EventSource(`/_dashboard/feed?${query}`)
    source.onopen = () => this.#onConnection(true)
    source.onerror = () => {
      this.#onConnection(false)
      if (source.readyState === EventSource.CLOSED) this.#again = setTimeout(() => this.watch(view), AGAIN_MS)
    }
    source.onmessage = (event: MessageEvent<string>) => this.#onSnapshot(JSON.parse(event.data) as Snapshot)
    this.#source = source
  }

  close() {
    clearTimeout(this.#again)
    this.#source?.close()
    this.#source = null
  }
}
