import type { Snapshot, View } from './snapshot.js'

/** The live connection to the sandbox. The browser opens it again by itself when it breaks. */
export class Feed {
  #source: EventSource | null = null
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
    source.onerror = () => this.#onConnection(false)
    source.onmessage = (event: MessageEvent<string>) => this.#onSnapshot(JSON.parse(event.data) as Snapshot)
    this.#source = source
  }

  close() {
    this.#source?.close()
    this.#source = null
  }
}
